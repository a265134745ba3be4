import PydevdWire
import Testing

@Suite struct NotificationTests {
  struct Case: Sendable {
    let notification: any PydevdNotification
    let command: Int
    let payload: String
  }

  static let cases: [Case] = [
    Case(notification: Run(), command: 101, payload: ""),
    Case(notification: StopOnStart(), command: 154, payload: "true"),
    Case(notification: Suspend(thread: "T"), command: 105, payload: "T"),
    Case(notification: Suspend(thread: nil), command: 105, payload: "*"),
    Case(notification: Resume(thread: "T"), command: 106, payload: "T"),
    Case(notification: Resume(thread: nil), command: 106, payload: "*"),
    Case(notification: RemoveBreakpoint(id: 3, file: "/a.py"), command: 112, payload: "python-line\t/a.py\t3"),
    Case(
      notification: RemoveBreakpoint(id: 3, file: "/a.html", type: .django), command: 112,
      payload: "django-line\t/a.html\t3"),
    Case(notification: ShowReturnValues(isOn: true), command: 146, payload: "CMD_SHOW_RETURN_VALUES\t1"),
    Case(notification: ShowReturnValues(isOn: false), command: 146, payload: "CMD_SHOW_RETURN_VALUES\t0"),
    Case(notification: RedirectOutput(), command: 200, payload: "STDOUT STDERR"),
    Case(notification: RedirectOutput(output: false), command: 200, payload: "STDERR"),
    Case(notification: RedirectOutput(errors: false), command: 200, payload: "STDOUT"),
    Case(notification: SetProjectRoots(roots: ["/a", "/b c"]), command: 202, payload: "/a\t/b c"),
    Case(notification: JSONConfig(), command: 156, payload: "{}"),
    Case(notification: EnableDontTrace(isOn: true), command: 141, payload: "true"),
    Case(notification: EnableDontTrace(isOn: false), command: 141, payload: "false"),
    Case(notification: SetUnitTestMode(), command: 170, payload: ""),
    Case(
      notification: SetPropertyTrace(getter: true, setter: false, deleter: false), command: 133,
      payload: "true;false;true;true"),
    Case(
      notification: SetTypeRenderers(renderers: [.init(type: "a.B", file: "/a.py", value: "self.c\t+ 1")]),
      command: 190,
      payload:
        "CMD_SET_USER_TYPE_RENDERERS\t9\ta.B\ta.B\ta.B\t/a.py\t1\t0\tself.c@_@TAB_CHAR@_@+ 1\t1\t0"),
    Case(
      notification: JSONConfig(skipSuspend: ["BaseException"], skipPrint: ["A", "B\"\\"], singleNotification: true),
      command: 156,
      payload: """
        {"skip_suspend_on_breakpoint_exception": ["BaseException"], "skip_print_breakpoint_exception": ["A", "B"], \
        "multi_threads_single_notification": true}
        """),
    Case(notification: IgnoreExceptions([.init(file: "/a.py", line: 3)]), command: 140, payload: "/a.py|3"),
    Case(
      notification: IgnoreExceptions([.init(file: "/a.py", line: 3), .init(file: "/b.py", line: 4)], replaces: true),
      command: 140, payload: "REPLACE:/a.py|3||/b.py|4"),
    Case(notification: ProcessCreatedAck(sequence: 8), command: 159, payload: "8"),
  ]

  @Test(arguments: cases.indices)
  func aNotificationIsWrittenAsTheProcessReadsIt(_ index: Int) {
    let sample = Self.cases[index]
    #expect(sample.notification.command.rawValue == sample.command)
    for dialect in RequestPayloadTests.all { #expect(sample.notification.payload(for: dialect) == sample.payload) }
  }

  @Test(arguments: [
    (Step.Kind.into, 107), (.over, 108), (.return, 109), (.intoMyCode, 144), (.overMyCode, 159), (.returnMyCode, 160),
  ])
  func aStepIsACommandOfItsOwn(_ kind: Step.Kind, _ command: Int) {
    let step = Step(thread: "T", kind: kind)
    #expect(step.command.rawValue == command)
    #expect(step.payload(for: .pydevd) == "T")
    #expect(kind.nearest(in: .pydevd) == kind)
  }

  @Test func aStepThatADialectLacksBecomesThePlainOne() {
    #expect(Step.Kind.overMyCode.nearest(in: .pycharm263) == .over)
    #expect(Step.Kind.returnMyCode.nearest(in: .pycharm263) == .return)
    #expect(Step.Kind.intoMyCode.nearest(in: .pycharm263) == .intoMyCode)
    #expect(Step.Kind.intoMyCode.nearest(in: .pycharm191) == .into)
    #expect(Step.Kind.over.nearest(in: .pycharm191) == .over)
  }

  @Test func anExceptionBreakpointHasSixFields() throws {
    let name = try #require(ExceptionName("ValueError"))
    let plain = AddExceptionBreakpoint(name: name)
    #expect(plain.command == .addExceptionBreak)
    #expect(plain.payload(for: .pydevd) == "python-ValueError\tNone\tNone\t0\t1\t0")
    let full = AddExceptionBreakpoint(
      name: name, condition: "a\n== 'é'", expression: "b", handled: .firstRaise, stopsOnUnhandled: false,
      ignoresLibraries: true)
    #expect(full.payload(for: .pydevd) == "python-ValueError\ta@_@NEW_LINE_CHAR@_@== 'é'\tb\t2\t0\t1")
    let ascii = "python-ValueError\t" + #"eval(u"a\n== '\u00e9'")"# + "\tb\t2\t0\t1"
    #expect(full.payload(for: .pycharm263) == ascii)
    let remove = RemoveExceptionBreakpoint(name: try #require(ExceptionName("a.B", origin: .django)))
    #expect(remove.command == .removeExceptionBreak)
    #expect(remove.payload(for: .pydevd) == "django-a.B")
  }

  @Test(arguments: ["", "a-b", "a\tb", "a\nb"])
  func aNameThatPydevdWouldCutApartIsNone(_ name: String) {
    #expect(ExceptionName(name) == nil)
  }
}
