/// A setting of the debugger inside the processes, as `set` changes it: it holds for all that are connected and all that come.
public enum DebuggeeOption: Equatable, Sendable {
  /// What functions returned is listed among the variables.
  case returnValues(Bool)
}
