import DebuggerModel

/// Reads the answer of ``PythonHelper/array(_:_:)``.
enum ArrayReading {
  static func read(_ answer: String) -> Result<ArrayWindow, CommandFailure> {
    guard let value = JSONReader.read(answer) else { return .failure(unreadable) }
    if let reason = value["refused"]?.string { return .failure(CommandFailure(reason)) }
    return window(value).map { .success($0) } ?? .failure(unreadable)
  }

  static let unreadable = CommandFailure("the process gave an answer that can't be read")

  private static func window(_ value: JSONValue) -> ArrayWindow? {
    guard let type = value["type"]?.string, let shape = value["shape"]?.array?.compactMap(\.int),
      let rows = value["rows"]?.int, let columns = value["columns"]?.int, let rowOffset = value["row_offset"]?.int,
      let columnOffset = value["column_offset"]?.int, let rowLabels = value["row_labels"]?.strings,
      let columnLabels = value["column_labels"]?.strings, let cells = value["cells"]?.array?.compactMap(\.strings),
      cells.count == rowLabels.count, cells.allSatisfy({ $0.count == columnLabels.count })
    else { return nil }
    return ArrayWindow(
      type: type, shape: shape, elementType: value["dtype"]?.string, rowCount: rows, columnCount: columns,
      rowOffset: rowOffset, columnOffset: columnOffset, rowLabels: rowLabels, columnLabels: columnLabels, cells: cells)
  }
}
