import DebuggerModel
import SourcePaths
import Testing

@Suite struct BreakpointTests {
  let file = SourceFile.local("/home/me/app/work.py")

  @Test func breakpointsArePlacedBeforeAProcessRuns() {
    var dialogue = Dialogue(maps: ["/srv/app=/home/me/app"])
    _ = dialogue.command(.setBreakpoint(.line(file: "/home/me/app/work.py", line: 4), .init()))
    #expect(dialogue.state.breakpoints.first?.state == .pending)
    let effects = dialogue.connect().outward
    guard case .setBreakpoint(_, let sent)? = effects.first else {
      Issue.record("no breakpoint was sent first: \(effects)")
      return
    }
    #expect(sent.file == RemotePath("/srv/app/work.py"))
    #expect(effects.last == .run(ProcessNumber(1)))
    #expect(dialogue.state.breakpoints.first?.state == .set)
  }

  @Test func aBreakpointGoesToEveryRemoteNameOfItsFile() {
    var dialogue = Dialogue(maps: ["/srv/a=/home/me/app", "/srv/b=/home/me/app"])
    _ = dialogue.command(.setBreakpoint(.line(file: "/home/me/app/work.py", line: 4), .init()))
    let names = dialogue.connect().compactMap { effect -> String? in
      if case .setBreakpoint(_, let sent) = effect { sent.file.rawValue } else { nil }
    }
    #expect(Set(names) == ["/srv/a/work.py", "/srv/b/work.py"])
  }

  @Test func aMissingFileIsToldOnlyWhenEveryNameIsMissing() {
    var dialogue = Dialogue(maps: ["/srv/a=/home/me/app", "/srv/b=/home/me/app"])
    _ = dialogue.command(.setBreakpoint(.line(file: "/home/me/app/work.py", line: 4), .init()))
    _ = dialogue.connect()
    _ = dialogue.state.handle(.breakpointFileMissing(ProcessNumber(1), RemotePath("/srv/a/work.py")))
    #expect(dialogue.state.breakpoints.first?.state == .set)
    _ = dialogue.state.handle(.breakpointFileMissing(ProcessNumber(1), RemotePath("/srv/b/work.py")))
    #expect(dialogue.state.breakpoints.first?.state.name == "unbound")
  }

