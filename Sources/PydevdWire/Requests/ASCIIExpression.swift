/// Python text with characters that are not ASCII, as an expression that is: pydevd-pycharm's reader may die of the others
/// (``Dialect/needsGuard(_:)``).
public enum ASCIIExpression {
  /// The module of the builtins. A program may have a `compile` of its own, as `re` has, or an `id`: what runs among its names
  /// takes those functions from here.
  public static let builtins =
    "__import__('sys').modules.get('builtins') or __import__('sys').modules['__builtin__']"

  public static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  /// `eval(u"…")` of an expression, with escapes in place of the characters; ASCII text stays as it is.
  public static func make(_ expression: String) -> String {
    isASCII(expression) ? expression : wrapped(expression)
  }

  /// The same for statements: they are compiled from the literal and run in the frame's own names. Were it a mere call, the
  /// process would take it for an expression, and give no variable of the frame its new value (`pydevd_vars.py`,
  /// `evaluate_expression`); and were the names not passed on, Python 3.13 would run it in a copy of them (PEP 667).
  public static func makeStatement(_ statement: String) -> String {
    isASCII(statement) ? statement : "pass;exec(\(literal(statement)),globals(),__import__('sys')._getframe().f_locals)"
  }

  /// An expression for a place where nothing is un-escaped, and where it may stand in brackets: one line, no comment, no TAB.
  static func plain(_ expression: String, _ dialect: Dialect) -> String {
    let isPlain =
      expression.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x23 } && !dialect.needsGuard(expression)
    return isPlain ? expression : wrapped(expression)
  }

  /// A field of 111 or 122 that holds an expression.
  static func breakpointField(_ expression: String?, _ dialect: Dialect) -> String {
    guard let expression, dialect.needsGuard(expression) else {
      return Quoting.escapeBreakpointField(expression)
    }
    return wrapped(expression)
  }

  private static func wrapped(_ expression: String) -> String { "eval(\(literal(expression)))" }

  /// A text literal that Python 2 and 3 read alike.
  public static func literal(_ text: String) -> String {
    var result = "u\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7f...0xffff).contains(scalar.value):
        result += "\\u" + hexadecimal(scalar.value, digits: 4)
      case _ where scalar.value > 0xffff: result += "\\U" + hexadecimal(scalar.value, digits: 8)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
