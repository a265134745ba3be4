import DebuggerModel
import NIOCore
import PydevdClient
import PydevdHelpers
import PydevdWire
import SourcePaths

extension SessionDriver {
  /// Gets the text of a file: by its name, or by a program in a stopped frame where that finds more.
  func fetch(_ request: SourceRequest) {
    guard let dialect = processes[request.process]?.dialect else {
      return emit(.sourceFetched(request, .failure(CommandFailure("the process is gone"))))
    }
    if let frame = request.frame, request.asksFrame || !dialect.decodesSources { return ask(frame, request) }
    let load = LoadSource(path: request.path.rawValue)
    // A process waits for it before it runs, and old releases do not answer where there is no such file
    // (`pydevd_process_net_command.py` of pydevd-pycharm 191, `cmd_load_source`).
    let seconds = processes[request.process]?.isRunning == true ? settings.requestTimeout : Self.secondsBeforeRun
    with(request.process) { connection in
      connection.request(load, within: seconds) { [weak self] result in
        let reading = result.map { SourceReading($0) }.mapError(Self.failure)
        self?.assumeIsolated { $0.emit(.sourceFetched(request, reading)) }
      }
    }
  }

  private static let secondsBeforeRun = 3.0

  private func ask(_ frame: FrameKey, _ request: SourceRequest) {
    let helper = FetchedSource.expression(
      ASCIIExpression.literal(request.path.rawValue), frame: frame.frame.rawValue, isFramesOwn: request.isFramesOwn,
      limit: WholeText.limit)
    let evaluate = Evaluate(
      thread: frame.thread.rawValue, frame: frame.frame.rawValue, expression: helper, trim: false)
    let asked = SourceRequest(
      process: request.process, path: request.path, frame: frame, isFramesOwn: request.isFramesOwn, asksFrame: true)
    with(request.process) { connection in
      connection.request(evaluate, within: settings.requestTimeout) { [weak self] result in
        let reading = result.mapError(Self.failure).flatMap { value in
          value.isErrorOnEval
            ? .failure(CommandFailure(VariableReading.errorText(value))) : SourceAnswer.read(value.value)
        }
        self?.assumeIsolated { $0.emit(.sourceFetched(asked, reading)) }
      }
    }
  }
}
