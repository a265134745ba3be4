import DebuggerModel
import TerminalGrid

extension VariablesPane {
  func draw(_ row: VariableRow, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    putMarks(row, with: &pen, in: &grid, context.glyphs)
    switch row.content {
    case .variable(let variable):
      ValueText(name: variable.name, nameColumns: row.nameColumns, variable: variable).put(with: &pen, in: &grid)
    case .group(let group, let count):
      pen.put(group.title + (count.map { " (\($0))" } ?? ""), .dim, in: &grid)
    case .globals: pen.put("globals", .dim, in: &grid)
    case .more(let offset):
      pen.put("\(context.glyphs.more) more from \(offset) on", .dim, in: &grid)
    case .note(let text, let isError):
      pen.put(text, isError ? .error : .dim, in: &grid)
    }
  }

  /// Two columns and the depth: `*` for a changed value, the twisty of one that can be opened, `✗` for an error.
  private func putMarks(
    _ row: VariableRow, with pen: inout RowPen, in grid: inout Grid, _ glyphs: Glyphs
  ) {
    let isChanged = row.variable?.previous != nil
    if isChanged, row.isExpandable { pen.put(glyphs.changed, .changed, in: &grid) }
    let column = 1 + min(row.depth, 20) * 2
    pen.skip(to: column)
    if row.isExpandable {
      pen.put(row.isExpanded ? glyphs.expanded : glyphs.collapsed, .dim, in: &grid)
    } else if row.variable?.isError == true {
      pen.put(glyphs.error, .error, in: &grid)
    } else if isChanged {
      pen.put(glyphs.changed, .changed, in: &grid)
    }
    pen.skip(to: column + 2)
  }

  func text(of row: VariableRow) -> String {
    switch row.content {
    case .variable(let variable): "\(variable.name) = \(variable.value)"
    case .group(let group, _): group.title
    case .globals: "globals"
    case .more: ""
    case .note(let text, _): text
    }
  }
}
