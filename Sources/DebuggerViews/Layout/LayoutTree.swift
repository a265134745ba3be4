import CommandLanguage
import TerminalGrid

/// How the area between the status line and the hint line is divided: rectangles, each for one pane or for tabs.
indirect enum LayoutTree: Sendable {
  /// Panes that share a rectangle; `isTitled` gives it a rule with their titles on top.
  case slot([PaneName], isTitled: Bool = true)
  /// Left and right, with a vertical rule of one column between them.
  case beside(LayoutBorder, LayoutTree, LayoutTree)
  /// Above and below; the rule on top of the lower part divides them.
  case above(LayoutBorder, LayoutTree, LayoutTree)

  /// Under 100 columns or 30 rows: the source has the whole width and needs no title.
  static let stacked = LayoutTree.above(
    .stackedSource, .slot([.source], isTitled: false),
    .above(
      .stackedConsole,
      .beside(.stackedStack, .slot([.variables, .watches, .breakpoints]), .slot([.stack, .threads])),
      .slot([.console, .evaluation])))

  static let twoColumns = LayoutTree.beside(
    .twoColumns, .above(.twoConsole, .slot([.source]), .slot([.console, .evaluation])),
    .above(
      .twoVariables, .slot([.variables, .watches]),
      .above(.twoStack, .slot([.stack, .threads]), .slot([.breakpoints]))))

  /// From 180 columns on every pane is seen at once.
  static let threeColumns = LayoutTree.above(
    .threeBottom,
    .beside(
      .threeLeft, .above(.threeThreads, .slot([.threads]), .slot([.breakpoints])),
      .beside(.threeRight, .slot([.source]), .above(.threeVariables, .slot([.variables]), .slot([.watches])))),
    .beside(
      .threeStack, .slot([.stack]), .beside(.threeEvaluation, .slot([.console]), .slot([.evaluation]))))

  /// One pane, and a bar with all of them.
  static let single = LayoutTree.slot(PaneName.allCases)

  static func arrangement(for size: Size) -> LayoutTree {
    if size.width < 60 || size.height < 16 { return .single }
    if size.width < 100 || size.height < 30 { return .stacked }
    return size.width < 180 ? .twoColumns : .threeColumns
  }

  /// The slot that a pane is in, alone.
  func zoomed(on pane: PaneName) -> LayoutTree {
    .slot(slots.first { $0.contains(pane) } ?? [pane])
  }

  private var slots: [[PaneName]] {
    switch self {
    case .slot(let panes, _): [panes]
    case .beside(_, let first, let second), .above(_, let first, let second): first.slots + second.slots
    }
  }

  /// The cells that the tree needs at least to show something of each slot.
  var least: Size {
    switch self {
    case .slot(_, let isTitled): Size(width: 8, height: isTitled ? 2 : 1)
    case .beside(_, let first, let second):
      Size(width: first.least.width + 1 + second.least.width, height: max(first.least.height, second.least.height))
    case .above(_, let first, let second):
      Size(width: max(first.least.width, second.least.width), height: first.least.height + second.least.height)
    }
  }
}
