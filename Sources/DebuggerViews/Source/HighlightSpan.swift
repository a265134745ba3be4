/// A token of a line of source that is shown in a colour.
struct HighlightSpan: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case keyword
    case builtin
    case string
    case comment
    case number
    /// The `@` and the dotted name behind it.
    case decorator
    /// The name that a `def`, a `class` or a `type` defines.
    case definition
    case `operator`
    /// `self` and `cls`.
    case selfName
  }

  /// UTF-8 offsets in the line, never empty.
  let range: Range<Int>
  let kind: Kind
}
