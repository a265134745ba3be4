/// A stop, as 105 tells it (`pydevd_net_command_factory_xml.py`, `make_thread_suspend_str`).
public struct WireSuspension: Equatable, Sendable {
  public let threadID: String
  /// The number of the command or event that made it stop: the ``CommandID`` of a step, of `setBreak`, and so on.
  public let stopReason: Int
  /// Of an earlier stop sometimes: pydevd never clears it.
  public let message: String
  /// How the thread is watched: `trace`, `frame_eval` or `sys_monitor`; empty where it is not told.
  public let suspendType: String
  /// Innermost first.
  public let frames: [WireStackFrame]

  init(_ payload: String, _ dialect: Dialect) throws {
    let elements = try XMLScanner.elements(in: payload)
    guard let thread = elements.first(where: { $0.isNamed("thread") }), let id = thread["id"],
      let reason = thread["stop_reason"].flatMap({ Int($0) })
    else { throw WireError.malformed(.threadSuspend, "a stop without its thread or reason") }
    threadID = id
    stopReason = reason
    message = (dialect.quotesThreadMessage ? thread.percentDecoded("message") : thread["message"]) ?? ""
    suspendType = thread["suspend_type"] ?? ""
    frames = WireStackFrame.list(elements, dialect)
  }
}
