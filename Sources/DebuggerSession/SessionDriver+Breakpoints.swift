import DebuggerModel
import NIOCore
import NIOPosix
import PydevdClient
import PydevdWire
import SourcePaths

extension SessionDriver {
  func setBreakpoint(_ breakpoint: DebuggerModel.WireBreakpoint, in number: ProcessNumber) {
    guard processes[number]?.farewell == nil else { return }
    let options = breakpoint.options
    let placed = SessionProcess.PlacedBreakpoint(
      number: breakpoint.number, file: breakpoint.file.rawValue, line: breakpoint.line)
    if processes[number]?.placed.contains(placed) == false { processes[number]?.placed.append(placed) }
    prepareLastWords(number)
    breakpointSerial += 1
    let serial = breakpointSerial
    with(number) { connection in
      connection.send(
        SetBreakpoint(
          id: breakpoint.number.rawValue, file: breakpoint.file.rawValue, line: breakpoint.line,
          condition: options.condition, hitCondition: options.hitCondition.map(Self.hitExpression),
          logMessage: options.logMessage, suspendPolicy: options.suspendPolicy == .all ? .all : .thread,
          serial: serial))
    }
  }

  /// `3`, `>=3` or `%10` as the expression that pydevd evaluates: `@HIT@` stands for the count (`pydevd_breakpoints.py`).
  static func hitExpression(_ text: String) -> String {
    let text = String(text.filter { $0 != " " })
    if text.allSatisfy(\.isNumber) { return "@HIT@ == \(text)" }
    if text.hasPrefix("%") { return "@HIT@ % \(text.dropFirst()) == 0" }
    return "@HIT@ \(text)"
  }

  func removeBreakpoint(_ placed: SessionProcess.PlacedBreakpoint, from number: ProcessNumber) {
    guard let index = processes[number]?.placed.firstIndex(of: placed) else { return }
    processes[number]?.placed.remove(at: index)
    prepareLastWords(number)
    with(number) { $0.send(RemoveBreakpoint(id: placed.number.rawValue, file: placed.file)) }
  }

  /// Written behind the loop's back, one after the other: a slow disk holds up nothing.
  func save(_ records: [BreakpointRecord]) {
    guard let store else { return }
    let earlier = saving ?? eventLoop.makeSucceededVoidFuture()
    let pool = NIOSingletons.posixBlockingThreadPool
    saving = earlier.flatMap { [eventLoop] in
      pool.runIfActive(eventLoop: eventLoop) { try store.save(records) }
    }.flatMapErrorThrowing { [post] error in
      post(.init(events: [.notice(nil, "The breakpoints could not be kept: \(error)", isWarning: true)]))
    }
  }
}
