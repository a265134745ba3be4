/// The 256 colours of xterm as red, green and blue, and the nearest of fewer ones.
enum Palette {
  /// 0 to 7 normal, 8 to 15 bright: as xterm has them.
  private static let basic: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
    0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
  private static let steps: [UInt32] = [0, 95, 135, 175, 215, 255]

  /// As 0xRRGGBB.
  static func rgb(_ index: UInt8) -> UInt32 {
    let number = Int(index)
    if number < 16 { return basic[number] }
    if number >= 232 { return UInt32(8 + 10 * (number - 232)) * 0x010101 }
    let cube = number - 16
    return steps[cube / 36] << 16 | steps[cube / 6 % 6] << 8 | steps[cube % 6]
  }

  static func rgb(_ color: AnsiColor) -> UInt32 {
    switch color {
    case .indexed(let index): rgb(index)
    case .rgb(let red, let green, let blue): UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }
  }

  /// The nearest colour among those with the numbers of `range`.
  static func nearest(_ color: AnsiColor, in range: ClosedRange<UInt8>) -> UInt8 {
    if case .indexed(let index) = color, range.contains(index) { return index }
    let wanted = rgb(color)
    let candidates = range.upperBound == 255 ? [cube(wanted), grey(wanted)] : Array(range)
    return candidates.min { distance(rgb($0), wanted) < distance(rgb($1), wanted) } ?? range.lowerBound
  }

  /// The nearest of the 6 x 6 x 6 colours.
  private static func cube(_ color: UInt32) -> UInt8 {
    let red = step(color >> 16 & 0xFF)
    let green = step(color >> 8 & 0xFF)
    let blue = step(color & 0xFF)
    return 16 + 36 * red + 6 * green + blue
  }

  private static func step(_ part: UInt32) -> UInt8 {
    if part < 48 { return 0 }
    return part < 115 ? 1 : UInt8((part - 35) / 40)
  }

  /// The nearest of the 24 greys.
  private static func grey(_ color: UInt32) -> UInt8 {
    let sum: UInt32 = (color >> 16 & 0xFF) + (color >> 8 & 0xFF) + (color & 0xFF)
    let level = (Int(sum / 3) - 3) / 10
    return 232 + UInt8(min(23, max(0, level)))
  }

  private static func distance(_ one: UInt32, _ other: UInt32) -> Int {
    [16, 8, 0].reduce(0) { sum, shift in
      let difference = Int(one >> shift & 0xFF) - Int(other >> shift & 0xFF)
      return sum + difference * difference
    }
  }

  /// By WCAG 2: from 1, the same, to 21, black on white.
  static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ color: UInt32) -> Double {
    0.2126 * linear(color >> 16 & 0xFF) + 0.7152 * linear(color >> 8 & 0xFF) + 0.0722 * linear(color & 0xFF)
  }

  /// The power of 2.4 of sRGB as a polynomial, without a library for mathematics: at most 0.002 off.
  private static func linear(_ part: UInt32) -> Double {
    let value = Double(part) / 255
    return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
  }
}
