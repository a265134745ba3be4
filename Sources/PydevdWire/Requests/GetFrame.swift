/// 114: the variables of a frame (`pydevd_comm.py`, `InternalGetFrame`).
public struct GetFrame: PydevdRequest {
  let thread: String
  let frame: String
  let group: VariableGroup

  /// - Parameter group: which of the variables, where the dialect takes a group; otherwise all of them come.
  public init(thread: String, frame: String, group: VariableGroup = .normal) {
    self.thread = thread
    self.frame = frame
    self.group = group
  }

  public var command: CommandID { .getFrame }

  public var threadID: String? { thread }

  public func payload(for dialect: Dialect) -> String {
    "\(thread)\t\(frame)\tFRAME" + (dialect.takesGroup ? "\t\(group.rawValue)" : "")
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> [WireVariable] {
    try frame.variables(dialect)
  }
}
