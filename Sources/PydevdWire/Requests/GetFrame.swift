/// 114: the variables of a frame (`pydevd_comm.py`, `InternalGetFrame`).
public struct GetFrame: PydevdRequest {
  let thread: String
  let frame: String

  public init(thread: String, frame: String) {
    self.thread = thread
    self.frame = frame
  }

  public var command: CommandID { .getFrame }

  public var threadID: String? { thread }

  public func payload(for dialect: Dialect) -> String {
    "\(thread)\t\(frame)\tFRAME" + (dialect.takesGroup ? "\t0" : "")
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> [WireVariable] { try frame.variables(dialect) }
}
