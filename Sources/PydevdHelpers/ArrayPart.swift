/// A part of an array, a table or a nested list.
///
/// The protocol has a command for it (143, GET_ARRAY), which is not used: each release answers it with other shapes and
/// other cells (pydevd lays one axis across and writes `str: 5`, pydevd-pycharm lays it down and writes `np.int64(5)` or
/// `5`), pydevd stops at a thousand rows and knows no Series, and none of them takes a nested list.
public enum ArrayPart {
  private static let helper = Helper(modules: [("dialback_arrays", PackageResources.dialback_arrays_py)])

  /// An expression whose value is the part as JSON (`dialback_arrays.py`, `part_of`).
  /// - Parameter limit: the most cells.
  public static func expression(_ value: String, rows: Range<Int>, columns: Range<Int>, limit: Int) -> String {
    let bounds = [rows.lowerBound, rows.upperBound, columns.lowerBound, columns.upperBound, limit]
    return helper.value("part_of", ["(\(value))"] + bounds.map { "\($0)" })
  }
}
