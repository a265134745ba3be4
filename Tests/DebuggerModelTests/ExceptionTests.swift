import DebuggerModel
import SourcePaths
import Testing

@Suite struct ExceptionTests {
  private let process = ProcessNumber(1)
  private let thread = ThreadID("pid_7_id_1")

  private func query(_ question: ExceptionQuery.Question) -> ExceptionQuery {
    ExceptionQuery(process: process, thread: thread, frame: FrameID("f0"), question: question)
  }

  private func details(_ type: String = "MyError", _ ancestors: [String] = ["app.MyError", "builtins.Exception"])
    -> ExceptionAnswer
  {
    .details(ExceptionDetails(summary: ExceptionSummary(type: type, message: "no"), ancestors: ancestors))
  }

  private func atException(
    _ exception: String, _ options: ExceptionBreakpoint.Options, _ cause: SuspensionReport.Cause = .caughtException,
    file: String = "/srv/app/work.py"
  ) -> (Dialogue, [Effect]) {
    var dialogue = Dialogue()
    _ = dialogue.command(.exceptions(.set(exception, options)))
    _ = dialogue.connect()
    _ = dialogue.start()
    let effects = dialogue.stop(cause, file: file)
    return (dialogue, effects)
  }

  @Test func theyAreSentBeforeAProcessRunsAndTakenBack() {
    var dialogue = Dialogue()
    _ = dialogue.command(.exceptions(.set("MyError", .init(moments: [.raised]))))
    #expect(dialogue.state.exceptionBreakpoints.first?.state == .pending)
    let effects = dialogue.connect().outward
    guard case .setException(process, let sent)? = effects.first else {
      Issue.record("no exception breakpoint was sent first: \(effects)")
      return
    }
    #expect(sent.exception == "MyError")
    #expect(effects.last == .run(process))
    #expect(dialogue.state.exceptionBreakpoints.first?.state == .set)
    let removal = dialogue.command(.exceptions(.remove("MyError")))
    #expect(removal.outward.first == .removeException(process, "MyError"))
    #expect(dialogue.command(.exceptions(.remove("MyError"))).failure?.contains("MyError") == true)
  }

