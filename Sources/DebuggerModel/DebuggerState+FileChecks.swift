import SourcePaths

extension DebuggerState {
  /// Asks the processes that stand somewhere whether the files of new breakpoints are there: not all of them tell by themselves.
  mutating func checkFiles() -> [Effect] { processes.map(\.number).flatMap { checkFiles(in: $0) } }

  mutating func checkFiles(in number: ProcessNumber) -> [Effect] {
    guard let process = process(number), process.attachment == .attached, process.leaving == nil else { return [] }
    let placed = listedBreakpoints.filter { $0.placements[number] == .set && $0.file.isOnDisk }
    let files = Set(placed.flatMap { remotes(of: $0.file) }).subtracting(process.checkedFiles)
    guard !files.isEmpty, let thread = process.threads.first(where: { $0.suspension != nil && !$0.id.isCustomFrame }),
      let stop = thread.suspension
    else { return [] }
    update(number) { $0.checkedFiles.formUnion(files) }
    let key = FrameKey(process: number, thread: thread.id, stop: stop.stop, frame: stop.frames[0].id)
    return [.checkFiles(key, files.sorted { $0.rawValue < $1.rawValue })]
  }

  /// A file that is missing under one name may be there under another: only where every name is missing is it told.
  mutating func fileMissing(_ file: RemotePath, in number: ProcessNumber) -> [Effect] {
    update(number) { $0.missingFiles.insert(file) }
    guard let missing = process(number)?.missingFiles else { return [] }
    return breakpoints.flatMap { breakpoint -> [Effect] in
      let names = remotes(of: breakpoint.file)
      guard names.contains(file), names.allSatisfy(missing.contains) else { return [] }
      let words = "\(file.rawValue) does not exist there; map its folder with :map REMOTE=LOCAL"
      return placed(breakpoint.number, in: number, .unbound(words))
    }
  }

  /// The process leaves the file out of its tracing.
  mutating func fileExcluded(_ file: RemotePath, in number: ProcessNumber) -> [Effect] {
    breakpoints.filter { remotes(of: $0.file).contains(file) }.flatMap { breakpoint in
      placed(breakpoint.number, in: number, .unbound("the filters of the process leave \(file.rawValue) out"))
    }
  }
}

extension SourceFile {
  /// Not the text of an `exec` or of a notebook's cell.
  fileprivate var isOnDisk: Bool { !name.hasPrefix("<") }
}
