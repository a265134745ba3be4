import Logging
import NIOCore
import PydevdWire

/// What a trace has of the wire: which messages went and came, when, and how long they were; never what was in them.
extension PydevdConnection {
  /// Read and decoded since `start`. Output is left out: a flood of it would be a flood of the log, too.
  func trace(_ frames: [Frame], bytes: Int, since start: NIODeadline) {
    guard logger.logLevel <= .trace, frames.contains(where: { $0.command != .writeToConsole }) else { return }
    let microseconds = (NIODeadline.now() - start).nanoseconds / 1000
    let names = frames.prefix(8).map { "\($0.command.rawValue) #\($0.sequence)" }.joined(separator: ", ")
    let more = frames.count > 8 ? " and \(frames.count - 8) more" : ""
    logger.trace("read \(peer) \(names)\(more): \(bytes) bytes, decoded in \(microseconds) us")
  }

  /// Handed to the socket.
  func trace(_ message: [UInt8]) {
    guard logger.logLevel <= .trace else { return }
    let fields = message.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false).prefix(2)
    let names = fields.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " #")
    logger.trace("send \(peer) \(names): \(message.count) bytes")
  }
}
