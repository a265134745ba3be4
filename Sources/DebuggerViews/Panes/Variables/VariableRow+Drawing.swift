import CommandLanguage
import DebuggerModel
import TerminalGrid

extension VariableRow {
  func draw(with pen: inout RowPen, in grid: inout Grid, _ glyphs: Glyphs, mode: DisplayMode = .repr) {
    putMarks(with: &pen, in: &grid, glyphs)
    switch content {
    case .variable(let variable):
      let name = variable.shownName(arrow: glyphs.returned)
      ValueText(name: name, nameColumns: nameColumns, variable: variable, mode: mode).put(with: &pen, in: &grid)
    case .group(let group, let count):
      pen.put(group.title + (count.map { " (\($0))" } ?? ""), .dim, in: &grid)
    case .globals: pen.put("globals", .dim, in: &grid)
    case .more(let offset):
      pen.put("\(glyphs.more) more from \(offset) on", .dim, in: &grid)
    case .note(let text, let isError):
      pen.put(text, isError ? .error : .dim, in: &grid)
    }
  }

  /// Two columns and the depth: `*` for a changed value, the twisty of one that can be opened, `✗` for an error.
  private func putMarks(with pen: inout RowPen, in grid: inout Grid, _ glyphs: Glyphs) {
    let isChanged = variable?.previous != nil
    if isChanged, isExpandable { pen.put(glyphs.changed, .changed, in: &grid) }
    let column = 1 + min(depth, 20) * 2
    pen.skip(to: column)
    if isExpandable {
      pen.put(isExpanded ? glyphs.expanded : glyphs.collapsed, .dim, in: &grid)
    } else if variable?.isError == true {
      pen.put(glyphs.error, .error, in: &grid)
    } else if isChanged {
      pen.put(glyphs.changed, .changed, in: &grid)
    }
    pen.skip(to: column + 2)
  }

  /// The row as text: searched, and copied where there is nothing better.
  var text: String {
    switch content {
    case .variable(let variable): "\(variable.shownName(arrow: "→")) = \(variable.value)"
    case .group(let group, _): group.title
    case .globals: "globals"
    case .more: ""
    case .note(let text, _): text
    }
  }
}
