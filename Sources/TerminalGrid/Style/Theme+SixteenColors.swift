extension Theme {
  /// `16-color`: only the 16 colours that people choose for their terminal, however many it has.
  public static let sixteenColors = Theme(name: "16-color", paints: sixteenPaints)

  private static func ink(_ index: UInt8) -> Ink { Ink(index, index) }

  private static let black = ink(0)
  private static let red = ink(9)
  private static let green = ink(2)
  private static let yellow = ink(3)
  private static let blue = ink(4)
  private static let magenta = ink(5)
  private static let cyan = ink(6)
  private static let grey = ink(8)
  private static let white = ink(15)

  private static let sixteenPaints: [Role: Paint] = [
    .dim: Paint(grey, plain: .dim), .gutter: Paint(grey, plain: .dim), .rule: Paint(grey, plain: .dim),
    .titleFocused: Paint(cyan, .bold, plain: [.bold, .underline]),
    .currentLine: Paint(white, on: blue, .bold, plain: .reverse),
    .callerLine: Paint(nil, .underline, plain: .underline), .cursorLine: Paint(nil, .underline, plain: .underline),
    .breakpoint: Paint(red, .bold, plain: .bold), .breakpointPending: Paint(yellow),
    .breakpointDisabled: Paint(grey, plain: .dim),
    .breakpointError: Paint(white, on: ink(1), .bold, plain: [.bold, .reverse]),
    .executionMark: Paint(yellow, .bold, plain: .bold), .changed: Paint(yellow, .bold, plain: .bold),
    .error: Paint(red, .bold, plain: .bold), .warning: Paint(yellow, .bold, plain: .bold), .success: Paint(green),
    .statusBar: Paint(black, on: ink(7), plain: .reverse),
    .statusRunning: Paint(black, on: green, plain: [.bold, .reverse]),
    .statusStopped: Paint(white, on: ink(1), .bold, plain: [.bold, .reverse]),
    .statusWaiting: Paint(white, on: blue, .bold, plain: [.bold, .reverse]), .hint: Paint(grey),
    .hintKey: Paint(cyan, .bold, plain: .bold), .selection: Paint(black, on: cyan, plain: .reverse),
    .searchHit: Paint(black, on: yellow, plain: [.reverse, .bold]), .keyword: Paint(magenta, plain: .bold),
    .builtin: Paint(cyan), .string: Paint(green), .comment: Paint(grey, plain: .dim), .number: Paint(yellow),
    .decorator: Paint(yellow), .definition: Paint(cyan, .bold, plain: .bold), .variableName: Paint(cyan),
    .typeName: Paint(grey, plain: .dim), .inlineValue: Paint(green, plain: .dim), .stderr: Paint(red),
    .message: Paint(grey, plain: .dim), .prompt: Paint(nil, .bold, plain: .bold),
    .popup: Paint(black, on: ink(7), plain: []), .popupTitle: Paint(white, on: blue, .bold, plain: [.bold, .reverse]),
    .button: Paint(black, on: cyan, plain: .reverse),
  ]
}
