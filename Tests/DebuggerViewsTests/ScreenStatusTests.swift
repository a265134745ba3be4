import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenStatusTests {
  private func status(_ dialogue: inout ScreenDialogue) -> String { dialogue.lines()[0] }

  private func stopped(_ width: Int = 160) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue(width, 40)
    dialogue.stopInWork()
    return dialogue
  }

  @Test(
    arguments: [
      (.step, nil, "STOPPED step"), (.pause, nil, "STOPPED pause"), (.jump, nil, "STOPPED jump"),
      (.breakpointOrEntry, nil, "STOPPED entry"), (.caughtException, "ValueError", "STOPPED exception ValueError"),
      (.uncaughtException, "KeyError", "STOPPED uncaught KeyError"),
    ] as [(SuspensionReport.Cause, String?, String)])
  func theReasonOfAStopIsSaid(cause: SuspensionReport.Cause, exception: String?, words: String) throws {
    var dialogue = try ScreenDialogue()
    dialogue.happen { world in
      world.connect()
      let frame = StackFrame(id: FrameID("f"), function: "<module>", remoteFile: RemotePath("/a/b.py"), line: 3)
      let report = SuspensionReport(
        thread: ThreadID("pid_7_id_1"), cause: cause, frames: [frame],
        exception: exception.map { ExceptionSummary(type: $0, message: "") }, isExamined: true)
      world.handle(.suspended(ProcessNumber(1), report))
    }
    #expect(status(&dialogue).contains("■ \(words) │ MainThread 1/1 │ b.py:3 <module> │ pid 7"))
  }

  @Test func aSilentLinkIsSaidAsLongAsItIs() throws {
    var dialogue = try stopped()
    dialogue.happen { $0.handle(.linkSilent(ProcessNumber(1), seconds: 12)) }
    #expect(status(&dialogue).contains("the link has been silent for 12 s (lost after 60 s: set link-timeout)"))
    dialogue.happen { $0.handle(.linkSilent(ProcessNumber(1), seconds: nil)) }
    #expect(!status(&dialogue).contains("silent"))
  }

  @Test func runningAndPausingAreToldApart() throws {
    var dialogue = try stopped()
    dialogue.press("c")
    #expect(status(&dialogue).hasPrefix(" ▶ RUNNING │ MainThread 1/2"))
    dialogue.happen { $0.handle(.resumed(ProcessNumber(1), ThreadID("pid_7_id_1"))) }
    dialogue.press("F6")
    #expect(status(&dialogue).hasPrefix(" ▶ PAUSING │ MainThread 1/2"))
  }

  @Test func aStepIsShownAsRunningOnlyOnceItTakesLong() throws {
    var dialogue = try stopped()
    let before = dialogue.lines()
    dialogue.press("n")
    dialogue.happen { $0.handle(.resumed(ProcessNumber(1), ThreadID("pid_7_id_1"))) }
    var drawing = dialogue.screen.draw(dialogue.state, size: dialogue.size, clock: 20)
    #expect(drawing.grid.lines()[0] == before[0] && drawing.grid.lines()[39] == before[39])
    #expect(drawing.next == StepGrace.seconds)
    drawing = dialogue.screen.draw(dialogue.state, size: dialogue.size, clock: 20.11)
    #expect(drawing.grid.lines()[0].hasPrefix(" ▶ RUNNING"))
    #expect(drawing.grid.lines()[39].contains("pause"))
    // The place and the values of the stop stay for a moment, not for ever.
    #expect(drawing.grid.text().contains("►"))
    #expect(drawing.next.map { abs($0 - (StepGrace.longSeconds - 0.11)) < 1e-6 } == true)
    drawing = dialogue.screen.draw(dialogue.state, size: dialogue.size, clock: 21.1)
    #expect(!drawing.grid.text().contains("►") && !drawing.grid.lines()[0].contains("work.py"))
    #expect(drawing.grid.text().contains("MainThread is running"))
    #expect(drawing.next == nil)
  }

  @Test func whatTakesLongIsSaidAndCanBeGivenUp() throws {
    var dialogue = try stopped()
    dialogue.happen { $0.command(.evaluate("slow()", pretty: true)) }
    dialogue.press("1")
    func draw(_ clock: Double) -> Drawing { dialogue.screen.draw(dialogue.state, size: dialogue.size, clock: clock) }
    var drawing = draw(20)
    #expect(!drawing.grid.lines()[0].contains("slow") && drawing.next == Progress.patience)
    drawing = draw(20.35)
    #expect(drawing.grid.lines()[0].contains("│ evaluating slow()…; Esc gives up │"))
    drawing = draw(22.4)
    #expect(drawing.grid.lines()[0].contains("evaluating slow()… 2 s; Esc gives up") && drawing.next == 1)
    dialogue.press("Esc")
    #expect(dialogue.commands.contains(.giveUpEvaluations))
    drawing = draw(22.5)
    #expect(!drawing.grid.lines()[0].contains("evaluating"))
  }

  @Test func aNoticeIsShownUntilTheNextKey() throws {
    var dialogue = try stopped()
    dialogue.happen { $0.handle(.notice(nil, "the disk is full", isWarning: true)) }
    #expect(status(&dialogue).contains("│ ! the disk is full │"))
    dialogue.press("j")
    #expect(!status(&dialogue).contains("disk"))
    dialogue.happen { $0.handle(.notice(nil, "the disk is full", isWarning: false)) }
    #expect(status(&dialogue).contains("│ the disk is full │"))
  }

  @Test func aNoticeNeverHidesThePlace() throws {
    var dialogue = try stopped(60)
    let place = " ■ STOPPED breakpoint #1 │ work.py:24 work()"
    dialogue.happen { $0.handle(.notice(nil, "full", isWarning: true)) }
    #expect(status(&dialogue) == " ■ STOPPED breakpoint #1 │ ! full │ work.py:24 work()")
    dialogue.happen { $0.handle(.notice(nil, "the disk is nearly full", isWarning: true)) }
    #expect(status(&dialogue) == place)
    #expect(dialogue.lines().last == " ! the disk is nearly full")
    let long = "the disk is nearly full, and what was set is kept in the memory until there is room on it again"
    dialogue.happen { $0.handle(.notice(nil, long, isWarning: true)) }
    #expect(says(&dialogue, long))
    #expect(
      dialogue.lines().suffix(2) == [
        " ! the disk is nearly full, and what was set is kept in the", " memory until there is room on it again",
      ])
    dialogue.press("e")
    dialogue.happen { $0.handle(.notice(nil, "the disk is nearly full", isWarning: true)) }
    #expect(status(&dialogue) == place)
    #expect(dialogue.lines().suffix(2).first == " ! the disk is nearly full")
  }

  @Test func whatIsSaidOfAThreadThatRunsGoesWithItsStop() throws {
    var dialogue = try stopped(120)
    dialogue.happen { $0.command(.resume(.continue, scope: .selected)) }
    dialogue.press("n")
    #expect(says(&dialogue, "the thread is running"))
    dialogue.happen { $0.stopInWork(line: 25) }
    #expect(!says(&dialogue, "the thread is running"))
  }

  @Test func aTabWithSomethingNewIsMarked() throws {
    var dialogue = try stopped(120)
    dialogue.press("6")
    _ = dialogue.lines()
    dialogue.press("7")
    #expect(!dialogue.text().contains("Console*"))
    dialogue.happen { $0.handle(.output(ProcessNumber(1), .stdout, "more\n")) }
    #expect(dialogue.text().contains("─6 Console*──[7]Eval─"))
    dialogue.press("6")
    #expect(!dialogue.text().contains("Console*"))
  }

  @Test func severalProcessesAreListed() throws {
    var dialogue = try stopped()
    dialogue.happen { $0.connect(2, thread: "pid_8_id_1") }
    #expect(status(&dialogue).contains("pid 7 │ 2 processes: [1] 2 │ :5678 ✓"))
    dialogue.press(")")
    #expect(status(&dialogue).contains("pid 8 │ 2 processes: 1 [2] │ :5678 ✓"))
  }

  /// With mappings and without, whether the folder of one is missing or none is for the file.
  @Test(arguments: [nil, "/opt=/home/me/opt", "/srv/app=/home/me/app"])
  func aFileThatIsNotHereIsSaidToBe(mapping: String?) throws {
    var dialogue = try stopped()
    if let mapping { dialogue.happen { $0.command(.addMapping(mapping)) } }
    #expect(!status(&dialogue).contains("no local file"))
    dialogue.happen { world in
      let file = world.state.localPath(for: RemotePath("/srv/app/work.py")).map { SourceFile.local($0) }
      if let file { world.handle(.sourceRead(file, .failure(CommandFailure("No such file")))) }
    }
    #expect(status(&dialogue).contains("work.py:24 work() │ no local file │"))
  }

  @Test(arguments: [80, 120, 200])
  func thatTheSourceIsNewerIsSaid(width: Int) throws {
    var dialogue = try stopped(width)
    #expect(!status(&dialogue).contains("newer"))
    let file = RemotePath("/srv/app/work.py")
    dialogue.happen { $0.handle(.fileCompared(ProcessNumber(1), file, nil, differs: false, isNewer: true)) }
    #expect(status(&dialogue).contains(width == 80 ? "newer source" : "source newer than the process"))
  }

  @Test func mutedBreakpointsAndACallersFrameAreSaid() throws {
    var dialogue = try stopped()
    dialogue.press("M u")
    #expect(status(&dialogue).contains("work.py:35 main() frame 1 │ breakpoints muted"))
  }

  @Test(arguments: [(0.0, "00:00"), (71.9, "01:11"), (3723, "1:02:03"), (-5, "00:00"), (Double.nan, "00:00")])
  func timesAreWrittenAsOnAClock(seconds: Double, text: String) {
    #expect(StatusWords.time(seconds) == text)
  }

  @Test func theWaitingTimeBeginsWhenTheLastProcessGoes() throws {
    var dialogue = try stopped()
    _ = dialogue.draw(clock: 100)
    dialogue.happen { $0.handle(.disconnected(ProcessNumber(1), .exited)) }
    dialogue.press("j")
    // What was drawn last may be long ago.
    #expect(dialogue.draw(clock: 170).lines()[0] == " ◌ LISTENING 0.0.0.0:5678 │ no client now (00:00)")
    #expect(dialogue.draw(clock: 175).lines()[0] == " ◌ LISTENING 0.0.0.0:5678 │ no client now (00:05)")
  }

  @Test func theTitleOfTheWindowSaysWhereItStands() throws {
    var dialogue = try ScreenDialogue()
    #expect(dialogue.screen.title(dialogue.state) == "waiting at :5678 - dialback")
    dialogue.stopInWork()
    #expect(dialogue.screen.title(dialogue.state) == "work.py:24 breakpoint #1 - dialback")
    dialogue.press("c")
    #expect(dialogue.screen.title(dialogue.state) == "MainThread running - dialback")
  }

  @Test func theTitleOfTheWindowStaysTheSameFromStepToStep() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    dialogue.happen { $0.stop([("work", "/srv/app/work.py", 25)], cause: .step) }
    #expect(dialogue.screen.title(dialogue.state) == "work.py step - dialback")
  }

  @Test func thatNoMoreProcessesAreTakenInIsSaidAsLongAsItIsSo() throws {
    var dialogue = try stopped()
    dialogue.happen { $0.handle(.listenerFull(.init(processes: 16, files: 64))) }
    dialogue.press("j")
    #expect(status(&dialogue).contains("│ no more than 64 open files: see ulimit -n │"))
    #expect(dialogue.state.console.chunks(from: 0).contains { $0.text.hasPrefix("16 connections are open") })
    dialogue.happen { $0.handle(.listenerFull(nil)) }
    #expect(!status(&dialogue).contains("ulimit"))
  }

  @Test func thatThereIsRoomAgainTakesThePlaceOfTheWarning() throws {
    var dialogue = try stopped()
    dialogue.happen { $0.handle(.listenerFull(.init(processes: 16, files: 64))) }
    #expect(says(&dialogue, "16 connections are open"))
    dialogue.happen { $0.handle(.listenerFull(nil)) }
    #expect(says(&dialogue, "there is room for more processes again"))
  }
}
