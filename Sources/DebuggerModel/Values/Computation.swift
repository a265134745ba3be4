/// A value that a stopped thread is computing for the front end, and that takes long.
public struct Computation: Equatable, Sendable {
  public let frame: FrameKey
  /// The variable or the attribute; empty for an expression.
  public let name: String
  /// Where its code stands, as `threading.py:327 wait`.
  public let place: String
  public let seconds: Double
  /// Nothing interrupts it: it waits in C on a thread that is not the main one.
  public let isInC: Bool

  public init(frame: FrameKey, name: String, place: String, seconds: Double, isInC: Bool) {
    self.frame = frame
    self.name = name
    self.place = place
    self.seconds = seconds
    self.isInC = isInC
  }

  /// For the place of the value.
  public var text: String {
    isInC ? words + "; the thread is free when it returns" : words + "  Esc gives up"
  }

  /// The thread was told to go on meanwhile.
  var delay: String {
    "\(name.isEmpty ? "what was evaluated" : name) waits in C (\(place)): the thread goes on when that returns"
  }

  public var words: String { isInC ? "waits in C (\(place))" : "computing \(time) (\(place))" }

  private var time: String {
    let tenths = Int((min(max(seconds, 0), 1e6) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}

extension DebuggerState {
  /// The computation that the thread of a frame is at; `nil` where it is at none.
  public func computation(in key: FrameKey) -> Computation? { computations[key] }

  mutating func computing(_ computation: Computation) -> [Effect] {
    guard isCurrent(computation.frame) else { return [] }
    computations[computation.frame] = computation
    return []
  }

  /// Shows what is there of the variables while the rest is computed. No command is answered with it.
  mutating func variablesSoFar(_ request: VariableRequest, _ list: VariableList) -> [Effect] {
    guard isCurrent(request.frame), request.token == nil else { return [] }
    if case .loaded(let shown)? = variables[request.frame]?.lists[request.path], !shown.hasPending { return [] }
    store(name(list, request), request)
    return []
  }
}
