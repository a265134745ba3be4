/// Which colours the roles have. Where both text and background are set, they can be told apart: contrast 4.5 or more.
public struct Theme: Sendable {
  public let name: String
  private let paints: [Role: Paint]

  init(name: String, paints: [Role: Paint]) {
    self.name = name
    self.paints = paints
  }

  /// For the names that `--theme` takes.
  public static let all: [Theme] = [.standard, .light, .highContrast, .sixteenColors]

  /// - Returns: `nil` where there is no theme of that name; `all` has them.
  public init?(named name: String) {
    guard let theme = Self.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }

  func paint(_ role: Role) -> Paint { paints[role] ?? Paint() }

  /// What to ask a terminal for, so that it shows a style.
  public func look(_ style: Style, _ depth: ColorDepth) -> Look {
    depth == .none ? plainLook(style) : colorLook(style, depth)
  }

  private func plainLook(_ style: Style) -> Look {
    let modifiers = [paint(style.role).plain, paint(style.backdrop).plain, style.ansi?.flags ?? []]
      .reduce(style.modifiers) { $0.union($1) }
    return Look(foreground: -1, background: -1, modifiers: modifiers)
  }

  private func colorLook(_ style: Style, _ depth: ColorDepth) -> Look {
    let ground = ground(of: style, depth)
    var colors = Colors(depth)
    colors.background = style.ansi?.background ?? paint(ground).background?.color(depth)
    colors.foreground = style.ansi?.foreground ?? paint(style.role).foreground?.color(depth)
    let isTheirs = style.ansi?.background != nil && style.ansi?.foreground != nil
    if colors.background != nil, !isTheirs, !colors.isLegible { colors.foreground = inkOn(style, ground, depth) }
    if colors.foreground == nil { colors.foreground = paint(.text).foreground?.color(depth) }
    return Look(
      foreground: colors.foregroundNumber, background: colors.backgroundNumber,
      modifiers: modifiers(style, depth).union(colors.brightness))
  }

  /// The role whose background counts: its own, else that of the backdrop, else that of all text.
  private func ground(of style: Style, _ depth: ColorDepth) -> Role {
    [style.role, style.backdrop].first { $0 != .text && paint($0).background?.color(depth) != nil } ?? .text
  }

  /// The colour of text that the owner of a background goes with.
  private func inkOn(_ style: Style, _ ground: Role, _ depth: ColorDepth) -> AnsiColor? {
    guard let theirs = style.ansi?.background else { return paint(ground).foreground?.color(depth) }
    let isDark = Palette.contrast(Palette.rgb(theirs), 0) < Palette.contrast(Palette.rgb(theirs), 0xFFFFFF)
    return .indexed(isDark ? 15 : 0)
  }

  private func modifiers(_ style: Style, _ depth: ColorDepth) -> Modifiers {
    var modifiers = style.modifiers.union(paint(style.role).modifiers).union(style.ansi?.flags ?? [])
    for role in [style.role, style.backdrop] {
      let paint = paint(role)
      if let background = paint.background, background.color(depth) == nil { modifiers.formUnion(paint.plain) }
    }
    // What lies behind text and has no colour at all is seen by its attributes.
    if style.backdrop != .text, paint(style.backdrop).background == nil {
      modifiers.formUnion(paint(style.backdrop).plain)
    }
    return modifiers
  }
}
