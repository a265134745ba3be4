import CommandLanguage
import DebuggerModel
import TerminalGrid

/// What a pane may look at while it draws or acts.
struct PaneContext {
  let state: DebuggerState
  /// Marks and lines, in their Unicode or their 7-bit form.
  let glyphs: Glyphs
  let isFocused: Bool
  /// The size that the pane was last drawn with; movement by pages depends on it.
  let size: Size
  /// The key that unfolds library frames, if there is one.
  var unfoldingKey: String? = "a"
}

/// One pane: its own cursor and scroll position, drawn into a rectangle, asked for nothing.
protocol PaneView: Sendable {
  var name: PaneName { get }

  /// It follows the state when it is drawn, or asked for something, and not before: what it makes of the state costs as much
  /// as there are processes, and hundreds of them may say something before anybody looks.
  var isLazy: Bool { get }

  /// For the rule above the pane, without its number: `Variables`, `Breakpoints (2)`.
  func title(_ state: DebuggerState) -> String

  /// Said at the right end of the rule: `+3 lines · follow`; empty for nothing.
  func remark(_ state: DebuggerState) -> String

  /// Told before `absorb` and `handle` whenever the rectangle of the pane has another size.
  mutating func resize(to size: Size)

  /// Follows a change of the state: new console text, a new stop, a list that became shorter.
  mutating func absorb(_ state: DebuggerState)

  /// What the pane needs that is not loaded; asked after each `absorb`, and carried out like commands of the user.
  mutating func wanted(_ state: DebuggerState) -> [DebuggerCommand]

  /// Draws the content; the rule with the title is not the pane's.
  func draw(in rect: Rect, on grid: inout Grid, _ context: PaneContext)

  /// The cell of the pane's own cursor, where it has one.
  func cursorPoint(in rect: Rect) -> Point?

  /// Acts on a command, or says with `nil` that it means nothing here.
  mutating func handle(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]?

  /// A click on a cell of the pane, relative to its upper left corner.
  mutating func click(column: Int, row: Int, _ context: PaneContext) -> [ViewAction]

  /// What can be done here, now, the most useful first: the hint line and the help are made from it.
  func commands(_ context: PaneContext) -> [ViewCommand]

  /// Does some of the work that drawing needs, for no longer than a frame bears it.
  /// - Returns: whether none is left.
  mutating func prepare(_ glyphs: Glyphs) -> Bool

  /// Finds text in the pane from its cursor on, moves to it, and says which hit that is; `nil` where there is none.
  mutating func find(_ text: String, backwards: Bool, _ context: PaneContext) -> SearchPlace?
}

extension PaneView {
  func cursorPoint(in rect: Rect) -> Point? { nil }

  var isLazy: Bool { false }

  func remark(_ state: DebuggerState) -> String { "" }

  mutating func resize(to size: Size) {}

  mutating func prepare(_ glyphs: Glyphs) -> Bool { true }

  mutating func wanted(_ state: DebuggerState) -> [DebuggerCommand] { [] }
}
