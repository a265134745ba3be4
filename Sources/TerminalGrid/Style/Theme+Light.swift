extension Theme {
  /// `light`: for terminals with a light background of their own.
  public static let light = Theme(name: "light", paints: lightPaints)

  private static let black = Ink(16, 0)
  private static let grey = Ink(242, 8)
  private static let red = Ink(124, 1)
  private static let brown = Ink(94, 3)
  private static let white = Ink(231, 15)

  private static let lightPaints: [Role: Paint] = [
    .dim: Paint(grey, plain: .dim), .gutter: Paint(grey, plain: .dim), .rule: Paint(grey, plain: .dim),
    .title: Paint(Ink(238, 0)), .titleFocused: Paint(Ink(25, 4), .bold, plain: [.bold, .underline]),
    .currentLine: Paint(black, on: Ink(189, 6), plain: .reverse),
    .callerLine: Paint(black, on: Ink(225, nil), plain: .underline),
    .cursorLine: Paint(black, on: Ink(254, nil), plain: .underline), .breakpoint: Paint(red, .bold, plain: .bold),
    .breakpointPending: Paint(brown), .breakpointDisabled: Paint(grey, plain: .dim),
    .breakpointError: Paint(white, on: red, .bold, plain: [.bold, .reverse]),
    .executionMark: Paint(Ink(19, 4), .bold, plain: .bold), .changed: Paint(Ink(125, 1), .bold, plain: .bold),
    .error: Paint(red, plain: .bold), .warning: Paint(brown, plain: .bold), .success: Paint(Ink(22, 2)),
    .statusBar: Paint(black, on: Ink(252, 7), plain: .reverse),
    .statusRunning: Paint(white, on: Ink(22, nil), .bold, plain: [.bold, .reverse]),
    .statusStopped: Paint(white, on: red, .bold, plain: [.bold, .reverse]),
    .statusWaiting: Paint(white, on: Ink(25, 4), .bold, plain: [.bold, .reverse]), .hint: Paint(grey),
    .hintKey: Paint(Ink(25, 4), .bold, plain: .bold), .selection: Paint(black, on: Ink(153, 6), plain: .reverse),
    .searchHit: Paint(black, on: Ink(220, 3), plain: [.reverse, .bold]), .keyword: Paint(Ink(90, 5), plain: .bold),
    .builtin: Paint(Ink(24, 6)), .string: Paint(Ink(22, 2)), .comment: Paint(grey, plain: .dim), .number: Paint(brown),
    .decorator: Paint(brown), .definition: Paint(Ink(19, 4), plain: .bold), .variableName: Paint(Ink(24, 4)),
    .typeName: Paint(grey, plain: .dim), .inlineValue: Paint(Ink(58, 2), plain: .dim),
    .stderr: Paint(red), .message: Paint(grey, plain: .dim), .prompt: Paint(nil, .bold, plain: .bold),
    .popup: Paint(black, on: Ink(254, nil)),
    .popupTitle: Paint(white, on: Ink(25, 4), .bold, plain: [.bold, .reverse]),
    .button: Paint(white, on: Ink(240, 4), plain: .reverse),
  ]
}
