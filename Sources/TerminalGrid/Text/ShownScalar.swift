/// What the grid makes of a scalar, whoever sent it. Nothing that comes out of here can control a terminal.
enum ShownScalar: Equatable {
  case narrow(Unicode.Scalar)
  case wide(Unicode.Scalar)
  /// Joins the character before it.
  case mark(Unicode.Scalar)
  case tab
  /// Dropped: what can't be seen and could only mislead, such as a change of the writing direction.
  case nothing

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F {
      self = .narrow(scalar)
    } else if let picture = scalar.controlPicture {
      self = value == 9 ? .tab : .narrow(picture)
    } else if Self.isDropped(value) {
      self = .nothing
    } else {
      self = Self.visible(scalar)
    }
  }

  /// At least so many columns; 1 for a tab, that takes more.
  var columns: Int {
    switch self {
    case .nothing, .mark: 0
    case .narrow, .tab: 1
    case .wide: 2
    }
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  private static func visible(_ scalar: Unicode.Scalar) -> ShownScalar {
    switch DisplayWidth.of(scalar) {
    case 0: .mark(scalar)
    case 1: .narrow(scalar)
    case 2: .wide(scalar)
    default: .narrow(replacement)
    }
  }

  /// Zero width space and joiner, the marks and the controls of the writing direction, the byte order mark, tags.
  private static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0x61C, 0x200B, 0x200D...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }
}
