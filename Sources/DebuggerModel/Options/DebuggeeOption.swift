/// A setting of the debugger inside the processes, as `set` changes it: it holds for all that are connected and all that come.
public enum DebuggeeOption: Equatable, Sendable {
  /// Values that the functions of the last step returned are listed.
  case returnValues(Bool)
  /// The parts of properties that are stepped into; the others are passed over.
  case propertyTrace(Set<PropertyPart>)
  /// Functions with an `@DontTrace` comment are passed over.
  case dontTraceComments(Bool)
  case redirect(Redirection)
  case projectRoots(ProjectRoots)
  /// What is in no project root is passed over.
  case filterLibraries(Bool)
  /// Assertions that fail in a test stop there.
  case unitTests(Bool)
  case conditionErrors(ConditionErrors)
  /// Stopped threads of pydevd-pycharm are woken by what is sent to them.
  case accelerate(Bool)
  case values(ValueOptions.Change)
  case link(LinkOptions.Change)
}

/// A function of a property.
public enum PropertyPart: String, CaseIterable, Sendable {
  case getter
  case setter
  case deleter
}

/// What becomes of the output of the processes.
public enum Redirection: String, CaseIterable, Sendable {
  /// It comes where `settrace` was called with `stdoutToServer` and `stderrToServer`.
  case program
  /// It comes from each process.
  case on
  /// None of it is shown.
  case off
}

/// The folders that are "my code" for stepping and for exceptions.
public enum ProjectRoots: Equatable, Sendable {
  /// Those that the path mappings name, and those of a program that is started here; what pydevd takes for it where there are none.
  case automatic
  /// As the processes name them.
  case paths([String])
}

/// What becomes of a hit on a breakpoint whose condition raises.
public enum ConditionErrors: String, CaseIterable, Sendable {
  /// It stops, and the traceback is printed.
  case stop
  /// The traceback is printed.
  case print
  case ignore
}

/// How values of a type are shown.
public struct TypeRenderer: Equatable, Sendable {
  /// With its module: `shop.models.Order`.
  public let type: String
  /// An expression of `self`.
  public let value: String

  public init(type: String, value: String) {
    self.type = type
    self.value = value
  }
}
