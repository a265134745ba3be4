/// A part of an array, a table or a nested list, as text.
public struct ArrayWindow: Equatable, Sendable {
  /// Which part is asked for; what lies outside of the array is left out.
  public struct Part: Equatable, Sendable {
    public var rows: Range<Int>
    public var columns: Range<Int>

    /// The beginning, for who names no part.
    public static let beginning = Self(rows: 0..<100, columns: 0..<30)

    public init(rows: Range<Int>, columns: Range<Int> = Self.beginning.columns) {
      self.rows = rows
      self.columns = columns
    }
  }

  public var type: String
  /// The length along each axis.
  public var shape: [Int]
  /// The types of the elements; `nil` where anything can be in it.
  public var elementType: String?
  /// Of the whole array; one with a single axis has one column.
  public var rowCount: Int
  public var columnCount: Int
  /// Where the part begins.
  public var rowOffset: Int
  public var columnOffset: Int
  /// The names of the rows and the columns of the part: of a table its own, else numbers.
  public var rowLabels: [String]
  public var columnLabels: [String]
  /// Row by row.
  public var cells: [[String]]

  public init(
    type: String, shape: [Int], elementType: String?, rowCount: Int, columnCount: Int, rowOffset: Int,
    columnOffset: Int, rowLabels: [String], columnLabels: [String], cells: [[String]]
  ) {
    self.type = type
    self.shape = shape
    self.elementType = elementType
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.rowOffset = rowOffset
    self.columnOffset = columnOffset
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.cells = cells
  }
}

/// The part of an array that came last, for the screen.
public struct ArrayAnswer: Equatable, Sendable {
  public let expression: String
  public let frame: FrameKey
  public let window: ArrayWindow
  /// Tells one answer from the next.
  public let token: RequestToken

  public init(expression: String, frame: FrameKey, window: ArrayWindow, token: RequestToken) {
    self.expression = expression
    self.frame = frame
    self.window = window
    self.token = token
  }
}
