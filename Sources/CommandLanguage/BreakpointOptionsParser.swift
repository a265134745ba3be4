import DebuggerModel

/// Reads what follows the place of a breakpoint: `if COND hit >=3 log EXPR once thread|all off django|jinja2`, in any order.
///
/// An option word ends the expression before it only outside of quotes and brackets and where a Python expression can end,
/// so `if thread is None` and `if kind == all` mean what they say.
struct BreakpointOptionsParser {
  enum Option: String, CaseIterable {
    case condition = "if"
    case hitCondition = "hit"
    case logMessage = "log"
    case once, thread, all, off, django, jinja2

    var takesText: Bool { self == .condition || self == .hitCondition || self == .logMessage }

    /// The part that it can't do without, in words.
    var missing: String {
      switch self {
      case .condition: "the condition"
      case .hitCondition: "the number of hits after `hit`"
      case .logMessage: "the expression after `log`"
      case .once, .thread, .all, .off, .django, .jinja2: rawValue
      }
    }
  }

  /// One option and the text up to the next one.
  private struct Piece {
    let option: Option
    let text: String
  }

  let arguments: CommandArguments

  /// - Parameter text: options only, or after `, COND` of pdb a condition with options after it.
  func options(_ text: String, startsWithCondition: Bool) throws(CommandError) -> BreakpointOptions {
    var options = BreakpointOptions()
    var seen: Set<Option> = []
    for piece in try pieces(of: text, startsWithCondition: startsWithCondition) {
      guard seen.insert(piece.option).inserted else {
        throw arguments.bad(piece.option.rawValue, expected: "allowed twice")
      }
      try apply(piece, to: &options)
    }
    return options
  }

  private func apply(_ piece: Piece, to options: inout BreakpointOptions) throws(CommandError) {
    if piece.option.takesText != !piece.text.isEmpty {
      if piece.text.isEmpty { throw arguments.missing(piece.option.missing) }
      throw arguments.bad(piece.text, expected: "an option")
    }
    switch piece.option {
    case .condition: options.condition = piece.text
    case .hitCondition: options.hitCondition = try hitCondition(piece.text)
    case .logMessage: options.logMessage = piece.text
    case .once: options.isTemporary = true
    case .thread: options.suspendPolicy = .thread
    case .all: options.suspendPolicy = .all
    case .off: options.isEnabled = false
    case .django: options.template = .django
    case .jinja2: options.template = .jinja2
    }
  }

  /// `3`, `>=3` or `%3`, blanks allowed.
  private func hitCondition(_ text: String) throws(CommandError) -> String {
    let text = text.filter { !$0.isWhitespace }
    let digits = text.hasPrefix(">=") ? text.dropFirst(2) : text.hasPrefix("%") ? text.dropFirst() : text[...]
    guard digits.allSatisfy(\.isASCIIDigit), let count = Int(digits), count > 0 else {
      throw arguments.bad(text, expected: "a number of hits (3, >=3 or %3)")
    }
    return text
  }

  private func pieces(of text: String, startsWithCondition: Bool) throws(CommandError) -> [Piece] {
    var open: Option? = startsWithCondition ? .condition : nil
    var start = text.startIndex
    var pieces: [Piece] = []
    let words = ExpressionScanner.topLevelWords(of: text)
    for (index, word) in words.enumerated() {
      guard let option = Option(rawValue: String(word.text)) else { continue }
      let before = text[start..<word.range.lowerBound]
      guard ends(open, with: before, at: option, rest: words[(index + 1)...]) else { continue }
      if let open { pieces.append(Piece(option: open, text: before.trimmed)) } else { try nothing(before) }
      open = option
      start = word.range.upperBound
    }
    if let open {
      pieces.append(Piece(option: open, text: text[start...].trimmed))
    } else {
      try nothing(text[start...])
    }
    return pieces
  }

  private func nothing(_ text: Substring) throws(CommandError) {
    if !text.trimmed.isEmpty { throw arguments.bad(text.trimmed, expected: "an option") }
  }

  /// Whether an option word starts a new option, and isn't a part of the expression that is being read.
  private func ends(
    _ open: Option?, with text: Substring, at option: Option, rest: ArraySlice<ExpressionScanner.Word>
  ) -> Bool {
    switch open {
    case nil, .once, .thread, .all, .off, .django, .jinja2, .hitCondition: true
    case .condition: ExpressionScanner.canEnd(text) && option != .condition
    case .logMessage:
      ExpressionScanner.canEnd(text) && !(option == .condition && rest.contains { $0.text == "else" })
    }
  }
}
