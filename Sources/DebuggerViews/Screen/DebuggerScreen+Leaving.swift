import CommandLanguage
import DebuggerModel

extension DebuggerScreen {
  /// Restart, detach, kill and quit: what can't be taken back is asked first.
  mutating func leave(_ command: ViewCommand, _ state: DebuggerState) -> [ViewAction] {
    if command == .quit { return quit(state) }
    if command == .restart { return restart(state) }
    guard let process = state.selectedProcess else {
      say("no process is connected")
      return []
    }
    if command == .detach {
      popup = .confirm(
        .yes(
          "Detach from \(process.label)? It runs on, without breakpoints, until its next settrace.", label: "detach",
          [.command(.detach(isHard: false))]))
    } else {
      popup = .confirm(.yes("Kill \(process.label)?", label: "kill it", [.command(.kill)]))
    }
    return []
  }

  private mutating func restart(_ state: DebuggerState) -> [ViewAction] {
    guard options.canRestart else {
      say("only a program that Dialback has started can be started again: dialback run script.py")
      return []
    }
    if state.processes.isEmpty { return [.restart] }
    popup = .confirm(.yes("End the program and start it again?", label: "restart", [.restart]))
    return []
  }

  /// At once where nothing is connected or it was asked already; else there are two ways to go.
  private mutating func quit(_ state: DebuggerState) -> [ViewAction] {
    if state.attachedProcesses.isEmpty || quitsWhenAlone { return [.command(.quit)] }
    let processes = state.attachedProcesses
    let count = processes.count
    let what = count == 1 ? processes[0].label : "\(count) processes"
    let killing = ConfirmPopup.Choice(
      key: "k", label: count == 1 ? "kill it and quit" : "kill all and quit", outcome: .killAllAndQuit)
    let leaving = [ViewAction.command(.quit)]
    if options.canRestart {
      // The program that Dialback has started ends with it, whatever is answered.
      let others = count == 1 ? "it" : "it with its children; any other process is detached, and runs on"
      popup = .confirm(
        ConfirmPopup(
          question: "Quit, with \(what) connected? Dialback has started the program, and ends \(others).",
          choices: [.init(key: "y", label: "end it and quit", outcome: .actions(leaving))]
            + (count == 1 ? [] : [killing])
        ))
      return []
    }
    popup = .confirm(
      ConfirmPopup(
        question: "Quit, with \(what) connected? Quitting detaches: what is debugged runs on, without breakpoints.",
        choices: [.init(key: "d", label: "detach and quit", outcome: .actions(leaving)), killing]))
    return []
  }

  /// Dialback itself goes when the processes are gone: one that runs ends at its next line of Python only.
  mutating func killAllAndQuit(_ state: DebuggerState) -> [ViewAction] {
    quitsWhenAlone = true
    say("ending what is connected; quitting again doesn't wait for it")
    return state.attachedProcesses.flatMap { [.command(.selectProcess($0.number)), .command(.kill)] }
  }
}
