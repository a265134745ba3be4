/// The marks and lines that the screen is drawn with. Each has a form of its own in both sets, so that a meaning never
/// hangs on colour alone; all are one column wide.
struct Glyphs: Equatable, Sendable {
  /// A breakpoint that the process has.
  let breakpoint: String
  /// One that no process has yet, or that is disabled.
  let breakpointPending: String
  let breakpointConditional: String
  /// One that writes a message instead of stopping.
  let breakpointLog: String
  /// One that can't be hit, or whose condition fails; also a failed value.
  let error: String
  let warning: String
  /// The line that runs next, and what is selected.
  let execution: String
  /// A line that can be jumped to.
  let target: String
  /// A line that the other version of the text does not have.
  let differs: String
  /// The line of a caller's frame.
  let caller: String
  let expanded: String
  let collapsed: String
  let changed: String
  let horizontal: String
  let vertical: String
  /// A horizontal rule that a vertical one leaves downwards, and so on.
  let teeDown: String
  let teeUp: String
  let teeLeft: String
  let teeRight: String
  let cross: String
  /// There is more to load or to see.
  let more: String
  /// A row is cut at its right end.
  let cut: String
  /// A row begins further to the left.
  let cutLeft: String
  /// A line break within a value.
  let lineBreak: String
  /// The mapping between a local and a remote path.
  let maps: String
  let follow: String
  let dash: String
  let check: String
  let stopped: String
  let running: String
  let listening: String
  let enter: String
  /// A thread that stays when others go on.
  let frozen: String
  /// Before a value that a function returned.
  let returned: String

  static let unicode = Glyphs(
    breakpoint: "●", breakpointPending: "○", breakpointConditional: "◆", breakpointLog: "✎", error: "✗", warning: "!",
    execution: "►", target: "·", differs: "≠", caller: "▹", expanded: "▾", collapsed: "▸", changed: "*",
    horizontal: "─", vertical: "│",
    teeDown: "┬", teeUp: "┴", teeLeft: "┤", teeRight: "├", cross: "┼", more: "…", cut: "»", cutLeft: "«",
    lineBreak: "⏎", maps: "⇄",
    follow: "⇣", dash: "—", check: "✓", stopped: "■", running: "▶", listening: "◌", enter: "⏎", frozen: "❄",
    returned: "→")

  static let ascii = Glyphs(
    breakpoint: "@", breakpointPending: "o", breakpointConditional: "?", breakpointLog: "L", error: "x", warning: "!",
    execution: ">", target: ".", differs: "^", caller: ")", expanded: "v", collapsed: "+", changed: "*",
    horizontal: "-", vertical: "|",
    teeDown: "-", teeUp: "-", teeLeft: "|", teeRight: "|", cross: "+", more: "~", cut: ">", cutLeft: "<",
    lineBreak: "/", maps: "=",
    follow: "v", dash: "-", check: "+", stopped: "#", running: ">", listening: "o", enter: "/", frozen: "%",
    returned: ">")
}
