extension AnsiStyle {
  /// What may stand between `ESC [` and `m`.
  static func isParameter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// Takes in the parameters of a "select graphic rendition" sequence; what is not known is passed over.
  mutating func apply(_ bytes: ArraySlice<UInt8>) {
    var rest = AnsiParameter.list(bytes)[...]
    while let parameter = rest.popFirst() {
      switch parameter.value {
      case 38: set(\.foreground, Self.color(&rest))
      case 48: set(\.background, Self.color(&rest))
      case 58: _ = Self.color(&rest)
      case let value: apply(value, variant: Self.variant(&rest))
      }
    }
  }

  private mutating func set(_ part: WritableKeyPath<AnsiStyle, AnsiColor?>, _ color: AnsiColor?) {
    if let color { self[keyPath: part] = color }
  }

  private mutating func apply(_ value: Int, variant: Int?) {
    switch value {
    case 0: self = AnsiStyle()
    case 30...37: foreground = .indexed(UInt8(value - 30))
    case 39: foreground = nil
    case 40...47: background = .indexed(UInt8(value - 40))
    case 49: background = nil
    case 90...97: foreground = .indexed(UInt8(value - 82))
    case 100...107: background = .indexed(UInt8(value - 92))
    default: applyFlags(value, variant: variant)
    }
  }

  private mutating func applyFlags(_ value: Int, variant: Int?) {
    switch value {
    case 1: flags.insert(.bold)
    case 2: flags.insert(.dim)
    case 3: flags.insert(.italic)
    case 4 where variant == 0, 24: flags.remove(.underline)
    case 4, 21: flags.insert(.underline)
    case 7: flags.insert(.reverse)
    case 22: flags.subtract([.bold, .dim])
    case 23: flags.remove(.italic)
    case 27: flags.remove(.reverse)
    default: break
    }
  }

  /// The sub-parameters of an attribute, `4:3`; the first of them says which kind.
  private static func variant(_ rest: inout ArraySlice<AnsiParameter>) -> Int? {
    let parts = rest.prefix(while: \.isSub)
    rest = rest.dropFirst(parts.count)
    return parts.first?.value
  }

  /// `5;N`, `2;R;G;B`, or the same with colons, where 2 may be followed by a colour space: `2::R:G:B`.
  private static func color(_ rest: inout ArraySlice<AnsiParameter>) -> AnsiColor? {
    if rest.first?.isSub == true {
      var parts = rest.prefix(while: \.isSub).map(\.value)
      rest = rest.dropFirst(parts.count)
      if parts.first == 2, parts.count > 4 { parts.remove(at: 1) }
      return color(parts[...])
    }
    let count = rest.first?.value == 5 ? 2 : rest.first?.value == 2 ? 4 : 1
    let parts = rest.prefix(count).map(\.value)
    rest = rest.dropFirst(count)
    return color(parts[...])
  }

  private static func color(_ parts: ArraySlice<Int>) -> AnsiColor? {
    let numbers = parts.dropFirst().compactMap { UInt8(exactly: $0) }
    switch (parts.first, numbers.count) {
    case (5, 1...) where parts.count == numbers.count + 1: return .indexed(numbers[0])
    case (2, 3...) where parts.count == numbers.count + 1: return .rgb(numbers[0], numbers[1], numbers[2])
    default: return nil
    }
  }
}
