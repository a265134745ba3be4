import DebuggerModel

/// What panes say where there is nothing to show.
enum StateWords {
  /// Why there are no frames and no variables.
  static func whyNoStop(_ state: DebuggerState) -> String {
    guard let thread = state.selectedThread else {
      return state.attachedProcesses.isEmpty ? "no process is connected" : "nothing is stopped"
    }
    switch thread.status {
    case .running, .resuming: return "\(thread.name) is running"
    case .pausing: return "\(thread.name) stops at its next line of Python"
    case .suspended: return "nothing to show"
    }
  }

  /// How a thread stands, for lists.
  static func status(_ thread: ThreadState) -> String {
    switch thread.status {
    case .running: return "running"
    case .pausing: return thread.isFrozen ? "freezing…" : "pausing…"
    case .resuming: return "resuming"
    case .suspended(let suspension):
      let word = thread.isFrozen ? "frozen" : "stopped"
      return suspension.isHeld ? "\(word), held by another's stop" : "\(word), \(suspension.reason.rawValue)"
    }
  }
}
