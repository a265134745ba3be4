/// How characters are drawn, whatever their colour.
public struct Modifiers: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Modifiers(rawValue: 1)
  public static let underline = Modifiers(rawValue: 2)
  public static let reverse = Modifiers(rawValue: 4)
  public static let italic = Modifiers(rawValue: 8)
  public static let dim = Modifiers(rawValue: 16)
}
