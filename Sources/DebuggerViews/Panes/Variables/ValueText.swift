import CommandLanguage
import DebuggerModel
import TerminalGrid

/// How a value is written into a row: `name = value   was OLD       type`.
struct ValueText {
  let name: String
  /// The name takes at least so many columns.
  let nameColumns: Int
  let variable: Variable
  var mode = DisplayMode.repr

  /// From here on a pane has room for a column with the types.
  static let widthWithTypes = 56
  /// The value takes at least so many columns before what it was.
  private static let valueColumns = 11

  func put(with pen: inout RowPen, in grid: inout Grid) {
    let start = pen.column
    let most = max(6, pen.room / 2)
    pen.put(RowText.cut(name, to: most), .variableName, in: &grid)
    pen.skip(to: start + min(nameColumns, most))
    pen.put(" = ", .dim, in: &grid)
    let valueStart = pen.column
    pen.put(
      variable.isPending ? variable.value : ValueForm.text(of: variable, mode), role, in: &grid)
    putPrevious(from: valueStart, with: &pen, in: &grid)
    if pen.rect.width >= Self.widthWithTypes, mode != .type {
      pen.putAtEnd(ValueForm.type(of: variable), .typeName, in: &grid)
    }
  }

  private var role: Role {
    if variable.isPending { return .dim }
    return variable.isError ? .error : variable.previous == nil ? .text : .changed
  }

  private func putPrevious(from start: Int, with pen: inout RowPen, in grid: inout Grid) {
    guard let previous = variable.previous, mode == .repr, !pen.isCut else { return }
    let text = "was \(previous)"
    let column = max(pen.column + 2, start + Self.valueColumns)
    guard column + RowText.columns(of: text, atMost: pen.rect.width) <= pen.rect.width else { return }
    pen.skip(to: column)
    pen.put(text, .dim, in: &grid)
  }
}
