import DebuggerModel
import TerminalGrid

extension TablePopup {
  func draw(on grid: inout Grid, screen: Size, glyphs: Glyphs) {
    let area = rect(on: screen)
    let inner = PopupFrame.inner(of: area)
    let columns = shownColumns(in: inner)
    PopupFrame.draw(area, title: title, remark: remark(rows: inner.height - 1, columns), on: &grid, glyphs: glyphs)
    draw(inner.row(0), label: "", columns, style: Style(.popupTitle), on: &grid) { column in
      column < window.columnLabels.count ? window.columnLabels[column] : nil
    }
    for row in 0..<max(0, min(inner.height - 1, window.rowCount - top)) {
      let index = top + row - window.rowOffset
      let isHere = window.rowLabels.indices.contains(index)
      let label = isHere ? window.rowLabels[index] : "\(top + row)"
      draw(inner.row(row + 1), label: label, columns, style: Style(.popup), on: &grid) { column in
        isHere && window.cells[index].indices.contains(column) ? window.cells[index][column] : nil
      }
    }
  }

  /// The columns with their places. The last one may be shown in part.
  private func shownColumns(in inner: Rect) -> [(column: Int, x: Int)] {
    var places: [(column: Int, x: Int)] = []
    var x = inner.x + labelWidth + 2
    var column = left
    while column < window.columnCount, x < inner.maxX {
      places.append((column, x))
      x += width(of: column) + 2
      column += 1
    }
    return places
  }

  private func remark(rows: Int, _ columns: [(column: Int, x: Int)]) -> String {
    guard window.rowCount > rows || columns.count < window.columnCount else { return "" }
    let lastRow = Self.end(rows, from: top, in: window.rowCount) - 1
    let across = columns.last.map { ", columns \(left)-\($0.column) of \(window.columnCount)" } ?? ""
    return "rows \(top)-\(lastRow) of \(window.rowCount)\(across)"
  }

  /// - Parameter text: the cell of a column of the part that is here.
  private func draw(
    _ row: Rect, label: String, _ columns: [(column: Int, x: Int)], style: Style, on grid: inout Grid,
    text: (Int) -> String?
  ) {
    put(label, at: row.x, width: labelWidth, in: row, style: Style(.popupTitle), on: &grid)
    for (column, x) in columns {
      let index = column - window.columnOffset
      let cell = (index >= 0 ? text(index) : nil) ?? "…"
      put(cell, at: x, width: width(of: column), in: row, style: style, on: &grid)
    }
  }

  /// Right-aligned.
  private func put(_ text: String, at x: Int, width: Int, in row: Rect, style: Style, on grid: inout Grid) {
    let flat = RowText.flat(text, lineBreak: "↵", atMost: width + 1)
    let cut = RowText.cut(flat, to: width)
    let start = x + width - RowText.columns(of: cut, atMost: width)
    _ = grid.put(cut, at: Point(x: start, y: row.y), in: row, style: style)
  }
}
