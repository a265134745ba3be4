/// The headings of the help, in their order.
public enum CommandSection: String, Equatable, Sendable, CaseIterable {
  case breakpoints = "Breakpoints"
  case running = "Running"
  case moving = "Stack, threads and processes"
  case values = "Values"
  case sources = "Sources and path mappings"
  case session = "Session"
  case screen = "Screen"
}
