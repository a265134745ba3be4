import SourcePaths

extension DebuggerState {
  /// Asks the processes that stand somewhere whether the files of new breakpoints are there: not all of them tell by themselves.
  mutating func checkFiles() -> [Effect] { processes.map(\.number).flatMap { checkFiles(in: $0) } }

  mutating func checkFiles(in number: ProcessNumber) -> [Effect] {
    guard let process = process(number), process.attachment == .attached, process.leaving == nil else { return [] }
    let placed = listedBreakpoints.filter { $0.isPlaced(in: number) && $0.file.isOnDisk }
    let files = Set(placed.flatMap { remotes(of: $0.file) }).subtracting(process.checkedFiles)
    let areUnread = placed.contains { $0.unreadable != nil }
    guard !files.isEmpty, let thread = process.threads.first(where: { $0.suspension != nil && !$0.id.isCustomFrame }),
      let stop = thread.suspension
    else { return [] }
    update(number) {
      $0.checkedFiles.formUnion(files)
      $0.askedFiles.formUnion(files)
    }
    let key = FrameKey(process: number, thread: thread.id, stop: stop.stop, frame: stop.frames[0].id)
    return [.checkFiles(key, files.sorted { $0.rawValue < $1.rawValue }, areUnread: areUnread)]
  }

  /// A file that is missing under one name may be there under another: only where every name is missing is it told.
  mutating func fileMissing(_ file: RemotePath, in number: ProcessNumber) -> [Effect] {
    update(number) { $0.missingFiles.insert(file) }
    guard let missing = process(number)?.missingFiles else { return [] }
    return breakpoints.flatMap { breakpoint -> [Effect] in
      let names = remotes(of: breakpoint.file)
      guard names.contains(file), names.allSatisfy(missing.contains) else { return [] }
      let words =
        breakpoint.unreadable == nil
        ? "does not exist there; map its folder with :map REMOTE=LOCAL (\(file.rawValue))"
        : "exists neither here nor there; check the name (\(file.rawValue))"
      guard breakpoint.placements[number] != .unbound(words) else { return [] }
      console.append("breakpoint \(breakpoint.number), unbound: \(words)\n", process: nil, category: .warning)
      let effects = placed(breakpoint.number, in: number, .unbound(words))
      if let index = index(of: breakpoint.number) { breakpoints[index].isToldMissing = true }
      return effects
    }
  }

  /// The process has answered, or could not: what is known now is what can be said.
  mutating func filesChecked(_ files: [RemotePath], present: [RemotePath], in number: ProcessNumber) -> [Effect] {
    update(number) {
      $0.askedFiles.subtract(files)
      $0.presentFiles.formUnion(present)
    }
    let found = breakpoints.filter {
      $0.placements[number] == .unchecked && remotes(of: $0.file).contains(where: present.contains)
    }
    return found.flatMap { placed($0.number, in: number, .set) } + settleBreakpoints()
  }

  /// The process leaves the file out of its tracing.
  mutating func fileExcluded(_ file: RemotePath, in number: ProcessNumber) -> [Effect] {
    breakpoints.filter { remotes(of: $0.file).contains(file) }.flatMap { breakpoint in
      placed(breakpoint.number, in: number, .unbound("the filters of the process leave \(file.rawValue) out"))
    }
  }
}

extension Breakpoint {
  /// It waits for an answer, or nothing speaks against it.
  fileprivate func isPlaced(in process: ProcessNumber) -> Bool {
    placements[process] == .set || placements[process] == .unchecked
  }
}

extension SourceFile {
  /// Not the text of an `exec` or of a notebook's cell.
  fileprivate var isOnDisk: Bool { !name.hasPrefix("<") }
}
