import DebuggerModel
import NIOCore
import PydevdClient
import PydevdHelpers
import PydevdWire
import SourcePaths

extension SessionDriver {
  /// Has a stopped thread look whether the files of breakpoints are there, where the process does not tell by itself.
  func check(_ files: [RemotePath], areUnread: Bool, at key: FrameKey) {
    guard let dialect = processes[key.process]?.dialect, areUnread || !dialect.tellsMissingFiles else {
      return emit(.breakpointFilesChecked(key.process, files, present: []))
    }
    let request = Evaluate(
      thread: key.thread.rawValue, frame: key.frame.rawValue,
      expression: FileCheck.expression(files.map { ASCIIExpression.literal($0.rawValue) }),
      trim: false)
    with(key.process) { connection in
      connection.request(request, within: settings.requestTimeout) { [weak self] result in
        let answer = (try? result.get()).map { $0.isErrorOnEval ? "" : $0.value } ?? ""
        self?.assumeIsolated { $0.report(answer, of: files, in: key.process) }
      }
    }
  }

  private func report(_ answer: String, of files: [RemotePath], in process: ProcessNumber) {
    let letters = answer.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
    for (letter, file) in zip(letters, files) {
      if letter == "m" { emit(.breakpointFileMissing(process, file)) }
      if letter == "x" { emit(.breakpointFileExcluded(process, file)) }
    }
    let present = zip(letters, files).filter { $0.0 != "m" }.map(\.1)
    emit(.breakpointFilesChecked(process, files, present: present))
  }
}
