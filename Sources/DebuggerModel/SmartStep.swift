/// A step into one call of several: made of plain steps, which every release does alike. Calls that are not meant are stepped
/// out of again; none of the stops in between is told.
struct SmartStep: Equatable, Sendable {
  let call: SourceCall
  /// The lines of the statement that calls.
  let lines: ClosedRange<Int>
  /// The frames of the stack where it began.
  let depth: Int
  private var entered = 0
  private var hops = 0
  private static let mostHops = 300

  init(call: SourceCall, lines: ClosedRange<Int>, depth: Int) {
    self.call = call
    self.lines = lines
    self.depth = depth
  }

  /// It has gone on at least once by itself.
  var isUnderWay: Bool { hops > 0 }

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
    guard isMeant(innermost.function) else { return .goOn(.stepOut) }
    entered += 1
    return entered == wanted ? .arrived : .goOn(.stepOut)
  }

  /// A class is entered at its `__init__`.
  private func isMeant(_ function: String) -> Bool {
    function == call.name || (call.classOccurrence > 0 && function == "__init__")
  }

  private var wanted: Int { call.classOccurrence > 0 ? call.classOccurrence : call.occurrence }
}
