import CommandLanguage
import TerminalGrid

extension Layout {
  /// The border that a point lies on: a vertical rule, or the rule with titles between two parts.
  func border(at point: Point) -> Split? {
    splits.last { split in
      guard split.rect.contains(point) else { return false }
      return split.isVertical
        ? point.x == split.rect.x + split.cut : point.y == split.rect.y + split.cut
    }
  }

  /// Moves a border to where the mouse is.
  func drag(_ border: LayoutBorder, to point: Point, _ weights: inout LayoutWeights) {
    guard let split = splits.first(where: { $0.border == border }) else { return }
    let cut = split.isVertical ? point.x - split.rect.x : point.y - split.rect.y
    weights.move(border, to: cut, of: split.extent)
  }

  /// Moves the nearest border of a pane, so that it gets so many cells more, or with a negative number fewer.
  /// - Returns: whether the pane has such a border.
  func grow(_ pane: PaneName, isVertical: Bool, by cells: Int, _ weights: inout LayoutWeights) -> Bool {
    guard let slot = slot(of: pane) else { return false }
    let origin = slot.rule.isEmpty ? slot.content.origin : slot.rule.origin
    guard let split = splits.last(where: { $0.isVertical == isVertical && $0.rect.contains(origin) }) else {
      return false
    }
    let isFirst = isVertical ? origin.x < split.rect.x + split.cut : origin.y < split.rect.y + split.cut
    weights.move(split.border, to: split.cut + (isFirst ? cells : -cells), of: split.extent)
    return true
  }

  /// The pane that is shown after or before another one, in the order of the slots.
  func neighbour(of pane: PaneName, step: Int) -> PaneName? {
    guard let index = slots.firstIndex(where: { $0.panes.contains(pane) }) else { return slots.first?.shown }
    if slots.count == 1 { return tab(of: pane, step: step) }
    return slots[(index + step + slots.count) % slots.count].shown
  }

  /// The tab after or before that of a pane; `nil` where it has the rectangle for itself.
  func tab(of pane: PaneName, step: Int) -> PaneName? {
    guard let panes = slot(of: pane)?.panes, panes.count > 1, let index = panes.firstIndex(of: pane) else { return nil }
    return panes[(index + step + panes.count) % panes.count]
  }
}
