import DebuggerModel
import SourcePaths
import TerminalGrid

extension SourcePane {
  /// Which file it is here, and which one there. A long path is cut at its end, so a warning goes before it.
  func title(_ state: DebuggerState) -> String {
    guard let file else { return "Source" }
    return warnings(state).map { "(\($0)) " }.joined() + name(of: file, state)
  }

  /// Why the marks may be on the wrong lines.
  func warnings(_ state: DebuggerState) -> [String] {
    guard let remote = remoteFile(state), let process = state.selectedProcess else { return [] }
    // Its own text is what it runs.
    if case .remote? = file, state.sourceFile(for: remote) != file { return [] }
    var warnings = process.newerFiles.contains(remote) ? ["newer than the process"] : []
    guard let frame = state.selectedFrame, frame.remoteFile == remote else { return warnings }
    if state.isOld(frame, of: state.selection.process) {
      warnings.append("this call runs the code from before the reload")
    }
    if shownLine(of: frame, state) == nil {
      warnings.append("line \(frame.line) of the process's text is not in this one")
    }
    return warnings
  }

  /// The name that the process has for the file that is shown.
  func remoteFile(_ state: DebuggerState) -> RemotePath? {
    switch file {
    case .remote(let path)?: path
    case .local(let path)?: remote(for: path, state)
    case nil: nil
    }
  }

  private func name(of file: SourceFile, _ state: DebuggerState) -> String {
    switch file {
    case .remote(let path):
      let words = state.document(file)?.origin.words
      if path.isPseudo {
        return "\(path.rawValue) (\((["no file"] + [words].compactMap(\.self)).joined(separator: "; ")))"
      }
      return "\(path.rawValue) (remote, \(words ?? "fetched from the process"))"
    case .local(let path):
      guard let remote = remote(for: path, state) else { return path.rawValue }
      if state.lacksLocalFile(remote) { return "\(path.rawValue) (no local file)" }
      if let process = state.selectedProcess, process.differingFiles.contains(remote) {
        return "\(path.rawValue) ≠ \(remote.rawValue)"
      }
      return remote.rawValue == path.rawValue ? path.rawValue : "\(path.rawValue) ⇄ \(remote.rawValue)"
    }
  }

  /// The name that the process uses: that of the selected frame where it is in this file.
  func remote(for path: LocalPath, _ state: DebuggerState) -> RemotePath? {
    if let frame = state.selectedFrame, state.sourceFile(for: frame.remoteFile) == file { return frame.remoteFile }
    return state.remotes(of: .local(path)).first
  }

  func remark(_ state: DebuggerState) -> String {
    guard let source, source.count > size.height else { return "" }
    // Where the frame stands is on the status line already, and changes with each step.
    if let frame = state.selectedFrame, shownLine(of: frame, state) == line,
      state.sourceFile(for: frame.remoteFile) == file
    {
      return RowText.count(source.count, "line", "lines")
    }
    return "line \(line) of \(source.count)"
  }

  /// The words in the place of the text, a row each.
  func words(_ state: DebuggerState) -> [String] {
    guard let file else { return ["no source is shown yet"] }
    switch state.sources[file] {
    case .failed(let reason)?:
      let words = "the source of \(file.text) can't be had: \(reason)"
      if case .remote(let path) = file, path.isPseudo { return [words] }
      return [words, "map it with :map REMOTE=LOCAL"]
    case .underWay?, .loaded?, nil:
      let verb = if case .local = file { "read" } else { "fetched" }
      return ["the source of \(file.text) is being \(verb)…"]
    }
  }
}
