/// Something that the highlighter is inside of.
enum PythonContext: Equatable, Sendable {
  /// How a string began.
  struct Quoting: Equatable, Sendable {
    let quote: UInt8
    let isTriple: Bool
    /// `f"…"` or `t"…"`: braces hold code.
    let isFormatted: Bool
  }

  case string(Quoting)
  /// The code between the braces of an f-string, with so many brackets open in it.
  case field(depth: Int)
  /// What follows the colon in such a field.
  case format

  /// Levels of strings in fields of strings; deeper ones are read as plain text.
  static let deepest = 64
}
