import DebuggerModel
import TerminalGrid

/// How a breakpoint is marked: its glyph says what it is and how it stands, its role only repeats that in colour.
struct BreakpointMark: Equatable, Sendable {
  let glyph: String
  let role: Role

  init(_ breakpoint: Breakpoint, isMuted: Bool, _ glyphs: Glyphs) {
    switch breakpoint.state {
    case .disabled:
      self.init(glyphs.breakpointPending, .breakpointDisabled)
    case .pending:
      self.init(glyphs.breakpointPending, isMuted ? .breakpointDisabled : .breakpointPending)
    case .set, .moved:
      self.init(Self.glyph(breakpoint.options, glyphs), .breakpoint)
    case .unbound:
      self.init(glyphs.warning, .breakpointPending)
    case .error:
      self.init(glyphs.error, .breakpointError)
    }
  }

  private init(_ glyph: String, _ role: Role) {
    self.glyph = glyph
    self.role = role
  }

  private static func glyph(_ options: BreakpointOptions, _ glyphs: Glyphs) -> String {
    if options.logMessage != nil { return glyphs.breakpointLog }
    if options.condition != nil || options.hitCondition != nil { return glyphs.breakpointConditional }
    return glyphs.breakpoint
  }
}
