import CommandLanguage
import DebuggerModel
import TerminalGrid

extension DebuggerScreen {
  var layout: Layout { Layout(size: size, weights: weights, recency: recency, isZoomed: isZoomed) }

  /// Tells everything that depends on it how large the screen is.
  mutating func fit(_ size: Size) {
    let isOther = size != self.size
    self.size = size
    for slot in layout.slots {
      for pane in slot.panes { panes.resize(pane, to: slot.content.size) }
    }
    if isOther { settle() }
    if case .text(var text) = popup {
      text.resize(to: size)
      popup = .text(text)
    }
    if case .finder(var finder) = popup {
      finder.resize(to: size)
      popup = .finder(finder)
    }
    if case .mappings(var mappings) = popup {
      mappings.resize(to: size)
      popup = .mappings(mappings)
    }
    if case .table(var table) = popup {
      table.resize(to: size)
      popup = .table(table)
    }
  }

  /// What is seen of a stop, where that is another part than before.
  func wantedVisibility(_ state: DebuggerState) -> [DebuggerCommand] {
    let shown = layout.slots.map(\.shown)
    let visibility = StopVisibility(
      variables: shown.contains(.variables) || shown.contains(.source), watches: shown.contains(.watches))
    return shown.isEmpty || visibility == state.visibility ? [] : [.setVisibility(visibility)]
  }

  /// The source goes where it would be on a screen that always had this size: a storm of sizes leaves nothing behind.
  private mutating func settle() {
    dragged = nil
    if panes.source.source != nil { panes.source.go(toLine: panes.source.line, isNew: true) }
  }

  /// Gives a pane the keys; it is shown where it was behind others.
  mutating func focus(_ pane: PaneName) {
    recency.removeAll { $0 == pane }
    recency.insert(pane, at: 0)
    fit(size)
  }

  /// Shows a pane. It gets the keys only where it takes the place of the pane that has them.
  mutating func reveal(_ pane: PaneName) {
    guard pane != focused else { return }
    if isZoomed || layout.slot(of: pane)?.panes.contains(focused) == true { return focus(pane) }
    recency.removeAll { $0 == pane }
    recency.insert(pane, at: 1)
    fit(size)
  }

  mutating func moveFocus(by step: Int) {
    let pane = isZoomed ? everyPane.neighbour(of: focused, step: step) : layout.neighbour(of: focused, step: step)
    if let pane { focus(pane) }
  }

  /// The layout without the zoom.
  private var everyPane: Layout { Layout(size: size, weights: weights, recency: recency, isZoomed: false) }

  mutating func switchTab(by step: Int) {
    guard let pane = layout.tab(of: focused, step: step) else {
      return say("\(focused.rawValue) shares its place with no other pane")
    }
    focus(pane)
  }

  mutating func resetLayout() {
    weights.reset()
    isZoomed = false
  }

  mutating func grow(isVertical: Bool, by cells: Int) {
    guard layout.grow(focused, isVertical: isVertical, by: cells, &weights) else {
      return say("\(focused.rawValue) has all the \(isVertical ? "columns" : "rows") there are")
    }
  }
}
