/// Names one frame of one stop: what is loaded for it is of no use for any other.
public struct FrameKey: Hashable, Sendable {
  public let process: ProcessNumber
  public let thread: ThreadID
  public let stop: StopID
  public let frame: FrameID

  public init(process: ProcessNumber, thread: ThreadID, stop: StopID, frame: FrameID) {
    self.process = process
    self.thread = thread
    self.stop = stop
    self.frame = frame
  }
}

/// Something asked of the process: under way, here, or refused.
public enum Loading<Value: Equatable & Sendable>: Equatable, Sendable {
  case underWay
  case loaded(Value)
  case failed(String)

  public var value: Value? {
    if case .loaded(let value) = self { value } else { nil }
  }
}

/// The children of one variable as far as they are loaded.
public struct VariableList: Equatable, Sendable {
  public var variables: [Variable]
  /// There are more, to be asked for from this offset on.
  public var nextOffset: Int?
  /// There are special variables, too, which the process keeps back until they are asked for.
  public var hasFolded: Bool
  /// The elements have no places: they are those of a set, named by their identities.
  public var isSet: Bool

  /// Some of the values are still computed.
  public var hasPending: Bool { variables.contains(where: \.isPending) }

  public init(_ variables: [Variable], nextOffset: Int? = nil, hasFolded: Bool = false, isSet: Bool = false) {
    self.variables = variables
    self.nextOffset = nextOffset
    self.hasFolded = hasFolded
    self.isSet = isSet
  }
}

/// The variables of one frame, loaded level by level as they are opened. `VariablePath.root` holds the locals.
public struct VariableTree: Equatable, Sendable {
  public var lists: [VariablePath: Loading<VariableList>] = [:]

  public init() {}

  public var roots: Loading<VariableList>? { lists[.root] }

  /// The loaded variable at a path. A returned value is listed among the frame's own, with a path that is no child of theirs.
  public func variable(at path: VariablePath) -> Variable? {
    lists[path.parent ?? .root]?.value?.variables.first { $0.path == path }
  }

  /// The loaded variable that `expand` would name so.
  public func variable(named text: String) -> Variable? {
    for list in lists.values {
      if let found = list.value?.variables.first(where: { $0.pathText == text }) { return found }
    }
    return nil
  }
}
