/// What takes the place of line ends and TABs in what is sent: the one would end the message, the other the field.
extension Quoting {
  /// For expressions (113, 115, 117, 121): line ends as `@LINE@`, TABs as blanks, as there is no escape for them
  /// (`pydevd_process_net_command.py`, `cmd_evaluate_expression`).
  public static func escapeExpression(_ text: String) -> String {
    replace(in: text, lineEnd: "@LINE@", tab: "    ")
  }

  /// For the fields of breakpoints (111, 122); an absent or empty one is `None` (`cmd_set_break`).
  public static func escapeBreakpointField(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "None" }
    return replace(in: text, lineEnd: "@_@NEW_LINE_CHAR@_@", tab: "@_@TAB_CHAR@_@")
  }

  /// LF, CR LF and CR are line ends; the separators of Unicode are not, Python reads on over them.
  private static func replace(in text: String, lineEnd: String, tab: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    var result = ""
    for character in text {
      switch character {
      case "\n", "\r\n", "\r": result += lineEnd
      case "\t": result += tab
      default: result.append(character)
      }
    }
    return result
  }
}
