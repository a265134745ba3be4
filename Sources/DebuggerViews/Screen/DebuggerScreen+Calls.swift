import DebuggerModel

extension DebuggerScreen {
  /// Asks which call of the statement at the stop is to be entered.
  mutating func chooseCall(_ state: DebuggerState) {
    guard let stop = state.selectedSuspension else { return say(StateWords.whyNoStop(state)) }
    let calls = state.callsAtStop
    guard !calls.isEmpty else {
      return say("line \(stop.frames[0].line) has no call that can be chosen; `step` enters the next one")
    }
    // One digit each; `:into N` takes the others.
    let choices = zip("123456789", calls.enumerated()).map { key, call in
      ConfirmPopup.Choice(
        key: key, label: "\(call.element.text)()", outcome: .actions([.command(.stepIntoCall(call.offset + 1))]))
    }
    popup = .confirm(ConfirmPopup(question: "Step into which call of line \(stop.frames[0].line)?", choices: choices))
  }
}
