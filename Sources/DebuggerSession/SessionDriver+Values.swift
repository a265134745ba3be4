import DebuggerModel
import NIOCore
import NIOPosix
import PydevdClient
import PydevdWire
import SourcePaths

extension SessionDriver {
  func evaluate(_ request: EvaluationRequest) {
    guard let dialect = processes[request.frame.process]?.dialect else {
      return emit(.evaluated(request, .failure(CommandFailure("the process is gone"))))
    }
    let done: @Sendable (Result<WireVariable, any Error>) -> Void = { [weak self] result in
      self?.assumeIsolated { driver in
        let value = result.map { wire in
          var variable = VariableReading.variable(wire, path: VariablePath([request.expression]))
          variable.name = request.expression
          variable.expression = VariableNaming.operand(request.expression)
          return variable
        }
        driver.emit(.evaluated(request, value.mapError { driver.evaluationFailure($0, dialect) }))
      }
    }
    send(request, dialect, done)
  }

  func fetch(_ path: RemotePath, from number: ProcessNumber) {
    guard processes[number] != nil else {
      return emit(.sourceRead(.remote(path), .failure(CommandFailure("the process is gone"))))
    }
    with(number) { connection in
      connection.request(LoadSource(path: path.rawValue), within: settings.requestTimeout) { [weak self] result in
        self?.assumeIsolated { $0.emit(.sourceRead(.remote(path), result.mapError(Self.failure))) }
      }
    }
  }

  /// Reads a local file behind the loop's back.
  func read(_ path: LocalPath) {
    let pool = NIOSingletons.posixBlockingThreadPool
    pool.runIfActive(eventLoop: eventLoop) { try LocalFile.read(path.rawValue) }.whenComplete { [post] result in
      post(.init(events: [.sourceRead(.local(path), result.mapError(Self.failure))]))
    }
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
