public import SourcePaths

extension DebuggerState {
  /// The local file that stands for a remote one, whether it exists or not; `nil` for `<string>` and the like.
  public func localPath(for remote: RemotePath) -> LocalPath? {
    switch paths.local(for: remote) {
    case .mapped(let local, _), .identical(let local): local
    case .pseudo, nil: nil
    }
  }

  /// Every name under which a process may know a file.
  public func remotes(of file: SourceFile) -> [RemotePath] {
    switch file {
    case .remote(let path): [path]
    case .local(let path): paths.remotes(for: path)
    }
  }

  /// What is to be shown for a remote file: the local one that stands for it, or, where that could not be read, its own text.
  public func sourceFile(for remote: RemotePath) -> SourceFile {
    guard let local = localPath(for: remote) else { return .remote(remote) }
    if case .failed? = sources[.local(local)] { return .remote(remote) }
    return .local(local)
  }

  /// The file of the selected frame, as it is shown.
  public var shownSource: SourceFile? { selectedFrame.map { sourceFile(for: $0.remoteFile) } }

  /// The frame runs code that came with Python or was installed, not the project's own.
  public func isLibrary(_ frame: StackFrame) -> Bool { isLibrary(frame.remoteFile) }

  func isLibrary(_ file: RemotePath) -> Bool {
    let path = file.rawValue
    if file.isPseudo { return path.hasPrefix("<frozen") }
    if case .mapped? = paths.local(for: file) { return false }
    let folders = path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.dropLast().map(Substring.init)
    if folders.contains("site-packages") || folders.contains("dist-packages") { return true }
    if path.hasPrefix(settings.root.rawValue + "/") { return false }
    return folders.contains("lib")
      && folders.contains { $0.hasPrefix("python") && $0.dropFirst(6).allSatisfy { $0.isNumber || $0 == "." } }
  }

  mutating func addMapping(_ text: String, _ token: RequestToken) -> [Effect] {
    do {
      let mapping = try PathMapping(parsing: text, relativeTo: settings.root, home: settings.home)
      let effects = changePaths { $0.add(mapping) }
      return effects + succeed(token, .string("\(mapping.remote.rawValue)=\(mapping.local.rawValue)"))
    } catch {
      return fail(token, "\(error)")
    }
  }

  mutating func removeMapping(_ text: String, _ token: RequestToken) -> [Effect] {
    let remote = RemotePath(text)
    guard let mapping = paths.mappings.last(where: { $0.remote == remote }) else {
      let known = paths.mappings.map(\.remote.rawValue).joined(separator: ", ")
      return fail(token, "no mapping for \(text)" + (known.isEmpty ? ": there is none at all" : "; there is \(known)"))
    }
    let effects = changePaths { $0.remove(mapping) }
    return effects + succeed(token, .null)
  }

  func mappingsResult() -> ResultValue {
    .list(
      paths.mappings.map { mapping in
        .object([
          .init("remote", .string(mapping.remote.rawValue)), .init("local", .string(mapping.local.rawValue)),
        ])
      })
  }

  /// Takes a new mapping into use at once: every process gets its breakpoints under their new names.
  private mutating func changePaths(_ change: (inout PathMapper) -> Void) -> [Effect] {
    var effects = breakpoints.flatMap { breakpoint in processes.flatMap { remove(breakpoint, from: $0.number) } }
    change(&paths)
    for index in processes.indices {
      processes[index].missingFiles = []
      processes[index].presentFiles = []
      processes[index].checkedFiles = []
      processes[index].differingFiles = []
      processes[index].differences = [:]
      processes[index].comparedTexts = []
      processes[index].awaitedTexts = []
    }
    let before = breakpoints.map(BreakpointRecord.init)
    localizeBreakpoints()
    for breakpoint in listedBreakpoints {
      effects += processes.flatMap { place(breakpoint, in: $0.number) } + report(breakpoint.number)
    }
    // A mapping of an earlier session comes back before the breakpoints do.
    if breakpoints.map(BreakpointRecord.init) != before { effects += save() }
    sources = sources.filter { if case .loaded = $0.value { true } else { false } }
    return effects + configureRoots() + refresh() + compareStops() + processes.flatMap { runWhereDue($0.number) }
  }

  /// The files of the stops are others now.
  private mutating func compareStops() -> [Effect] {
    processes.flatMap { process in
      process.suspendedThreads.flatMap { thread -> [Effect] in
        thread.suspension.map { compareFile(in: process.number, thread.id, $0) } ?? []
      }
    }
  }

  /// A breakpoint in fetched source moves to the local file that stands for it now; of two on a line the later one stays.
  private mutating func localizeBreakpoints() {
    for index in breakpoints.indices {
      guard case .remote(let remote) = breakpoints[index].file, case .mapped(let local, _)? = paths.local(for: remote)
      else { continue }
      breakpoints[index].file = .local(local)
      breakpoints[index].localProblem = nil
    }
    var seen: Set<SourcePlace> = []
    let kept = breakpoints.reversed().filter {
      seen.insert(SourcePlace(file: $0.file, line: $0.line)).inserted || $0.isInternal
    }
    breakpoints = kept.reversed()
  }
}

/// A line of a file.
private struct SourcePlace: Hashable {
  let file: SourceFile
  let line: Int
}
