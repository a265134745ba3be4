/// A setting in the words of one process.
public enum DebuggeeSetting: Equatable, Sendable {
  case returnValues(Bool)
  case propertyTrace(Set<PropertyPart>)
  case dontTraceComments(Bool)
  /// It can't be taken back.
  case redirectOutput
  /// Not empty; as the process names them.
  case projectRoots([String])
  case filterLibraries(Bool)
  /// It can't be taken back.
  case unitTests
  case conditionErrors(ConditionErrors)
  case accelerate(Bool)
  case values(ValueOptions)
  case link(LinkOptions)
  case renderers([TypeRenderer], roots: [String])
}
