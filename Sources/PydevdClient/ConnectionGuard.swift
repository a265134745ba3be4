/// Someone outside of this process who lets the debuggees go when this process dies without a farewell.
public protocol ConnectionGuard: Sendable {
  func adoptListener(_ descriptor: CInt)
  func adopt(_ number: UInt32, _ descriptor: CInt)
  /// What is to be sent on a connection then, in place of what was set before.
  func setLastWords(_ number: UInt32, _ bytes: [UInt8])
  /// The connection is closed in good order.
  func release(_ number: UInt32)
}
