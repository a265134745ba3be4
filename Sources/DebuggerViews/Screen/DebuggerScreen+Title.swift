public import DebuggerModel
import SourcePaths

extension DebuggerScreen {
  /// What the terminal's window is called: `work.py:24 breakpoint #1 - dialback`. While somebody steps, and so looks at the
  /// screen, it has no line: the name would be written anew for each step.
  public func title(_ state: DebuggerState) -> String { "\(words(state)) - dialback" }

  private func words(_ state: DebuggerState) -> String {
    guard state.selectedProcess != nil else {
      return state.listener.map { "waiting at :\($0.port)" } ?? "starting"
    }
    guard let stop = state.selectedSuspension ?? grace.stop, let frame = stop.frames.first else {
      return state.selectedThread.map { "\($0.name) running" } ?? "running"
    }
    let name = state.fileNames.name(of: frame, state)
    let place = stop.reason == .step ? name : "\(name):\(frame.line)"
    return "\(place) \(StatusWords.reason(stop, state))"
  }
}
