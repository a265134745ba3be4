import CommandLanguage

/// Shows only the rows of a list with a text in them; capitals make no difference.
struct RowFilter: Equatable, Sendable {
  private(set) var text = ""

  var isEmpty: Bool { text.isEmpty }

  /// For the rule above the pane.
  var remark: String { text.isEmpty ? "" : "with “\(RowText.cut(text, to: 16))”" }

  func takes(_ row: String) -> Bool { text.isEmpty || row.lowercased().contains(text.lowercased()) }

  /// What a command makes of the filter.
  enum Outcome {
    /// It is another one: the rows are to be made anew.
    case changed
    case asks(ViewAction)
  }

  /// - Returns: `nil` where the command is not about the filter.
  mutating func take(_ command: ViewCommand) -> Outcome? {
    switch command {
    case .filter(let text?): self.text = text
    case .filter(nil): return .asks(.prompt(.filter, initial: text))
    case .cancel where !isEmpty: text = ""
    default: return nil
    }
    return .changed
  }
}
