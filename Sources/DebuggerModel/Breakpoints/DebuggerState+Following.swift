import SourcePaths

/// Breakpoints follow the text of their lines over edits.
extension DebuggerState {
  /// Reads the files of breakpoints whose text is known before a process runs: they may have been edited since.
  /// - Returns: what reads them, and the files that the process has to wait for.
  mutating func readBreakpointFiles() -> (effects: [Effect], files: Set<SourceFile>) {
    let files = listedBreakpoints.filter { $0.text != nil && $0.isLocal }.map(\.file)
    let effects = files.flatMap { load($0, from: nil) }
    return (effects, Set(files.filter { if case .underWay? = sources[$0] { true } else { false } }))
  }

  /// Lets the processes run that have waited for the file.
  mutating func runAfterReading(_ file: SourceFile) -> [Effect] {
    processes.filter { $0.awaitedFiles.contains(file) }.flatMap { process -> [Effect] in
      let fetching = hasBreakpoints(in: file) ? fetchTexts(of: file, in: process.number) : []
      update(process.number) { $0.awaitedFiles.remove(file) }
      return fetching + runWhereDue(process.number)
    }
  }

  /// Ends the handshake of a process once nothing is awaited any more, here or there.
  mutating func runWhereDue(_ number: ProcessNumber) -> [Effect] {
    guard let process = process(number), process.waitsToRun, process.awaitedFiles.isEmpty, process.awaitedTexts.isEmpty
    else { return [] }
    update(number) { $0.waitsToRun = false }
    return [.run(number)]
  }

  /// Reports where a breakpoint went with its text, or that the text is gone.
  mutating func reportFollowing(_ new: Breakpoint, from old: Breakpoint) -> [Effect] {
    if new.line != old.line, !new.isInternal, new.text != nil {
      return tell(nil, "breakpoint \(new.number) moved \(old.line) → \(new.line) with its line", isWarning: false)
    }
    guard new.isTextGone, !old.isTextGone, let words = new.followingMessage else { return [] }
    return tell(nil, "breakpoint \(new.number): \(words)", isWarning: true)
  }
}

extension Breakpoint {
  /// The breakpoint on the line that has its text now. One on a function follows the function.
  func following(_ document: SourceDocument) -> Self {
    guard function == nil, document.origin != .bytecode else { return self }
    var new = self
    guard let text else {
      new.text = document.text(ofLine: line)
      return new
    }
    guard let found = document.line(of: text, near: line) else {
      new.isTextGone = true
      return new
    }
    new.isTextGone = false
    new.text = document.text(ofLine: found)
    guard found != line else { return new }
    new.line = found
    new.movedFrom = movedFrom ?? line
    if new.movedFrom == found { new.movedFrom = nil }
    return new
  }

  /// Lets it take the text of the line that it is on.
  mutating func forgetText() {
    text = nil
    movedFrom = nil
    isTextGone = false
  }

  /// The fate of its line since it was set, in words.
  var followingMessage: String? {
    if isTextGone, let text { return "`\(text.text)` is no longer in \(file.name), so it stays on line \(line)" }
    return movedFrom.map { "moved \($0) → \(line)" }
  }

  /// Whether the processes have it as they would have the other one.
  func isPlaced(as other: Self) -> Bool {
    line == other.line && movedTo == other.movedTo && templateText == other.templateText
      && (unreadable == nil) == (other.unreadable == nil)
  }

  fileprivate var isLocal: Bool { if case .local = file { true } else { false } }
}
