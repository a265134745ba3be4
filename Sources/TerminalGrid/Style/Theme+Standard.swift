extension Theme {
  /// `default`: for terminals with a dark background of their own.
  public static let standard = Theme(name: "default", paints: standardPaints)

  /// Not 231, the same white: each change to that is six bytes more, several times a step.
  private static let white = Ink(15, 15)
  private static let grey = Ink(245, 8)
  private static let red = Ink(203, 9)
  private static let yellow = Ink(179, 3)

  private static let standardPaints: [Role: Paint] = [
    .dim: Paint(grey, plain: .dim), .gutter: Paint(grey, plain: .dim), .rule: Paint(grey, plain: .dim),
    .title: Paint(Ink(250, 7)), .titleFocused: Paint(Ink(81, 14), .bold, plain: [.bold, .underline]),
    .currentLine: Paint(white, on: Ink(18, 4), plain: .reverse),
    .callerLine: Paint(white, on: Ink(53, nil), plain: .underline),
    .cursorLine: Paint(Ink(254, nil), on: Ink(236, nil), plain: .underline),
    .breakpoint: Paint(red, .bold, plain: .bold), .breakpointPending: Paint(yellow),
    .breakpointDisabled: Paint(grey, plain: .dim),
    .breakpointError: Paint(white, on: Ink(124, 1), .bold, plain: [.bold, .reverse]),
    .executionMark: Paint(Ink(11, 11), plain: .bold), .changed: Paint(Ink(215, 11), plain: .bold),
    .error: Paint(red, plain: .bold), .warning: Paint(Ink(214, 3), plain: .bold), .success: Paint(Ink(114, 2)),
    .statusBar: Paint(Ink(15, 0), on: Ink(238, 7), plain: .reverse),
    .statusRunning: Paint(Ink(231, 0), on: Ink(22, 2), .bold, plain: [.bold, .reverse]),
    .statusStopped: Paint(white, on: Ink(124, 1), .bold, plain: [.bold, .reverse]),
    .statusWaiting: Paint(white, on: Ink(25, 4), .bold, plain: [.bold, .reverse]),
    .hint: Paint(grey), .hintKey: Paint(Ink(81, 6), .bold, plain: .bold),
    .selection: Paint(white, on: Ink(24, 4), plain: .reverse),
    .searchHit: Paint(Ink(16, 0), on: Ink(220, 3), plain: [.reverse, .bold]),
    .keyword: Paint(Ink(141, 5), plain: .bold), .builtin: Paint(Ink(80, 6)), .string: Paint(Ink(114, 2)),
    .comment: Paint(grey, plain: .dim), .number: Paint(yellow), .decorator: Paint(Ink(180, 3)),
    .definition: Paint(Ink(75, 12), plain: .bold), .variableName: Paint(Ink(117, 6)),
    .typeName: Paint(grey, plain: .dim),
    .inlineValue: Paint(Ink(108, 2), plain: .dim), .stderr: Paint(Ink(210, 9)),
    .message: Paint(grey, plain: .dim),
    .prompt: Paint(nil, .bold, plain: .bold), .popup: Paint(Ink(253, nil), on: Ink(236, nil)),
    .popupTitle: Paint(white, on: Ink(25, 4), .bold, plain: [.bold, .reverse]),
    .button: Paint(Ink(16, 0), on: Ink(250, 7), plain: .reverse),
  ]
}
