import CommandLanguage
import DebuggerModel
import SourcePaths

@testable import TerminalGrid

/// What comes from a terminal, a person or a program's output.
enum TextTarget {
  /// A size of pieces, and output: nothing that a terminal acts on is left of it.
  static func output(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let text = String(lossy: bytes[1...])
    var builder = AnsiLineBuilder()
    let whole = builder.append(text) + builder.finish()
    var other = AnsiLineBuilder()
    var parts: [AnsiTextLine] = []
    var piece = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      piece.unicodeScalars.append(scalar)
      if index % (Int(first & 15) + 1) == Int(first & 15) {
        parts += other.append(piece)
        piece = ""
      }
    }
    parts += other.append(piece) + other.finish()
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      try BrokenPromise.check(words(whole) == words(parts), "\(words(whole)) in pieces: \(words(parts))")
    }
    for scalar in words(whole).joined().unicodeScalars where scalar != "\t" {
      try BrokenPromise.check(!isControl(scalar), "the control character \(scalar.value) is left")
    }
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
  }

  private static func words(_ lines: [AnsiTextLine]) -> [String] { lines.map { $0.runs.map(\.text).joined() } }

  /// How bytes arrive, and keys: there are never more events than bytes.
  static func input(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    var decoder = InputDecoder(terminal: first & 1 == 0 ? "" : "rxvt")
    var count = 0
    var rest = bytes[1...]
    while !rest.isEmpty {
      count += decoder.feed(rest.prefix(Int(first >> 4) + 1)).count
      rest = rest.dropFirst(Int(first >> 4) + 1)
      if first & 2 != 0 { count += decoder.flush().count }
    }
    count += decoder.flush().count
    try BrokenPromise.check(count <= bytes.count, "\(count) events of \(bytes.count) bytes")
  }

  /// A cursor, and a line of the command language.
  static func command(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let text = String(lossy: bytes[1...])
    for mode in [CommandMode.screen, .batch] {
      if case .view(let view) = try? CommandParser.parse(text, mode: mode) { _ = view.commandText }
    }
    _ = CommandCompletion.complete(text, cursor: Int(first) % (text.count + 1))
    _ = (PythonInput.isComplete([text]), PythonInput.indentation(after: [text]), PythonInput.dedented([text]))
  }

  /// Mappings and paths, one a line: names of one file are equal and hash alike, and each way has its way back.
  static func paths(_ bytes: [UInt8]) throws {
    let lines = String(lossy: bytes).split(separator: "\n", omittingEmptySubsequences: false).prefix(60).map(
      String.init)
    var mapper = PathMapper()
    for line in lines.dropLast() {
      if let mapping = try? PathMapping(parsing: line, relativeTo: LocalPath("/base"), home: "/home/u") {
        mapper.add(mapping)
      }
    }
    _ = mapper.conflicts
    for line in lines {
      let remote = RemotePath(line)
      try BrokenPromise.check(
        remote == RemotePath(line) && remote.hashValue == RemotePath(line).hashValue, "\(line) is two files")
      _ = (remote.components, remote.name, mapper.local(for: remote), LocalPath(line).normalized.components)
      _ = mapper.remotes(for: LocalPath(line)).map(\.name)
      _ = mapper.suggestMapping(for: remote, candidates: lines.map { LocalPath($0) })
    }
  }
}
