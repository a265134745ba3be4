public import DebuggerModel

/// Keeps the breakpoints of a project between runs. Other Dialbacks may keep theirs in the same place: what they have changed is
/// given back, and comes with the next save as a part of the state. All of it is called on a thread that may block, one call at a
/// time.
public protocol BreakpointStore: Sendable {
  func save(_ records: [BreakpointRecord]) throws -> KeptChanges

  func save(exceptions records: [ExceptionRecord]) throws -> KeptChanges

  /// Looks for changes without any of its own.
  func changes() throws -> KeptChanges
}
