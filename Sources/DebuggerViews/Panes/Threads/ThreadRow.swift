import DebuggerModel

/// A row of the pane of threads and processes.
enum ThreadRow: Equatable, Sendable {
  case process(ProcessState, isSelected: Bool, depth: Int)
  case thread(ThreadState, process: ProcessNumber, isSelected: Bool, depth: Int)

  static func rows(_ state: DebuggerState) -> [ThreadRow] {
    state.family.flatMap { process, depth -> [ThreadRow] in
      let isSelected = process.number == state.selection.process
      let threads = process.threads.map { thread in
        ThreadRow.thread(
          thread, process: process.number, isSelected: isSelected && thread.id == state.selection.thread,
          depth: depth)
      }
      return [.process(process, isSelected: isSelected, depth: depth)] + threads
    }
  }

  var process: ProcessNumber {
    switch self {
    case .process(let process, _, _): process.number
    case .thread(_, let process, _, _): process
    }
  }

  var thread: ThreadID? {
    switch self {
    case .process: nil
    case .thread(let thread, _, _, _): thread.id
    }
  }
}
