extension DebuggerState {
  /// - Parameter name: the expression that was asked about.
  func arrayResult(_ window: ArrayWindow, name: String) -> ResultValue {
    .object([
      .init("name", .string(name)), .init("type", .string(window.type)),
      .init("shape", .list(window.shape.map { .int($0) })),
      .init("dtype", window.elementType.map { .string($0) } ?? .null),
      .init("rows", .int(window.rowCount)), .init("columns", .int(window.columnCount)),
      .init("row_offset", .int(window.rowOffset)), .init("column_offset", .int(window.columnOffset)),
      .init("row_labels", texts(window.rowLabels)), .init("column_labels", texts(window.columnLabels)),
      .init("cells", .list(window.cells.map(texts))),
    ])
  }

  private func texts(_ texts: [String]) -> ResultValue { .list(texts.map { .string($0) }) }
}
