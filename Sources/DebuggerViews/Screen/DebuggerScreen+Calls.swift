import DebuggerModel

extension DebuggerScreen {
  /// Asks which call of the statement at the stop is to be entered; in the middle of a statement the process is asked first
  /// which of them have been made.
  mutating func chooseCall(_ state: DebuggerState) -> [ViewAction] {
    guard state.selectedSuspension != nil else {
      say(StateWords.whyNoStop(state))
      return []
    }
    guard state.mustAskForProgress else {
      offerCalls(state)
      return []
    }
    awaitedCalls = state.selectedFrameKey
    return [.command(.stepIntoCall(nil))]
  }

  /// Offers the calls once the answer is there.
  mutating func absorbCalls(_ state: DebuggerState) {
    guard let awaited = awaitedCalls else { return }
    guard awaited == state.selectedFrameKey else { return awaitedCalls = nil }
    guard !state.mustAskForProgress else { return }
    awaitedCalls = nil
    if popup == nil, prompt == nil { offerCalls(state) }
  }

  /// Columns of a call that is offered.
  private static let callColumns = 60

  private mutating func offerCalls(_ state: DebuggerState) {
    guard let stop = state.selectedSuspension, let over = state.callsOver else {
      return say(DebuggerState.callsUnknown)
    }
    let calls = state.callsAtStop.enumerated().dropFirst(over)
    guard !calls.isEmpty else {
      let line = stop.frames[0].line
      return say("line \(line) has no \(over > 0 ? "further " : "")call that can be chosen; `step` enters the next one")
    }
    // One digit each; `:into N` takes the others.
    let choices = zip("123456789", state.callsAtStop.enumerated()).dropFirst(over).map { key, call in
      ConfirmPopup.Choice(
        key: key, label: RowText.cut(call.element.whole, to: Self.callColumns),
        outcome: .actions([.command(.stepIntoCall(call.offset + 1))]))
    }
    popup = .confirm(ConfirmPopup(question: "Step into which call of line \(stop.frames[0].line)?", choices: choices))
  }
}
