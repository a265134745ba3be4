/// What a cell means. Panes say roles, the theme says colours, and golden tests draw `letter`.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, dim, title, titleFocused, rule
  /// The line that is executed next, over its whole width; also good as a backdrop.
  case currentLine
  /// The line of a caller's frame, where that frame is shown.
  case callerLine
  /// The line or row of the cursor.
  case cursorLine
  case gutter, breakpoint, breakpointPending, breakpointDisabled, breakpointError, executionMark
  /// A value that the last step changed.
  case changed
  case error, warning, success
  case statusBar, statusRunning, statusStopped, statusWaiting, hint, hintKey
  case selection, searchHit
  case keyword, builtin, string, comment, number, decorator, definition
  case variableName, typeName, inlineValue
  case stdout, stderr
  /// Our own lines in the console.
  case message
  case prompt, popup, popupTitle, button
  /// Process output with colours of its own: the style's `ansi` says which.
  case ansi

  /// One letter of its own for each role, for golden tests.
  public var letter: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .title: "t"
    case .titleFocused: "T"
    case .rule: "-"
    case .currentLine: ">"
    case .callerLine: "<"
    case .cursorLine: "_"
    case .gutter: "g"
    case .breakpoint: "B"
    case .breakpointPending: "P"
    case .breakpointDisabled: "O"
    case .breakpointError: "X"
    case .executionMark: "x"
    case .changed: "*"
    case .error: "!"
    case .warning: "w"
    case .success: "+"
    case .statusBar: "="
    case .statusRunning: "R"
    case .statusStopped: "S"
    case .statusWaiting: "W"
    case .hint: "h"
    case .hintKey: "H"
    case .selection: "s"
    case .searchHit: "f"
    case .keyword: "k"
    case .builtin: "b"
    case .string: "q"
    case .comment: "#"
    case .number: "n"
    case .decorator: "@"
    case .definition: "D"
    case .variableName: "v"
    case .typeName: "y"
    case .inlineValue: "i"
    case .stdout: "o"
    case .stderr: "e"
    case .message: "m"
    case .prompt: "p"
    case .popup: "u"
    case .popupTitle: "U"
    case .button: "["
    case .ansi: "a"
    }
  }
}
