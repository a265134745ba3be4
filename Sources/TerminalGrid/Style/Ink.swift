/// A colour of a theme, in the form for many colours and in the one for few.
public struct Ink: Hashable, Sendable {
  /// Of the 256 colours of xterm.
  let index: UInt8
  /// Of the first 16; `nil` to do without a colour where there are no more.
  let basic: UInt8?

  init(_ index: UInt8, _ basic: UInt8?) {
    self.index = index
    self.basic = basic
  }

  func color(_ depth: ColorDepth) -> AnsiColor? {
    switch depth {
    case .none: nil
    case .eight, .sixteen: basic.map(AnsiColor.indexed)
    case .palette, .direct: .indexed(index)
    }
  }
}