  @Test func aNewMappingSendsTheBreakpointsAnew() {
    var dialogue = Dialogue()
    _ = dialogue.command(.setBreakpoint(.line(file: "/home/me/app/work.py", line: 4), .init()))
    _ = dialogue.connect()
    let effects = dialogue.command(.addMapping("/srv/app=/home/me/app")).outward
    #expect(
      effects.contains(
        .removeBreakpoint(ProcessNumber(1), BreakpointNumber(1), RemotePath("/home/me/app/work.py"), line: 4)))
    let sent = effects.compactMap { effect -> RemotePath? in
      if case .setBreakpoint(_, let sent) = effect { sent.file } else { nil }
    }
    #expect(sent == [RemotePath("/srv/app/work.py")])
  }

  @Test func togglingTwiceLeavesNothing() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.command(.toggleBreakpoint(file, line: 3))
    let effects = dialogue.command(.toggleBreakpoint(file, line: 3))
    #expect(dialogue.state.breakpoints.isEmpty)
    #expect(effects.contains(.saveBreakpoints([])))
    #expect(effects.contains { if case .removeBreakpoint = $0 { true } else { false } })
  }

  @Test(arguments: [(1, "only a comment on this line"), (2, "no code on this line"), (9, "the file has only 3 lines")])
  func aLineWithoutCodeIsUnbound(line: Int, problem: String) {
    var dialogue = Dialogue()
    _ = dialogue.state.handle(.sourceRead(file, .success("# a comment\n\nx = 1\n")))
    _ = dialogue.command(.toggleBreakpoint(file, line: line))
    #expect(dialogue.state.breakpoints.first?.state == .unbound(problem))
  }

  @Test func aBreakpointIsCheckedWhenItsFileComesIn() {
    var dialogue = Dialogue()
    let set = dialogue.command(.toggleBreakpoint(file, line: 1))
    #expect(set.contains(.readSource(LocalPath("/home/me/app/work.py"))))
    let effects = dialogue.state.handle(.sourceRead(file, .success("\n")))
    #expect(
      effects.announcements.contains {
        if case .breakpoint(let report) = $0 { report.state == "unbound" } else { false }
      })
  }

  @Test func mutingTakesThemAllBackAndUnmutingSendsThemAgain() {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(file, line: 3))
    _ = dialogue.connect()
    #expect(dialogue.command(.mute(nil)).outward.count == 1)
    #expect(dialogue.state.breakpoints.first?.state == .pending)
    #expect(dialogue.command(.mute(nil)).outward.count == 1)
    #expect(dialogue.state.breakpoints.first?.state == .set)
  }

  @Test func runningToALineLeavesNoBreakpointBehind() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let effects = dialogue.command(.runTo(.line(file: "/srv/app/work.py", line: 20)))
    #expect(effects.outward.contains { if case .setBreakpoint = $0 { true } else { false } })
    #expect(dialogue.state.listedBreakpoints.isEmpty)
    let stop = dialogue.stop(line: 20)
    #expect(stop.stops.first?.reason == .step)
    #expect(stop.stops.first?.breakpoint == nil)
    #expect(dialogue.state.breakpoints.isEmpty)
  }

  @Test func aTemporaryBreakpointIsGoneAfterItsHit() {
    var dialogue = Dialogue()
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 10), .init(isTemporary: true)))
    dialogue.connectAndStop()
    #expect(dialogue.state.breakpoints.isEmpty)
  }

  @Test func restoredBreakpointsAreNotWrittenBack() {
    var dialogue = Dialogue()
    let record = BreakpointRecord(file: file, line: 7, options: .init(condition: "x > 1"))
    let effects = dialogue.state.handle(.breakpointsRestored([record]))
    #expect(!effects.contains { if case .saveBreakpoints = $0 { true } else { false } })
    #expect(dialogue.state.breakpoints.first?.options.condition == "x > 1")
  }

  @Test func aFunctionsBreakpointGoesToTheFirstLineOfItsBody() {
    var dialogue = Dialogue()
    _ = dialogue.state.handle(.sourceRead(file, .success("x = 1\ndef work(n):\n    # first\n    return n\n")))
    _ = dialogue.command(.setBreakpoint(.function("work"), .init()))
    #expect(dialogue.state.breakpoints.first?.line == 4)
    _ = dialogue.command(.setBreakpoint(.function("nope"), .init()))
    #expect(dialogue.state.breakpoints.last?.message == "function nope is looked for in the project")
  }

  @Test func runningToALineConcernsTheSelectedProcessOnly() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.connect(2)
    let effects = dialogue.command(.runTo(.line(file: "/srv/app/work.py", line: 20)))
    let targets = effects.compactMap { if case .setBreakpoint(let process, _) = $0 { process } else { nil } }
    #expect(targets == [ProcessNumber(1)])
    _ = dialogue.stop(line: 3, thread: "pid_8_id_1", in: 2)
    #expect(dialogue.state.breakpoints.count == 1)
    let late = dialogue.connect(3).contains { if case .setBreakpoint = $0 { true } else { false } }
    #expect(!late)
  }

  @Test func aBreakpointWithAConditionIsNoRunToLine() {
    var dialogue = Dialogue()
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 20), .init(condition: "x > 100")))
    dialogue.connectAndStop()
    let effects = dialogue.command(.runTo(.line(file: "/srv/app/work.py", line: 20)))
    #expect(effects.contains { if case .setBreakpoint = $0 { true } else { false } })
  }

  @Test func untilGoesToTheNextLineWithCode() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let text = String(repeating: "x = 1\n", count: 10) + "\n# why\ny = 2\n"
    _ = dialogue.state.handle(.sourceRead(.local("/srv/app/work.py"), .success(text)))
    let effects = dialogue.command(.runTo(nil))
    let lines = effects.compactMap { if case .setBreakpoint(_, let sent) = $0 { sent.line } else { nil } }
    #expect(lines == [13])
  }

  @Test func mutingLeavesTheRunToALineAlone() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.runTo(.line(file: "/srv/app/work.py", line: 20)))
    #expect(dialogue.command(.mute(true)).outward.isEmpty)
    #expect(dialogue.command(.mute(false)).outward.isEmpty)
    #expect(dialogue.command(.mute(false)).outward.isEmpty)
  }

  @Test func aTemporaryBreakpointLeavesTheKeptOneOfItsLine() {
    var dialogue = Dialogue()
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 10), .init()))
    let again = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 10), .init(isTemporary: true)))
    #expect(again.failure?.contains("breakpoint 1") == true)
    dialogue.connectAndStop()
    #expect(dialogue.state.breakpoints.count == 1)
  }

  @Test func aBreakpointInAnotherFileOfTheSameNameGetsNoCredit() {
    var dialogue = Dialogue()
    _ = dialogue.command(.setBreakpoint(.line(file: "/b/__init__.py", line: 10), .init()))
    _ = dialogue.connect()
    _ = dialogue.start()
    let stop = dialogue.stop(file: "/a/__init__.py", line: 10).stops.first
    #expect(stop?.reason == .entry)
    #expect(dialogue.state.breakpoints.first?.hits == 0)
  }

  @Test func aBreakpointInFetchedSourceMovesToItsLocalFile() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.toggleBreakpoint(.remote(RemotePath("/srv/app/work.py")), line: 20))
    let effects = dialogue.command(.addMapping("/srv/app=/home/me/app"))
    #expect(dialogue.state.breakpoints.map(\.file) == [.local("/home/me/app/work.py")])
    let sent = effects.compactMap { if case .setBreakpoint(_, let sent) = $0 { sent.file } else { nil } }
    #expect(sent == [RemotePath("/srv/app/work.py")])
  }
}
