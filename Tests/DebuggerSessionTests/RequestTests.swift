import DebuggerModel
import DebuggerSession
import Testing

@Suite(.timeLimit(.minutes(1))) struct RequestTests {
  /// A process that stands at a stop and has been asked for its variables.
  private func stopped(
    _ version: String = "@@BUILD_NUMBER@@", settings: SessionSettings = .init(host: "127.0.0.1", port: 0)
  ) async throws -> (Bench, ScriptedPeer) {
    let bench = Bench()
    try await bench.start(settings: settings)
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce(version)
    try await peer.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    return (bench, peer)
  }

  @Test func theVariablesOfAStopArrive() async throws {
    let (bench, peer) = try await stopped()
    // The exit hook's evaluation may be the first in the thread's queue.
    let hook = try await peer.expectHook()
    try await peer.send(
      "113\t\(number(hook))\t<xml><var name=\"\" type=\"str\" value=\"str%253A 3.11.7 1 0 0 0 0 0 0\" /></xml>\n")
    let asked = try await peer.expect("114\t")
    #expect(asked.hasSuffix("\tpid_9_id_1\t77\tFRAME"))
    let value = "<var name=\"%25E6%2597%25A5\" type=\"str\" value=\"str%253A a%2526amp%253Bb\" isContainer=\"True\" />"
    try await peer.send("114\t\(number(asked))\t<xml>\(value)</xml>\n")
    try await eventually("the variable") { await !bench.locals.isEmpty }
    let variable = await bench.locals[0]
    #expect(variable.name == "日")
    #expect(variable.expandable)
    try await eventually("the Python") { await bench.state.processes.first?.identity.python == "3.11.7" }
    await bench.leave()
  }

  @Test func whatIsThereIsShownWhileTheRestIsComputedAndCanBeGivenUp() async throws {
    let (bench, peer) = try await stopped()
    let hook = try await peer.expectHook()
    try await peer.send(
      "113\t\(number(hook))\t<xml><var name=\"\" type=\"str\" value=\"str%253A 3.11.7 1 0 0 0 0 0 0\" /></xml>\n")
    let asked = number(try await peer.expect("114\t"))
    let head = "<computing name=\"slow\" place=\"work.py%253A7 __repr__\" seconds=\"0.52\" inC=\"False\" />"
    let quick = "<var name=\"quick\" type=\"int\" value=\"int%253A 1\" />"
    let slow = "<var name=\"slow\" type=\"Slow\" value=\"\" pending=\"computing\" />"
    try await peer.send("990\t\(asked)\t<xml>\(head)\(quick)\(slow)</xml>\n")
    try await eventually("the report") { await bench.locals.count == 2 }
    #expect(await bench.locals.map(\.value) == ["1", "computing 0.5 s (work.py:7 __repr__)  Esc gives up"])
    #expect(await bench.locals.map(\.isPending) == [false, true])
    await bench.command(.giveUpEvaluations)
    try await peer.expect("991\t")
    let ended = "<var name=\"slow\" type=\"Slow\" value=\"given up after 0.6 s\" isErrorOnEval=\"True\" />"
    try await peer.send("114\t\(asked)\t<xml>\(quick)\(ended)</xml>\n")
    try await eventually("the answer") { await bench.locals.map(\.isPending) == [false, false] }
    #expect(await bench.state.computations.isEmpty)
    await bench.leave()
  }

  @Test func anEvaluationThatIsNeverAnsweredIsGivenUp() async throws {
    let settings = SessionSettings(host: "127.0.0.1", port: 0, evaluationTimeout: 0.3, requestTimeout: 0.3)
    let (bench, _) = try await stopped("263.7307.50", settings: settings)
    await bench.command(.evaluate("slow()", pretty: false))
    try await eventually("the end of the wait") {
      await bench.announcements.contains { announcement in
        if case .result(_, .failure(let failure)) = announcement {
          failure.message.contains("no value after 1 s; until it ends")
        } else {
          false
        }
      }
    }
    await bench.leave()
  }

  @Test func aStepTakesBackWhatWasNotSentYet() async throws {
    let (bench, peer) = try await stopped()
    try await peer.expect("113\t")
    await bench.command(.resume(.stepOver, scope: .selected))
    try await peer.expect("108\t")
    try await peer.send("106\t6\tpid_9_id_1\t108\n")
    try await peer.stop(reason: 108, line: 4)
    try await eventually("the next stop") { await bench.stops.count == 2 }
    #expect(await bench.stops.map(\.reason) == [.entry, .step])
    await bench.leave()
  }

  @Test func aMessageThatCannotBeReadIsToldAndTheSessionGoesOn() async throws {
    let (bench, peer) = try await stopped()
    try await peer.send("116\t8\t<xml><io s=\"x\" ctx=1/></xml>\n116\t10\t<xml><io s=\"fine\" ctx=\"1\"/></xml>\n")
    try await eventually("the output") {
      await bench.announcements.contains { if case .output(_, .stdout, "fine") = $0 { true } else { false } }
    }
    #expect(await bench.announcements.contains { if case .warning = $0 { true } else { false } })
    await bench.leave()
  }

  @Test func pydevdsWordsOnAMissingFileBelongToTheBreakpoint() async throws {
    let (bench, peer) = try await stopped()
    await bench.command(.setBreakpoint(.line(file: "/srv/gone.py", line: 3), .init()))
    try await peer.expect("111\t")
    let words =
      "pydev debugger: Trying to add breakpoint to file that does not exist: /srv/gone.py (will have no effect).%0A"
    try await peer.send("116\t12\t<xml><io s=\"\(words)\" ctx=\"2\"/></xml>\n")
    try await eventually("the mark") { await bench.state.breakpoints.first?.state.name == "unbound" }
    #expect(await !bench.announcements.contains { if case .output = $0 { true } else { false } })
    await bench.leave()
  }
}
