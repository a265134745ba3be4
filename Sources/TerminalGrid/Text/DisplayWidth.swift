/// How many columns a terminal gives a scalar. It agrees with the C library where that knows the character, and does not
/// depend on the locale.
public enum DisplayWidth {
  /// 0 for what combines or can't be seen, 1, or 2; -1 for controls and for what is not a character (yet).
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? -1 : 1 }
    if value < 0x300 { return value < 0xA0 ? -1 : 1 }
    // Rules and blocks, of which a screen has hundreds.
    if (0x2500...0x259F).contains(value) { return 1 }
    if isWide(value) { return 2 }
    return ofRare(scalar)
  }

  /// The columns that `Grid.put` takes for a text from the start of a line: what it shows, not what it was given.
  public static func of(_ text: String, tabWidth: Int = 8) -> Int {
    text.unicodeScalars.reduce(0) { column, scalar in
      switch ShownScalar(scalar) {
      case .tab: column + tabWidth - column % tabWidth
      case .mark, .nothing: column
      case .narrow: column + 1
      case .wide: column + 2
      }
    }
  }

  private static func ofRare(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .format: return isVisibleFormat(value) ? 1 : 0
    case .nonspacingMark, .enclosingMark: return 0
    case .control, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: return -1
    default: return 1
    }
  }

  /// Signs of Arabic, Syriac and Kaithi that stand before a number: formats by their category, but drawn.
  private static func isVisibleFormat(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      let range = wideRanges[middle]
      if value < range.lowerBound {
        high = middle
      } else if value > range.upperBound {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