  @Test func muteAndNumbersHoldForThemToo() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.command(.exceptions(.set("*", .init())))
    #expect(dialogue.command(.mute(true)).outward == [.removeException(process, "*")])
    #expect(dialogue.command(.mute(false)).outward.count == 1)
    let number = BreakpointNumber(1)
    let disabling = dialogue.command(.changeBreakpoint(number, .enabled(false))).outward
    #expect(disabling.first == .removeException(process, "*"))
    #expect(dialogue.state.exceptionBreakpoints.first?.state == .disabled)
    #expect(dialogue.command(.changeBreakpoint(number, .hitCondition("3"))).failure != nil)
    _ = dialogue.command(.clearBreakpoints([number]))
    #expect(dialogue.state.exceptionBreakpoints.isEmpty)
  }

  @Test func aStopIsToldWhenItIsKnownWhatWasRaised() {
    var (dialogue, effects) = atException("MyError", .init(moments: [.raised]))
    #expect(effects.stops.isEmpty)
    #expect(effects.outward == [.examineException(query(.details))])
    let told = dialogue.state.handle(.exceptionExamined(query(.details), .success(details())))
    #expect(told.stops.map(\.reason) == [.exception])
    #expect(told.stops.first?.exception == ExceptionSummary(type: "MyError", message: "no"))
    #expect(dialogue.state.exceptionBreakpoints.first?.hits == 1)
    #expect(dialogue.state.handle(.exceptionExamined(query(.details), .success(details()))).isEmpty)
  }

  @Test func aStopIsToldEvenWhereNothingAnswers() {
    var (dialogue, _) = atException("MyError", .init(moments: [.raised]))
    let told = dialogue.state.handle(.exceptionExamined(query(.details), .failure(CommandFailure("late"))))
    #expect(told.stops.map(\.reason) == [.exception])
  }

  @Test func aConditionThatIsFalseGoesOnSilently() {
    var (dialogue, _) = atException("MyError", .init(moments: [.raised], condition: "x > 1"))
    let asking = dialogue.state.handle(.exceptionExamined(query(.details), .success(details())))
    #expect(asking == [.examineException(query(.condition("x > 1")))])
    let passing = dialogue.state.handle(
      .exceptionExamined(query(.condition("x > 1")), .success(.condition(false))))
    #expect(passing == [.resume(process, thread, .continue)])
    #expect(dialogue.state.exceptionBreakpoints.first?.hits == 0)
  }

  @Test func aConditionThatFailsStopsAndIsToldOnTheBreakpoint() {
    var (dialogue, _) = atException("MyError", .init(moments: [.raised], condition: "x > 1"))
    _ = dialogue.state.handle(.exceptionExamined(query(.details), .success(details())))
    let told = dialogue.state.handle(
      .exceptionExamined(query(.condition("x > 1")), .failure(CommandFailure("NameError: x"))))
    #expect(told.stops.count == 1)
    #expect(dialogue.state.exceptionBreakpoints.first?.state == .error("x > 1: NameError: x"))
    _ = dialogue.command(.changeBreakpoint(BreakpointNumber(1), .condition(nil)))
    #expect(dialogue.state.exceptionBreakpoints.first?.state == .set)
  }

  @Test func aLogIsWrittenWithoutAStop() {
    var (dialogue, _) = atException("MyError", .init(moments: [.raised], logMessage: "x"))
    _ = dialogue.state.handle(.exceptionExamined(query(.details), .success(details())))
    let effects = dialogue.state.handle(.exceptionExamined(query(.log("x")), .success(.log("72"))))
    #expect(effects.stops.isEmpty)
    #expect(effects.announcements == [.output(process, .stdout, "72\n")])
    #expect(effects.outward == [.resume(process, thread, .continue)])
  }

  @Test func sysExitIsNoErrorToTheStar() {
    var (dialogue, _) = atException("*", .init(), .uncaughtException)
    let leaving = details("SystemExit", ["builtins.SystemExit", "builtins.BaseException"])
    let effects = dialogue.state.handle(.exceptionExamined(query(.details), .success(leaving)))
    #expect(effects == [.resume(process, thread, .continue)])
  }

  @Test func theNearestClassDecides() {
    var dialogue = Dialogue()
    _ = dialogue.command(.exceptions(.set("*", .init(moments: [.raised]))))
    _ = dialogue.command(.exceptions(.set("MyError", .init(moments: [.raised], condition: "False"))))
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.stop(.caughtException)
    let asking = dialogue.state.handle(.exceptionExamined(query(.details), .success(details())))
    #expect(asking == [.examineException(query(.condition("False")))])
  }

  @Test func userStopsWhereItLeavesTheUsersCodeOnly() {
    var (inside, _) = atException("MyError", .init(moments: [.user]))
    let told = inside.state.handle(.exceptionExamined(query(.details), .success(details())))
    #expect(told.stops.count == 1)
    var (library, _) = atException("MyError", .init(moments: [.user]), file: "/usr/lib/python3.11/json/decoder.py")
    let passing = library.state.handle(.exceptionExamined(query(.details), .success(details())))
    #expect(passing == [.resume(process, thread, .continue)])
  }

  @Test func whatALibraryRaisedIsPassedOverWhereItIsAskedFor() {
    for (origin, file) in [("/usr/lib/python3.11/json.py", nil), ("/srv/app/deep.py", "/srv/app/work.py")] {
      var (dialogue, _) = atException("MyError", .init(moments: [.raised], ignoresLibraries: true))
      let answer = ExceptionAnswer.details(
        ExceptionDetails(
          summary: ExceptionSummary(type: "MyError", message: "no"), ancestors: ["app.MyError"],
          origin: RemotePath(origin)))
      let effects = dialogue.state.handle(.exceptionExamined(query(.details), .success(answer)))
      #expect(effects.stops.map(\.remoteFile.rawValue) == (file.map { [$0] } ?? []))
      #expect(effects.outward.contains(.resume(process, thread, .continue)) == (file == nil))
    }
  }
}
