import DebuggerModel

/// A row of the pane of threads and processes.
enum ThreadRow: Equatable, Sendable {
  case process(ProcessState, isSelected: Bool)
  case thread(ThreadState, process: ProcessNumber, isSelected: Bool)

  static func rows(_ state: DebuggerState) -> [ThreadRow] {
    state.processes.flatMap { process -> [ThreadRow] in
      let isSelected = process.number == state.selection.process
      let threads = process.threads.map { thread in
        ThreadRow.thread(
          thread, process: process.number, isSelected: isSelected && thread.id == state.selection.thread)
      }
      return [.process(process, isSelected: isSelected)] + threads
    }
  }

  var process: ProcessNumber {
    switch self {
    case .process(let process, _): process.number
    case .thread(_, let process, _): process
    }
  }

  var thread: ThreadID? {
    switch self {
    case .process: nil
    case .thread(let thread, _, _): thread.id
    }
  }
}
