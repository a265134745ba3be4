extension Unicode.Scalar {
  /// The picture of a control character, which can be seen and does nothing; `nil` for what is none.
  public var controlPicture: Unicode.Scalar? {
    switch value {
    case ..<0x20: Unicode.Scalar(0x2400 + value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: nil
    }
  }

  /// Whether the grid leaves the character out, since it can't be seen and could only mislead.
  public var isLeftOut: Bool { ShownScalar(self) == .nothing }
}
