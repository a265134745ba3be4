import DebuggerModel
import NIOCore
import PydevdClient
import PydevdWire
import SourcePaths

extension SessionDriver {
  /// Has a stopped thread look whether the files of breakpoints are there, where the process does not tell by itself.
  func check(_ files: [RemotePath], at key: FrameKey) {
    guard let dialect = processes[key.process]?.dialect, !dialect.tellsMissingFiles else { return }
    let request = Evaluate(
      thread: key.thread.rawValue, frame: key.frame.rawValue,
      expression: PythonHelper.fileChecks(files.map(\.rawValue)),
      trim: false)
    with(key.process) { connection in
      connection.request(request, within: settings.requestTimeout) { [weak self] result in
        guard case .success(let value) = result, !value.isErrorOnEval else { return }
        self?.assumeIsolated { $0.report(value.value, of: files, in: key.process) }
      }
    }
  }

  private func report(_ answer: String, of files: [RemotePath], in process: ProcessNumber) {
    let letters = answer.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
    for (letter, file) in zip(letters, files) {
      if letter == "m" { emit(.breakpointFileMissing(process, file)) }
      if letter == "x" { emit(.breakpointFileExcluded(process, file)) }
    }
  }
}
