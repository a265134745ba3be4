/// The names of the objects that batch mode writes, which `wait` takes.
public enum BatchEvent: String, Equatable, Sendable, CaseIterable {
  case listening, connected, stopped, resumed
  case threadStarted = "thread_started"
  case threadEnded = "thread_ended"
  case output, breakpoint, result, display, warning, knock, ended
}
