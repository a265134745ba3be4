/// How a cell looks: what it means, what lies behind it, and for process output the colours that it asked for.
public struct Style: Hashable, Sendable {
  public var role: Role
  /// The role whose background is used where it has one: a whole line that is selected or executed. `.text` for none.
  public var backdrop: Role
  public var modifiers: Modifiers
  /// The colours that a process gave its output; only with `Role.ansi`.
  public var ansi: AnsiStyle?

  public init(_ role: Role = .text, _ modifiers: Modifiers = [], on backdrop: Role = .text) {
    self.role = role
    self.modifiers = modifiers
    self.backdrop = backdrop
    self.ansi = nil
  }

  /// Process output; text without colours of its own has the role that is given.
  public init(_ ansi: AnsiStyle, plain role: Role = .stdout) {
    self.init(ansi == AnsiStyle() ? role : .ansi)
    if self.role == .ansi { self.ansi = ansi }
  }

  /// The same before another background.
  public func on(_ backdrop: Role) -> Style {
    var copy = self
    copy.backdrop = backdrop
    return copy
  }

  /// The same with more modifiers.
  public func with(_ modifiers: Modifiers) -> Style {
    var copy = self
    copy.modifiers.formUnion(modifiers)
    return copy
  }
}
