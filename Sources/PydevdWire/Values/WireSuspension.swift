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
    var memory = StackMemory()
    try self.init(payload, dialect, &memory)
  }

  /// - Parameter memory: the stack that the same process told last.
  init(_ payload: String, _ dialect: Dialect, _ memory: inout StackMemory) throws {
    let (thread, frames) = try WireStackFrame.list(payload, dialect, &memory) { Thread($0, dialect) }
    guard let thread else { throw WireError.malformed(.threadSuspend, "a stop without its thread or reason") }
    threadID = thread.id
    stopReason = thread.stopReason
    message = thread.message
    suspendType = thread.suspendType
    self.frames = frames
  }

  private struct Thread {
    let id: String
    let stopReason: Int
    let message: String
    let suspendType: String

    init?(_ tag: XMLTag, _ dialect: Dialect) {
      guard let id = tag["id"], let reason = tag["stop_reason"].flatMap({ Int($0) }) else {
        return nil
      }
      self.id = id
      stopReason = reason
      message = (dialect.quotesThreadMessage ? tag.percentDecoded("message") : tag["message"]) ?? ""
      suspendType = tag["suspend_type"] ?? ""
    }
  }
}
