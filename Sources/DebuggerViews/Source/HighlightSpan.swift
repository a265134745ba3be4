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

extension [HighlightSpan] {
  /// Notes a token, unless it is empty. The pieces of a string become one.
  mutating func add(_ kind: HighlightSpan.Kind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if kind == .string, let last, last.kind == .string, last.range.upperBound == range.lowerBound {
      self[count - 1] = HighlightSpan(range: last.range.lowerBound..<range.upperBound, kind: kind)
    } else {
      append(HighlightSpan(range: range, kind: kind))
    }
  }
}
