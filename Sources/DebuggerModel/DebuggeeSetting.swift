/// A setting in the words of one process.
public enum DebuggeeSetting: Equatable, Sendable {
  case returnValues(Bool)
}
