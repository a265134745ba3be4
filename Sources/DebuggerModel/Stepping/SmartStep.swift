/// A step into one call of several: made of plain steps, which every release does alike. Calls that are not meant are stepped
/// out of again; none of the stops in between is reported.
///
/// A call is known by the name of its function. An object that is called, a function with a decorator and one that goes by
/// another name run a function that no call of the statement names: it is taken for the next call in turn.
struct SmartStep: Equatable, Sendable {
  let call: SourceCall
  /// The calls of the statement, in the order in which they are carried out.
  private let calls: [SourceCall]
  /// The lines of the statement that calls.
  let lines: ClosedRange<Int>
  private let attributes: Set<String>
  /// The frames of the stack where it began.
  let depth: Int
  private var entered = 0
  /// The first of the calls that has not been met.
  private var next = 0
  private var hops = 0
  private static let mostHops = 300

  /// - Parameter index: of the call that is meant.
  /// - Parameter over: how many of the calls have been made.
  init(into index: Int, of statement: SourceCalls, depth: Int, over: Int = 0) {
    call = statement.calls[index]
    calls = statement.calls
    lines = statement.lines
    attributes = statement.attributes
    self.depth = depth
    next = over
    entered = statement.calls.prefix(over).count { isMeant($0.name) }
  }

  /// It has gone on at least once by itself.
  var isUnderWay: Bool { hops > 0 }

  /// The outcome of a stop at the end of one of its steps.
  enum Turn: Equatable {
    /// Another step follows; nobody hears of the stop.
    case steps([Effect])
    /// The thread stays, after these.
    case stops([Effect])
  }

  enum Verdict: Equatable {
    case goOn(ResumeKind)
    case arrived
    /// The statement is over and the call was not entered.
    case missed
  }

  /// What a stop at the end of one of its steps means.
  mutating func judge(_ frames: [StackFrame]) -> Verdict {
    hops += 1
    guard let innermost = frames.first, frames.count >= depth, hops < Self.mostHops else { return .missed }
    let isInStatement = lines.contains(innermost.line)
    if frames.count == depth { return isInStatement ? .goOn(.stepInto) : .missed }
    // A comprehension or a lambda of the statement has a frame of its own, and the call may be in it.
    if innermost.function.hasPrefix("<"), isInStatement { return .goOn(.stepInto) }
    let isNext = calls.indices.contains(next) && calls[next] == call
    if isMeant(innermost.function) {
      entered += 1
      if entered == wanted { return .arrived }
    } else if isStandIn(innermost.function), isNext {
      return .arrived
    }
    meet(innermost.function)
    return .goOn(.stepOut)
  }

  /// Counts a function that was entered among the calls.
  private mutating func meet(_ function: String) {
    guard next < calls.count else { return }
    if let index = calls[next...].firstIndex(where: { $0.name == function }) {
      next = index + 1
    } else if isStandIn(function) {
      next += 1
    }
  }

  /// Whether a function that no call names may run for one: neither an operator nor an attribute has run it.
  private func isStandIn(_ function: String) -> Bool {
    if ["__call__", "__init__", "__new__"].contains(function) { return true }
    let isSpecial = function.hasPrefix("__") && function.hasSuffix("__")
    return !isSpecial && !attributes.contains(function) && !calls.contains { $0.name == function }
  }

  /// A class is entered at its `__init__`.
  private func isMeant(_ function: String) -> Bool {
    function == call.name || (call.classOccurrence > 0 && function == "__init__")
  }

  private var wanted: Int { call.classOccurrence > 0 ? call.classOccurrence : call.occurrence }
}
