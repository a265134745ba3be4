extension Theme {
  /// `high-contrast`: white, yellow and cyan on black, whatever the terminal's own colours are.
  public static let highContrast = Theme(name: "high-contrast", paints: highContrastPaints)

  private static let black = Ink(16, 0)
  private static let white = Ink(231, 15)
  private static let yellow = Ink(226, 11)
  private static let cyan = Ink(51, 14)
  private static let green = Ink(46, 10)
  private static let rose = Ink(217, 15)

  private static let highContrastPaints: [Role: Paint] = [
    .text: Paint(white, on: black), .dim: Paint(white), .gutter: Paint(white), .rule: Paint(white),
    .title: Paint(white), .titleFocused: Paint(black, on: cyan, .bold, plain: [.bold, .reverse]),
    .currentLine: Paint(black, on: yellow, .bold, plain: .reverse),
    .callerLine: Paint(black, on: Ink(225, 7), plain: .underline),
    .cursorLine: Paint(white, on: Ink(17, nil), .underline, plain: .underline),
    .breakpoint: Paint(rose, .bold, plain: .bold), .breakpointPending: Paint(yellow), .breakpointDisabled: Paint(white),
    .breakpointError: Paint(black, on: rose, .bold, plain: [.bold, .reverse]),
    .executionMark: Paint(yellow, .bold, plain: .bold), .changed: Paint(yellow, .bold, plain: .bold),
    .error: Paint(rose, .bold, plain: .bold), .warning: Paint(yellow, .bold, plain: .bold), .success: Paint(green),
    .statusBar: Paint(black, on: white, plain: .reverse),
    .statusRunning: Paint(black, on: green, .bold, plain: [.bold, .reverse]),
    .statusStopped: Paint(black, on: yellow, .bold, plain: [.bold, .reverse]),
    .statusWaiting: Paint(black, on: cyan, .bold, plain: [.bold, .reverse]), .hint: Paint(white),
    .hintKey: Paint(yellow, .bold, plain: .bold), .selection: Paint(black, on: white, .bold, plain: .reverse),
    .searchHit: Paint(black, on: green, .bold, plain: [.reverse, .bold]), .keyword: Paint(cyan, .bold, plain: .bold),
    .builtin: Paint(cyan), .string: Paint(green), .comment: Paint(white, .italic), .number: Paint(yellow),
    .decorator: Paint(yellow), .definition: Paint(white, .bold, plain: .bold), .variableName: Paint(cyan),
    .typeName: Paint(white), .inlineValue: Paint(green, .italic), .stderr: Paint(rose), .message: Paint(white),
    .prompt: Paint(yellow, .bold, plain: .bold), .popup: Paint(white, on: Ink(17, 0)),
    .popupTitle: Paint(black, on: cyan, .bold, plain: [.bold, .reverse]),
    .button: Paint(black, on: white, .bold, plain: .reverse),
  ]
}
