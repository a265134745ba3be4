import DebuggerModel
import NIOCore
import NIOPosix
import PydevdClient
import PydevdWire

extension SessionDriver {
  func setException(_ breakpoint: WireExceptionBreakpoint, in number: ProcessNumber) {
    guard processes[number]?.farewell == nil, let name = ExceptionName(matching: breakpoint.exception) else { return }
    if processes[number]?.exceptions.contains(name) == false { processes[number]?.exceptions.append(name) }
    prepareLastWords(number)
    let moments = breakpoint.moments
    let handled: AddExceptionBreakpoint.Handled =
      moments.contains(.user) ? .everyFrame : moments.contains(.raised) ? .firstRaise : .never
    with(number) { connection in
      connection.send(
        AddExceptionBreakpoint(
          name: name, handled: handled, stopsOnUnhandled: moments.contains(.uncaught),
          ignoresLibraries: breakpoint.ignoresLibraries))
    }
    if handled != .never { rouse(number) }
  }

  /// Has pydevd-pycharm look again at functions that it has passed over: only a change of line breakpoints empties its memory of
  /// those (`pydevd.py`, `consolidate_breakpoints`; `on_breakpoints_changed` does not). The line is one that no file has.
  private func rouse(_ number: ProcessNumber) {
    guard let process = processes[number], process.dialect.forgetsExceptions, process.isRunning,
      let file = process.firstStop?.file
    else { return }
    with(number) { connection in
      connection.send(SetBreakpoint(id: Self.rousing, file: file, line: Self.noLine))
      connection.send(RemoveBreakpoint(id: Self.rousing, file: file))
    }
  }

  private static let rousing = 999_999_999
  private static let noLine = 999_999_999

  func removeException(_ exception: String, from number: ProcessNumber) {
    guard let name = ExceptionName(matching: exception),
      let index = processes[number]?.exceptions.firstIndex(of: name)
    else { return }
    processes[number]?.exceptions.remove(at: index)
    prepareLastWords(number)
    with(number) { $0.send(RemoveExceptionBreakpoint(name: name)) }
  }

  func examine(_ query: ExceptionQuery) {
    guard processes[query.process] != nil else { return }
    let request = Evaluate(
      thread: query.thread.rawValue, frame: query.frame.rawValue, expression: ExceptionProbe.expression(query.question),
      trim: false)
    with(query.process) { connection in
      connection.request(request, within: settings.evaluationTimeout) { [weak self] result in
        self?.assumeIsolated { driver in
          let answer = result.mapError(Self.failure).flatMap { ExceptionProbe.answer($0, to: query.question) }
          driver.emit(.exceptionExamined(query, answer))
        }
      }
    }
  }
}
