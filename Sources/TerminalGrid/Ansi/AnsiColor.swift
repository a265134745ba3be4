/// A colour that a process asked for.
public enum AnsiColor: Hashable, Sendable {
  /// 0 to 7 normal, 8 to 15 bright, then the cube and the greys of the 256 colours.
  case indexed(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}
