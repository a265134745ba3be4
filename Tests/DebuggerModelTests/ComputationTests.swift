import DebuggerModel
import Testing

/// Values that take long: what is shown meanwhile, and how they are given up.
@Suite struct ComputationTests {
  private var key: FrameKey {
    FrameKey(process: ProcessNumber(1), thread: ThreadID("pid_7_id_1"), stop: StopID(1), frame: FrameID("f0"))
  }

  private func stopped() -> (Dialogue, FrameKey) {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    return (dialogue, dialogue.state.selectedFrameKey ?? key)
  }

  private func computation(_ key: FrameKey, isInC: Bool = false) -> Computation {
    Computation(frame: key, name: "slow", place: "work.py:7 __repr__", seconds: 1.23, isInC: isInC)
  }

  private func variable(_ name: String, _ value: String, isPending: Bool = false) -> Variable {
    var variable = Variable(name: name, type: "int", value: value, path: VariablePath([name]))
    variable.isPending = isPending
    return variable
  }

  @Test func theOthersAreThereWhileOneIsComputed() {
    var (dialogue, key) = stopped()
    let request = VariableRequest(frame: key, path: .root)
    _ = dialogue.state.handle(.computing(computation(key)))
    let partial = VariableList([variable("quick", "1"), variable("slow", "computing", isPending: true)])
    #expect(dialogue.state.handle(.variablesSoFar(request, partial)).isEmpty)
    #expect(dialogue.state.variables[key]?.roots?.value?.variables.map(\.value) == ["1", "computing"])
    #expect(dialogue.state.computation(in: key)?.text == "computing 1.2 s (work.py:7 __repr__)  Esc gives up")
    _ = dialogue.state.handle(
      .variables(request, .success(VariableList([variable("quick", "1"), variable("slow", "2")]))))
    #expect(dialogue.state.variables[key]?.roots?.value?.variables.map(\.value) == ["1", "2"])
    #expect(dialogue.state.computations.isEmpty)
    _ = dialogue.state.handle(.variablesSoFar(request, partial))
    #expect(dialogue.state.variables[key]?.roots?.value?.hasPending == false, "a report never replaces the answer")
  }

  @Test func whatIsComputedIsNoChangedValue() {
    var (dialogue, first) = stopped()
    _ = dialogue.state.handle(
      .variables(VariableRequest(frame: first, path: .root), .success(VariableList([variable("slow", "2")]))))
    _ = dialogue.state.handle(.resumed(first.process, first.thread))
    _ = dialogue.stop(.step, line: 11)
    guard let second = dialogue.state.selectedFrameKey else { Issue.record("no stop"); return }
    let request = VariableRequest(frame: second, path: .root)
    _ = dialogue.state.handle(.variablesSoFar(request, VariableList([variable("slow", "computing", isPending: true)])))
    #expect(dialogue.state.variables[second]?.roots?.value?.variables.first?.previous == nil)
    _ = dialogue.state.handle(.variables(request, .success(VariableList([variable("slow", "2")]))))
    #expect(dialogue.state.variables[second]?.roots?.value?.variables.first?.previous == nil)
  }

  @Test func aStepThatHasToWaitForCSaysSo() {
    var (dialogue, key) = stopped()
    _ = dialogue.state.handle(.computing(computation(key, isInC: true)))
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    #expect(
      dialogue.state.notice?.text
        == "slow waits in C (work.py:7 __repr__): the thread goes on when that returns")
  }

  @Test func aReportOfAnEarlierStopIsDropped() {
    var (dialogue, key) = stopped()
    _ = dialogue.state.handle(.resumed(key.process, key.thread))
    _ = dialogue.state.handle(.computing(computation(key)))
    #expect(dialogue.state.computations.isEmpty)
  }

  @Test func theProcessSaysWhatBecameOfAnEvaluationThatIsGivenUp() {
    var (dialogue, key) = stopped()
    let asked = dialogue.command(.evaluate("slow()", pretty: false))
    guard case .evaluate(let request)? = asked.first else { Issue.record("\(asked)"); return }
    _ = dialogue.state.handle(.computing(computation(key)))
    let effects = dialogue.command(.giveUpEvaluations)
    #expect(effects.outward == [.giveUp(key.process)])
    #expect(effects.value == .int(1))
    #expect(effects.failure == nil)
    var answer = variable("slow()", "given up after 1.3 s (work.py:7 __repr__)")
    answer.isError = true
    #expect(dialogue.state.handle(.evaluated(request, .success(answer))).failure == answer.value)
    #expect(dialogue.state.computations.isEmpty)
  }

  @Test func whatWaitsInCIsAnsweredHere() {
    var (dialogue, key) = stopped()
    _ = dialogue.command(.evaluate("slow()", pretty: false))
    _ = dialogue.state.handle(.computing(computation(key, isInC: true)))
    let effects = dialogue.command(.giveUpEvaluations)
    #expect(effects.outward == [.giveUp(key.process)])
    #expect(effects.failure?.contains("it waits in C (work.py:7 __repr__)") == true)
  }

  @Test func aSecondTimeTheCommandIsAnsweredHere() {
    var (dialogue, key) = stopped()
    _ = dialogue.command(.evaluate("slow()", pretty: false))
    _ = dialogue.state.handle(.computing(computation(key)))
    #expect(dialogue.command(.giveUpEvaluations).failure == nil)
    #expect(dialogue.command(.giveUpEvaluations).failure?.hasPrefix("given up") == true)
  }

  @Test func aValueOfTheVariablesCanBeGivenUp() {
    var (dialogue, key) = stopped()
    _ = dialogue.state.handle(.computing(computation(key)))
    #expect(dialogue.command(.giveUpEvaluations).outward == [.giveUp(key.process)])
  }
}
