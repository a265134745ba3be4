import DebuggerModel

/// Reads what the process says of an array (`dialback_arrays.py`, `part_of`).
enum ArrayReading {
  /// The most cells that are asked for at once.
  static let cellLimit = 10_000

  static func read(_ answer: String) -> Result<ArrayWindow, CommandFailure> {
    guard let value = JSONReader.read(answer) else { return .failure(unreadable) }
    if let reason = value["refused"]?.string { return .failure(CommandFailure(reason)) }
    return window(value).map { .success($0) } ?? .failure(unreadable)
  }

  static let unreadable = CommandFailure("the process gave an answer that can't be read")

  private static func window(_ value: JSONValue) -> ArrayWindow? {
    guard let type = value["type"]?.string, let shape = value["shape"]?.counts,
      let rows = value["rows"]?.count, let columns = value["columns"]?.count,
      let rowOffset = value["row_offset"]?.count, let columnOffset = value["column_offset"]?.count,
      let rowLabels = value["row_labels"]?.strings, let columnLabels = value["column_labels"]?.strings,
      let cells = value["cells"]?.rows,
      cells.count == rowLabels.count, cells.allSatisfy({ $0.count == columnLabels.count }),
      isPart(rowLabels.count, at: rowOffset, of: rows), isPart(columnLabels.count, at: columnOffset, of: columns)
    else { return nil }
    return ArrayWindow(
      type: type, shape: shape, elementType: value["dtype"]?.string, rowCount: rows, columnCount: columns,
      rowOffset: rowOffset, columnOffset: columnOffset, rowLabels: rowLabels, columnLabels: columnLabels, cells: cells)
  }

  /// Whether a part lies inside of the whole, which may be as long as an integer goes.
  private static func isPart(_ count: Int, at offset: Int, of whole: Int) -> Bool {
    offset <= whole && count <= whole - offset
  }
}
