import DebuggerModel
import Testing

@Suite struct FamilyTests {
  /// Process 1 with pid 7, process 2 with pid 8.
  private func two() -> Dialogue {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.connect(2)
    _ = dialogue.start(thread: "pid_8_id_1", in: 2)
    return dialogue
  }

  @Test func aChildStandsUnderTheProcessThatStartedIt() {
    var dialogue = two()
    _ = dialogue.state.handle(.ancestors(ProcessNumber(2), [7, 1000]))
    #expect(dialogue.state.process(ProcessNumber(2))?.parent == ProcessNumber(1))
    #expect(dialogue.state.family.map(\.depth) == [0, 1])
    guard case .list(let rows)? = dialogue.command(.listProcesses).value else {
      Issue.record("no list")
      return
    }
    #expect(rows.map { $0["parent"] } == [.null, .int(1)])
  }

  @Test func theParentIsFoundPastAShell() {
    var dialogue = two()
    _ = dialogue.state.handle(.ancestors(ProcessNumber(2), [999, 7]))
    #expect(dialogue.state.process(ProcessNumber(2))?.parent == ProcessNumber(1))
  }

  @Test func strangersHaveNoParent() {
    var dialogue = two()
    _ = dialogue.state.handle(.ancestors(ProcessNumber(2), [999, 1000]))
    #expect(dialogue.state.process(ProcessNumber(2))?.parent == nil)
    #expect(dialogue.state.family.map(\.depth) == [0, 0])
  }

  @Test func aChildOutlivesItsParentInTheList() {
    var dialogue = two()
    _ = dialogue.state.handle(.ancestors(ProcessNumber(2), [7]))
    _ = dialogue.state.handle(.disconnected(ProcessNumber(1), .exited))
    #expect(dialogue.state.family.map(\.process.number) == [ProcessNumber(2)])
  }

  @Test func aChildThatStopsTakesNothingFromTheStopThatIsLookedAt() {
    var dialogue = two()
    _ = dialogue.stop()
    _ = dialogue.stop(line: 30, thread: "pid_8_id_1", in: 2)
    #expect(dialogue.state.selection.process == ProcessNumber(1))
    #expect(dialogue.state.notice?.text.contains("has stopped too") == true)
  }
}
