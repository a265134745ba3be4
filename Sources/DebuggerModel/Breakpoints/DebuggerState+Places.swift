import SourcePaths

extension DebuggerState {
  /// Where a typed place is: in which file, on which line.
  func resolve(_ place: PlaceText) -> Result<(SourceFile, Int), CommandFailure> {
    switch place {
    case .line(let file, let line):
      guard line > 0 else { return .failure(CommandFailure("lines count from 1, not \(line)")) }
      guard let file else { return presentFile().map { ($0, line) } }
      return .success((self.file(named: file), line))
    case .function(let name):
      return definition(of: name)
    }
  }

  /// The file that a typed name means: one that is shown or has breakpoints and ends so, else one below the project's root.
  func file(named text: String) -> SourceFile {
    if text.hasPrefix("/") {
      // What no process could know by its local name is a remote one.
      let local = LocalPath(text)
      return paths.remotes(for: local).isEmpty ? sourceFile(for: RemotePath(text)) : .local(local)
    }
    let known = Array(sources.keys) + breakpoints.map(\.file)
    let rooted = SourceFile.local(LocalPath(settings.root.rawValue + "/" + text))
    if known.contains(rooted) { return rooted }
    if RemotePath(text).isWindows || RemotePath(text).isPseudo { return .remote(RemotePath(text)) }
    return known.sorted { $0.text < $1.text }.first { $0.text.hasSuffix("/" + text) } ?? besideShown(text) ?? rooted
  }

  /// The file beside the shown one, where that isn't below the project's root; a path begins where a mapping does.
  private func besideShown(_ text: String) -> SourceFile? {
    guard let shown = shownSource ?? lastFile, !shown.text.hasPrefix(settings.root.rawValue + "/"),
      let slash = shown.text.lastIndex(of: "/")
    else { return nil }
    switch shown {
    case .remote(let path):
      return path.isPseudo || path.isWindows ? nil : .remote(RemotePath(shown.text[...slash] + text))
    case .local:
      let mapped = paths.mappings.map(\.local.rawValue).first { shown.text.hasPrefix($0 + "/") }
      let folder = text.contains("/") ? mapped.map { $0 + "/" } : nil
      return .local(LocalPath((folder ?? String(shown.text[...slash])) + text))
    }
  }

  private func presentFile() -> Result<SourceFile, CommandFailure> {
    if let file = shownSource ?? lastFile { return .success(file) }
    return .failure(CommandFailure("no file is shown yet: name it, as in FILE:LINE"))
  }

  /// The first line of a function's body, looked for in the shown file first, then in all that are here.
  private func definition(of name: String) -> Result<(SourceFile, Int), CommandFailure> {
    let shown = [shownSource, shownPlace?.file].compactMap(\.self)
    let others = sources.keys.sorted { $0.text < $1.text }.filter { !shown.contains($0) }
    for file in shown + others {
      guard let definition = document(file)?.definition(of: name) else { continue }
      return .success((file, definition.body))
    }
    return .failure(CommandFailure("no function \(name) in the files that are open; use FILE:LINE"))
  }
}
