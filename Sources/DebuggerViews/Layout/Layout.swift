import CommandLanguage
import TerminalGrid

/// Where everything is on a screen of a given size. Nothing is carried over from the layout before: the same size, weights
/// and order of panes give the same layout.
struct Layout: Equatable, Sendable {
  /// A rectangle with one pane in it, and others behind that.
  struct Slot: Equatable, Sendable {
    /// In the order of their tabs.
    let panes: [PaneName]
    let shown: PaneName
    /// The row with the titles; empty where there is none.
    let rule: Rect
    let content: Rect
  }

  /// A border between two parts of a rectangle.
  struct Split: Equatable, Sendable {
    let border: LayoutBorder
    let isVertical: Bool
    let rect: Rect
    /// Columns or rows of the first part.
    let cut: Int

    /// What is shared out: without the column of a vertical rule.
    var extent: Int { isVertical ? rect.width - 1 : rect.height }
  }

  /// Below this only a sentence is shown.
  static let least = Size(width: 20, height: 4)

  let size: Size
  let status: Rect
  let hints: Rect
  private(set) var slots: [Slot] = []
  private(set) var splits: [Split] = []

  var isTooSmall: Bool { slots.isEmpty }

  /// - Parameters:
  ///   - recency: all panes, the one used last first; it decides on which of the tabs is shown.
  ///   - isZoomed: the first of them has all the room.
  init(size: Size, weights: LayoutWeights, recency: [PaneName], isZoomed: Bool) {
    self.size = size
    let (status, rest) = size.rect.split(rowsFromTop: 1)
    let (body, hints) = rest.split(rowsFromBottom: 1)
    self.status = status
    self.hints = hints
    guard size.width >= Self.least.width, size.height >= Self.least.height else { return }
    let whole = LayoutTree.arrangement(for: size)
    let tree = isZoomed ? recency.first.map { whole.zoomed(on: $0) } ?? whole : whole
    divide(tree, body, weights, recency)
  }

  private mutating func divide(_ tree: LayoutTree, _ rect: Rect, _ weights: LayoutWeights, _ recency: [PaneName]) {
    switch tree {
    case .slot(let panes, let isTitled):
      let (rule, content) = rect.split(rowsFromTop: isTitled ? 1 : 0)
      let shown = recency.first { panes.contains($0) } ?? panes.first ?? .source
      slots.append(Slot(panes: panes, shown: shown, rule: rule, content: content))
    case .beside(let border, let first, let second):
      let extent = rect.width - 1
      let cut = Self.limit(weights.cut(border, of: extent), extent, first.least.width, second.least.width)
      splits.append(Split(border: border, isVertical: true, rect: rect, cut: cut))
      let (left, right) = rect.split(columnsFromLeft: cut)
      divide(first, left, weights, recency)
      divide(second, right.inset(left: 1), weights, recency)
    case .above(let border, let first, let second):
      let cut = Self.limit(weights.cut(border, of: rect.height), rect.height, first.least.height, second.least.height)
      splits.append(Split(border: border, isVertical: false, rect: rect, cut: cut))
      let (top, bottom) = rect.split(rowsFromTop: cut)
      divide(first, top, weights, recency)
      divide(second, bottom, weights, recency)
    }
  }

  /// A cut that leaves both parts what they need, as far as there is so much.
  private static func limit(_ cut: Int, _ extent: Int, _ first: Int, _ second: Int) -> Int {
    min(max(cut, min(first, extent)), max(0, extent - second))
  }

  func slot(of pane: PaneName) -> Slot? { slots.first { $0.panes.contains(pane) } }

  func slot(at point: Point) -> Slot? { slots.first { $0.content.contains(point) || $0.rule.contains(point) } }
}
