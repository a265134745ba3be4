/// The two ways in which terminals report the mouse.
enum MouseReport {
  /// `ESC [ < code ; column ; row M`, or `m` for a release; columns and rows from 1.
  static func sgr(_ sequence: CSISequence) -> MouseEvent? {
    guard let code = sequence.parameter(0), let column = sequence.parameter(1), let row = sequence.parameter(2) else {
      return nil
    }
    switch sequence.final {
    case UInt8(ascii: "M"): return event(code, column, row, isRelease: false)
    case UInt8(ascii: "m"): return event(code, column, row, isRelease: true)
    default: return nil
    }
  }

  /// `ESC [ M` and three bytes, each 32 too high; a release doesn't say of which button.
  static func x10(_ bytes: ArraySlice<UInt8>) -> ScanStep {
    let report = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
    guard report.count == 3 else { return .incomplete }
    let isRelease = report[0] & 0x43 == 3
    let event = event(report[0], report[1], report[2], isRelease: isRelease)
    return .event(event.map(InputEvent.mouse), count: 6)
  }

  private static func event(_ code: Int, _ column: Int, _ row: Int, isRelease: Bool) -> MouseEvent? {
    guard column >= 1, row >= 1, code >= 0, let kind = kind(code, isRelease) else { return nil }
    return MouseEvent(kind, button: button(code), x: column - 1, y: row - 1, modifiers: modifiers(code))
  }

  private static func kind(_ code: Int, _ isRelease: Bool) -> MouseEvent.Kind? {
    if code & 0x80 != 0 { return nil }
    if code & 0x40 != 0 { return [.wheelUp, .wheelDown, nil, nil][code & 3] }
    if isRelease { return .release }
    if code & 0x20 == 0 { return .press }
    return code & 3 == 3 ? nil : .drag
  }

  private static func button(_ code: Int) -> MouseEvent.Button {
    code & 0x40 != 0 ? .none : [.left, .middle, .right, .none][code & 3]
  }

  private static func modifiers(_ code: Int) -> KeyModifiers {
    var modifiers: KeyModifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.ctrl) }
    return modifiers
  }
}
