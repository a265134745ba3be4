import DebuggerModel
import PydevdWire

extension BreakpointFailure {
  init(_ failure: WireConditionFailure) {
    self.init(
      breakpoint: failure.breakpoint.map { BreakpointNumber($0) }, thread: failure.threadID.map { ThreadID($0) },
      isLog: failure.part == .log, condition: failure.condition, error: failure.error)
  }
}
