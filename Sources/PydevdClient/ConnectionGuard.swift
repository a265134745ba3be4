/// Someone outside of this process who lets the debuggees go when this process dies without a farewell.
public protocol ConnectionGuard: Sendable {
  func adoptListener(_ descriptor: CInt)
  func adopt(_ number: UInt32, _ descriptor: CInt)
  /// Sets what to send on a connection then, in place of what was set before.
  /// - Returns: whether it was taken; otherwise the guard is behind, and it is to be set again in a moment.
  func setLastWords(_ number: UInt32, _ bytes: [UInt8]) -> Bool
  /// Sets what is still to be sent on a connection before its last words, the first message perhaps sent in part; nothing
  /// where all of it is sent.
  func setUnsent(_ number: UInt32, _ descriptor: CInt, _ bytes: [UInt8])
  /// The connection is closed in good order.
  func release(_ number: UInt32)
  /// Asks for a port that is in use, where the guard of a process that has died holds it still, and waits until it is free.
  func askForPort(_ port: Int)
}
