import DebuggerModel
import TerminalGrid

/// How a breakpoint is marked: its glyph says what it is and how it stands, its role only repeats that in colour.
struct BreakpointMark: Equatable, Sendable {
  let glyph: String
  let role: Role

  init(_ breakpoint: Breakpoint, isMuted: Bool, _ glyphs: Glyphs) {
    self.init(breakpoint.state, isMuted: isMuted, plain: Self.glyph(breakpoint.options, glyphs), glyphs)
  }

  init(_ breakpoint: ExceptionBreakpoint, isMuted: Bool, _ glyphs: Glyphs) {
    let options = BreakpointOptions(
      condition: breakpoint.options.condition, logMessage: breakpoint.options.logMessage)
    self.init(breakpoint.state, isMuted: isMuted, plain: Self.glyph(options, glyphs), glyphs)
  }

  private init(_ state: Breakpoint.State, isMuted: Bool, plain: String, _ glyphs: Glyphs) {
    switch state {
    case .disabled:
      self.init(glyphs.breakpointPending, .breakpointDisabled)
    case .pending:
      self.init(glyphs.breakpointPending, isMuted ? .breakpointDisabled : .breakpointPending)
    case .set, .moved:
      self.init(plain, .breakpoint)
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
