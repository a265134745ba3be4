public import DebuggerModel

/// Keeps the breakpoints of a project between runs.
public protocol BreakpointStore: Sendable {
  /// Called on a thread that may block.
  func save(_ records: [BreakpointRecord]) throws

  /// Called on a thread that may block.
  func save(exceptions records: [ExceptionRecord]) throws
}
