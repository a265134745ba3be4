/// The text of a line and of its neighbours, by which a breakpoint finds its line after an edit.
public struct LineText: Equatable, Sendable {
  /// Without the blanks at its ends.
  public let text: String
  /// The nearest lines that are not blank; empty at the ends of the file.
  public let before: String
  public let after: String

  public init(text: String, before: String, after: String) {
    self.text = text
    self.before = before
    self.after = after
  }
}

extension SourceDocument {
  /// Returns the text of a line; `nil` for one that is blank or past the end.
  func text(ofLine number: Int) -> LineText? {
    guard let text = line(number).map(Self.trimmed), !text.isEmpty else { return nil }
    let before = lines[..<(number - 1)].reversed().lazy.map(Self.trimmed).first { !$0.isEmpty }
    let after = lines[number...].lazy.map(Self.trimmed).first { !$0.isEmpty }
    return LineText(text: text, before: before ?? "", after: after ?? "")
  }

  /// Returns the line with a text: the one between the same neighbours, else the nearest; `nil` where the text is gone.
  func line(of wanted: LineText, near old: Int) -> Int? {
    if text(ofLine: old) == wanted { return old }
    let found = lines.indices.lazy.map { $0 + 1 }.filter { self.line($0).map(Self.trimmed) == wanted.text }
    func rank(_ number: Int) -> (Int, Int) {
      let text = self.text(ofLine: number)
      let neighbours = (text?.before == wanted.before ? 1 : 0) + (text?.after == wanted.after ? 1 : 0)
      return (neighbours, -abs(number - old))
    }
    return found.max { rank($0) < rank($1) }
  }

  private static func trimmed(_ line: String) -> String {
    let start = line.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
