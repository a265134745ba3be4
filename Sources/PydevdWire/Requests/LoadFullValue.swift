/// 151: values that were left out or cut before (`pydevd_comm.py`, `InternalLoadFullValue`). The replies' names are not reliable;
/// they come in the order of the paths.
public struct LoadFullValue: PydevdRequest {
  let thread: String
  let frame: String
  let paths: [[String]]

  /// - Parameter paths: of the variables, each as ``GetVariable`` takes it.
  public init(thread: String, frame: String, paths: [[String]]) {
    self.thread = thread
    self.frame = frame
    self.paths = paths
  }

  public var command: CommandID { .loadFullValue }

  public var threadID: String? { thread }

  /// Each path ends in the separator `__pydev_val__` (`pydevd_constants.py`, `NEXT_VALUE_SEPARATOR`).
  public func payload(for dialect: Dialect) -> String {
    "\(thread)\t\(frame)\t" + paths.map { item($0, dialect) + "__pydev_val__" }.joined()
  }

  private func item(_ names: [String], _ dialect: Dialect) -> String {
    var path = VariablePath(names, isExpression: false)
    if dialect.isNonASCIIFragile { path = path.inASCII() }
    return ([path.isExpression ? "EXPRESSION" : "FRAME"] + path.names).joined(separator: "\t")
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> [WireVariable] {
    let values = try frame.variables(dialect)
    guard values.count == paths.count else {
      throw WireError.malformed(
        frame.command, "\(values.count) values for \(paths.count) variables")
    }
    return values
  }
}
