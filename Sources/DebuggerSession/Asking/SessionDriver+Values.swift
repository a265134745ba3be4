import DebuggerModel
import NIOCore
import NIOPosix
import Platform
import PydevdClient
import PydevdHelpers
import PydevdWire
import PythonText
import SourcePaths

extension SessionDriver {
  func evaluate(_ request: EvaluationRequest) {
    guard let dialect = processes[request.frame.process]?.dialect else {
      return emit(.evaluated(request, .failure(CommandFailure("the process is gone"))))
    }
    // A statement may have reloaded modules.
    if request.isStatement { processes[request.frame.process]?.comparedFiles = [:] }
    let number = request.frame.process
    let done: @Sendable (Result<WireVariable, any Error>) -> Void = { [weak self] result in
      self?.assumeIsolated { driver in
        let value = result.map { Self.variable($0, request) }.mapError { driver.evaluationFailure($0, number, dialect) }
        if case .success(let variable) = value, let kept = request.keptNumber, Self.mayBeCut(variable) {
          driver.completeText(of: variable, request, keptAs: kept)
        } else {
          driver.emit(.evaluated(request, value))
        }
      }
    }
    send(request, dialect, done)
  }

  private static func variable(_ wire: WireVariable, _ request: EvaluationRequest) -> Variable {
    var variable = VariableReading.variable(wire, path: VariablePath([request.expression], scope: .expression))
    variable.name = request.expression
    variable.expression = VariableNaming.operand(request.expression)
    return variable
  }

  /// What came was asked for cut: a whole number may be long, too, or too long for Python to tell.
  private static func mayBeCut(_ variable: Variable) -> Bool {
    guard !variable.isError else { return false }
    let isNumber = ["int", "bool", "float", "NoneType", "long"].contains(variable.type)
    return !isNumber || variable.value.hasSuffix("...") || variable.value.hasPrefix(noText)
  }

  /// In the place of a text that could not be made (`pydevd_xml.py`, `get_variable_details`).
  private static let noText = "Unable to get repr"

  /// Puts the whole text in the place of the one that came, which may be cut; where it can't be had, that one has to do.
  private func completeText(of variable: Variable, _ request: EvaluationRequest, keptAs number: Int) {
    let ask = Evaluate(
      thread: request.frame.thread.rawValue, frame: request.frame.frame.rawValue,
      expression: ValueInquiry.wholeText(of: KeptValue.taken(number), limit: WholeText.limit, isShown: false),
      trim: false)
    let limit = evaluationTimeout
    with(request.frame.process) { connection in
      connection.request(ask, within: limit) { [weak self] result in
        var whole = variable
        if case .success(let text) = result {
          if !text.isErrorOnEval {
            whole.value = WholeText.read(text.value)
          } else if variable.value.hasPrefix(Self.noText) {
            // What Python says of it says more than that.
            whole.value = VariableReading.errorText(text)
          }
        }
        self?.assumeIsolated { [whole] in $0.emit(.evaluated(request, .success(whole))) }
      }
    }
  }

  /// Reads a local file on another thread.
  func read(_ path: LocalPath) {
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      // An edit meanwhile is one that is seen at the next look.
      (LocalFile.stamp(path.rawValue), Self.reading(path))
    }.whenSuccess { [weak self, post] stamp, events in
      post(.init(events: events))
      self?.assumeIsolated { _ = $0.files.updateValue(stamp, forKey: path) }
    }
  }

  /// Reads a local file, now: its text, and before that the file that its name leads to by links, where that is another one.
  @Sendable
  static func reading(_ path: LocalPath) -> [DebuggerEvent] {
    var events: [DebuggerEvent] = []
    if let real = LocalFile.realPath(path.rawValue).map({ LocalPath($0) }), real != path {
      events.append(.sourceIdentified(path, real))
    }
    let text = Result { try PythonSource.text(LocalFile.bytes(path.rawValue)) }
    return events + [.sourceRead(.local(path), text.mapError(Self.failure))]
  }

  /// The last line of a traceback says what happened; anything else is told as it is.
  @Sendable
  static func failure(_ error: any Error) -> CommandFailure {
    let text = "\(error)"
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count > 1, let last = lines.last else { return CommandFailure(text) }
    return CommandFailure(text.contains("Traceback (most recent call last)") ? String(last) : text)
  }
}
