/// A fixture as a test uses it: the copy that the debuggee runs, the copy that the person has, and the lines that
/// its markers name.
struct Program: Sendable {
  let name: String
  let remotePath: String
  let localPath: String
  private let lines: [String]

  /// Copies the fixture called `fixture` to both folders, under `name`.
  /// - Parameter isMarked: in the copy of the person the markers read `# local:`, so that a screen tells which of the two it
  ///   shows.
  init(fixture: String, as name: String, remote: String, local: String, isMarked: Bool) throws {
    let text = try Files.read("\(Environs.root)/Tests/Fixtures/\(fixture)")
    self.name = name
    remotePath = "\(remote)/\(name)"
    localPath = "\(local)/\(name)"
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try Files.write(text, to: remotePath)
    let own = isMarked ? text.split(separator: "# marker:").joined(separator: "# local:") : text
    try Files.write(own, to: localPath)
  }

  /// The 1-based line that carries `# marker: name`.
  func line(_ marker: String) throws -> Int {
    guard let index = lines.firstIndex(where: { $0.hasSuffix("# marker: \(marker)") }) else {
      throw HarnessError("\(name) has no marker \(marker)")
    }
    return index + 1
  }

  /// `name:line` of a marker, as the status line and commands spell it.
  func place(_ marker: String) throws -> String { "\(name):\(try line(marker))" }
}
