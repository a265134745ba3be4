import PydevdWire
import Testing

@Suite struct WireEventTests {
  private func decode(_ command: Int, _ payload: String, _ dialect: Dialect = .pydevd) throws -> WireEvent {
    try WireEvent.decode(Frame(command: CommandID(rawValue: command), sequence: 4, payload: payload), dialect: dialect)
  }

  static let plain: [(Int, String, WireEvent)] = [
    (104, "T", .threadKilled("T")),
    (106, "T\t-1", .threadResumed("T", reason: "-1")),
    (106, "T", .threadResumed("T", reason: "")),
    (116, "<xml><io s=\"a%0A%26lt%3B\" ctx=\"1\"/></xml>", .output("a\n&lt;", isError: false)),
    (116, "<xml><io s=\"\" ctx=\"2\"/></xml>", .output("", isError: true)),
    (129, "", .exit),
    (130, "<xml/>", .signatureTrace("<xml/>")),
    (139, "T", .exceptionTraceProceeded("T")),
    (142, "<xml/>", .showConsole("<xml/>")),
    (145, "<xml/>", .concurrency("<xml/>")),
    (147, "True", .inputRequested(true)),
    (147, "False", .inputRequested(false)),
    (149, "<process/>", .processCreated(sequence: 4)),
    (150, "", .cythonWarning),
    (157, "{}", .singleSuspend("{}")),
    (158, "{}", .singleResume("{}")),
    (901, "unexpected command", .remoteError("unexpected command")),
    (777, "x", .unknown(Frame(command: CommandID(rawValue: 777), sequence: 4, payload: "x"))),
  ]

  @Test(arguments: plain)
  func anEventIsReadByItsCommand(_ command: Int, _ payload: String, _ event: WireEvent) throws {
    #expect(try decode(command, payload) == event)
  }

  @Test func newThreadsAreListed() throws {
    let event = try decode(103, "<xml><thread name=\"Main%20Thread\" id=\"T\" /></xml>")
    guard case .threadCreated(let threads) = event else { return #expect(event == .exit) }
    #expect(threads.map(\.id) == ["T"] && threads.map(\.name) == ["Main Thread"])
  }

  static let stop = """
    <xml><thread id="T" stop_reason="111" message="a%2541" suspend_type="trace">\
    <frame id="1" name="&lt;module&gt;" file="/srv/a%20b.py" line="4"></frame></thread></xml>
    """

  @Test(arguments: [
    (Dialect.pydevd, "a%2541", "/srv/a b.py"), (.pycharm191, "a%2541", "/srv/a b.py"),
    (.pycharm212, "a%2541", "/srv/a%20b.py"),
    (.pycharm263, "a%41", "/srv/a%20b.py"),
  ])
  func aStopIsReadInEachDialect(_ dialect: Dialect, _ message: String, _ file: String) throws {
    let event = try decode(105, Self.stop, dialect)
    guard case .threadSuspended(let suspension) = event else { return #expect(event == .exit) }
    #expect(suspension.threadID == "T")
    #expect(suspension.stopReason == CommandID.setBreak.rawValue)
    #expect(suspension.suspendType == "trace")
    #expect(suspension.message == message)
    #expect(suspension.frames.map(\.file) == [file])
    #expect(suspension.frames.map(\.name) == ["<module>"])
  }

  @Test func anExceptionIsReadWithItsTexts() throws {
    let payload = "1\t&lt;class 'a.MyErr'&gt;\tboom é &lt;&amp;&quot;&gt; %41\nnl\t" + Self.stop
    let event = try decode(138, payload)
    guard case .exceptionTrace(let trace) = event else { return #expect(event == .exit) }
    #expect(trace.frameID == "1")
    #expect(trace.type == "a.MyErr")
    #expect(trace.message == "boom é <&\"> %41\nnl")
    #expect(trace.stack.frames.count == 1)
  }

  @Test func aFailedConditionTellsWhatItRaisedAndInWhichThread() throws {
    let xml = "<xml><frame thread_id = \"T\" file=\"/a.py\" line=\"3\" name=\"f\" obj=\"\" /></xml>"
    let event = try decode(136, "Condition:\na\t< 1\n\nError:\nNameError: name 'a'\n\t" + xml)
    guard case .breakpointConditionFailed(let failure) = event else { return #expect(event == .exit) }
    #expect(failure.condition == "a\t< 1")
    #expect(failure.error == "NameError: name 'a'")
    #expect(failure.threadID == "T" && failure.breakpoint == nil && failure.part == .condition)
  }

  @Test(arguments: ["Condition:\nx\n\nError:\nboom\n\t<xml><frame", "Condition:\nx\n\nError:\nboom\n"])
  func aFailedConditionIsToldWithoutItsPlace(payload: String) throws {
    let event = try decode(136, payload)
    guard case .breakpointConditionFailed(let failure) = event else { return #expect(event == .exit) }
    #expect(failure.error == "boom" && failure.condition == "x" && failure.threadID == nil)
  }

  @Test func theHelpersOwnFailureNamesTheBreakpoint() throws {
    let event = try decode(136, "dialback\t12.3\tlog\tKeyError: 'a\tb'")
    guard case .breakpointConditionFailed(let failure) = event else { return #expect(event == .exit) }
    #expect(failure.breakpoint == 12 && failure.part == .log)
    #expect(failure.error == "KeyError: 'a\tb'")
  }

  @Test(arguments: [
    (103, "no xml"), (105, ""), (105, "<xml></xml>"), (105, "<xml><thread id=\"T\"></thread></xml>"),
    (105, "<xml><thread id=\"T\" stop_reason=\"x\"></thread></xml>"), (116, "<xml></xml>"),
    (116, "<xml><io ctx=\"1\"/></xml>"),
    (138, "1\t2\t3"), (138, "1\t2\t3\tno xml"),
  ])
  func whatLacksItsPartsIsAnError(_ command: Int, _ payload: String) {
    #expect(throws: WireError.self) { try decode(command, payload) }
  }
}
