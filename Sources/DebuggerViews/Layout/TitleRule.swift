import CommandLanguage
import DebuggerModel
import TerminalGrid

/// The rule above a rectangle, with the titles of the panes that share it: `─[1]Variables──2 Watches──4 Breakpoints (2)─`.
struct TitleRule {
  /// A title and the columns that it takes, for clicks.
  struct Tab: Equatable {
    let pane: PaneName
    let text: String
    let x: Int

    var columns: Range<Int> { x..<x + RowText.columns(of: text, atMost: 300) }
  }

  let row: Rect
  let tabs: [Tab]
  private let shown: PaneName
  private let remark: String

  /// Where not all titles fit, those of the other panes are cut down to their numbers.
  init(_ slot: Layout.Slot, titles: [PaneName: String], remark: String) {
    row = slot.rule
    shown = slot.shown
    self.remark = remark
    let whole = Self.place(slot, texts: slot.panes.map { Self.text($0, titles[$0] ?? "", isShown: $0 == slot.shown) })
    let fits = (whole.last?.columns.upperBound ?? 0) < slot.rule.maxX
    let least = slot.panes.map { pane in
      pane == slot.shown ? Self.text(pane, titles[pane] ?? "", isShown: true) : pane.number.map(String.init) ?? "src"
    }
    tabs = fits ? whole : Self.place(slot, texts: least)
  }

  private static func text(_ pane: PaneName, _ title: String, isShown: Bool) -> String {
    guard let number = pane.number else { return isShown ? " \(title) " : "Source" }
    return isShown ? "[\(number)]\(title)" : "\(number) \(title)"
  }

  private static func place(_ slot: Layout.Slot, texts: [String]) -> [Tab] {
    var x = slot.rule.x + 1
    return zip(slot.panes, texts).map { pane, text in
      defer { x += RowText.columns(of: text, atMost: 300) + 2 }
      return Tab(pane: pane, text: text, x: x)
    }
  }

  func draw(isFocused: Bool, on grid: inout Grid, glyphs: Glyphs) {
    let line = String(repeating: glyphs.horizontal, count: row.width)
    _ = grid.put(line, at: row.origin, in: row, style: Style(.rule))
    let clip = row.inset(right: 1)
    for tab in tabs {
      let role: Role = tab.pane != shown ? .dim : isFocused ? .titleFocused : .title
      _ = grid.put(tab.text, at: Point(x: tab.x, y: row.y), in: clip, style: Style(role))
    }
    drawRemark(on: &grid)
  }

  /// At the right end, where it doesn't touch a title.
  private func drawRemark(on grid: inout Grid) {
    let width = RowText.columns(of: remark, atMost: row.width)
    let x = row.maxX - width - 3
    guard width > 0, x > (tabs.last?.columns.upperBound ?? row.x) else { return }
    _ = grid.put(" \(remark) ", at: Point(x: x, y: row.y), in: row, style: Style(.dim))
  }

  func pane(at point: Point) -> PaneName? {
    row.contains(point) ? tabs.first { $0.columns.contains(point.x) }?.pane : nil
  }
}
