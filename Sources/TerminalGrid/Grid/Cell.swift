/// One place of the grid: a character with up to three marks that combine with it, or the right half of a wide one.
public struct Cell: Hashable, Sendable {
  /// The scalar that takes the columns.
  public let base: Unicode.Scalar
  /// Scalars of no width, 21 bits each from the lowest, 0 for none.
  private(set) var marks: UInt64
  /// 1, or 2 for a wide character, or 0 for the place that its right half takes.
  public let width: UInt8
  public var style: Style

  /// Scalars in a cell, the base included.
  public static let mostScalars = 4

  public init(_ base: Unicode.Scalar = " ", width: UInt8 = 1, style: Style = Style()) {
    self.base = base
    self.marks = 0
    self.width = width
    self.style = style
  }

  static func continuation(_ style: Style) -> Cell { Cell(" ", width: 0, style: style) }

  /// Puts a mark onto the character; the fourth and later ones are dropped.
  mutating func combine(_ mark: Unicode.Scalar) {
    for shift in stride(from: 0, to: UInt64(Self.mostScalars - 1) * 21, by: 21) where (marks >> shift) == 0 {
      marks |= UInt64(mark.value) << shift
      return
    }
  }

  /// Nothing but a background is seen of it.
  public var isBlank: Bool { base == " " && marks == 0 && width == 1 }

  var isASCII: Bool { base.isASCII && marks == 0 }

  /// The base and its three marks as numbers, 0 where there is none.
  public var scalarValues: (UInt32, UInt32, UInt32, UInt32) {
    (base.value, UInt32(marks & 0x1F_FFFF), UInt32(marks >> 21 & 0x1F_FFFF), UInt32(marks >> 42 & 0x1F_FFFF))
  }

  /// The base and its marks.
  public var scalars: [Unicode.Scalar] {
    var result = [base]
    var rest = marks
    while rest != 0, let mark = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) {
      result.append(mark)
      rest >>= 21
    }
    return result
  }

  /// Nothing for the right half of a wide character.
  public var text: String {
    if width == 0 { return "" }
    if marks == 0 { return String(Character(base)) }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
