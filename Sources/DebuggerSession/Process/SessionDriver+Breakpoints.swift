import DebuggerModel
import NIOCore
import PydevdClient
import PydevdWire
import SourcePaths

extension SessionDriver {
  func setBreakpoint(_ breakpoint: DebuggerModel.WireBreakpoint, in number: ProcessNumber) {
    guard processes[number]?.farewell == nil else { return }
    let engines =
      processes[number]?.dialect.mixesTemplateEngines == true ? breakpoint.engines : Array(breakpoint.engines.prefix(1))
    let types = engines.isEmpty ? [.python] : engines.map { BreakpointType($0) }
    breakpointSerial += 1
    let messages = types.map { Self.message(breakpoint, type: $0, serial: breakpointSerial) }
    change(number, at: breakpoint.file.rawValue, line: breakpoint.line) { placed in
      placed.removeAll {
        $0.number == breakpoint.number && $0.isAt(breakpoint.file.rawValue, line: breakpoint.line)
      }
      placed.append(.init(number: breakpoint.number, sent: messages))
    }
  }

  /// Changes the breakpoints of a line and tells the process what has become of it.
  private func change(
    _ number: ProcessNumber, at file: String, line: Int, _ change: (inout [SessionProcess.PlacedBreakpoint]) -> Void
  ) {
    guard let old = processes[number]?.messages(at: file, line: line) else { return }
    var placed = processes[number]?.placed ?? []
    change(&placed)
    processes[number]?.placed = placed
    let new = processes[number]?.messages(at: file, line: line) ?? []
    prepareLastWords(number)
    send(SessionProcess.change(from: old, to: new), to: number)
  }

  func send(_ messages: [any PydevdNotification], to number: ProcessNumber) {
    with(number) { connection in
      for message in messages { connection.send(message) }
    }
  }

  private static func message(
    _ breakpoint: DebuggerModel.WireBreakpoint, type: BreakpointType, serial: Int
  ) -> SetBreakpoint {
    let options = breakpoint.options
    return SetBreakpoint(
      id: breakpoint.number.rawValue, file: breakpoint.file.rawValue, line: breakpoint.line, type: type,
      condition: options.condition, hitCondition: options.hitCondition.map(hitExpression),
      logMessage: options.logMessage, suspendPolicy: options.suspendPolicy == .all ? .all : .thread, serial: serial)
  }

  /// `3`, `>=3` or `%10` as the expression that pydevd evaluates: `@HIT@` stands for the count (`pydevd_breakpoints.py`).
  static func hitExpression(_ text: String) -> String {
    let text = String(text.filter { $0 != " " })
    if text.allSatisfy(\.isNumber) { return "@HIT@ == \(text)" }
    if text.hasPrefix("%") { return "@HIT@ % \(text.dropFirst()) == 0" }
    return "@HIT@ \(text)"
  }

  func removeBreakpoint(_ breakpoint: BreakpointNumber, at file: RemotePath, line: Int, from number: ProcessNumber) {
    func isMeant(_ placed: SessionProcess.PlacedBreakpoint) -> Bool {
      placed.number == breakpoint && placed.isAt(file.rawValue, line: line)
    }
    guard let placed = processes[number]?.placed, placed.contains(where: isMeant) else { return }
    processes[number]?.withdraw(placed.filter(isMeant))
    change(number, at: file.rawValue, line: line) { $0.removeAll(where: isMeant) }
  }
}

extension BreakpointType {
  fileprivate init(_ engine: TemplateEngine) {
    switch engine {
    case .django: self = .django
    case .jinja2: self = .jinja2
    }
  }
}
