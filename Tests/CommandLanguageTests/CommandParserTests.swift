import CommandLanguage
import DebuggerModel
import Testing

struct CommandParserTests {
  private static let one = BreakpointNumber(1)

  private static func resume(_ kind: ResumeKind) -> DebuggerCommand { .resume(kind, scope: .selected) }

  static let debuggerLines: [(String, DebuggerCommand)] = [
    ("n", resume(.stepOver)), ("next", resume(.stepOver)), ("ne", resume(.stepOver)),
    ("s", resume(.stepInto)), ("st", resume(.stepInto)), ("r", resume(.stepOut)), ("ret", resume(.stepOut)),
    ("n 1", resume(.stepOver)), ("mystep", resume(.stepIntoMyCode)), ("mynext", resume(.stepOverMyCode)),
    ("c", resume(.continue)), ("cont", resume(.continue)), ("c all", .resume(.continue, scope: .all)),
    ("continue  all ", .resume(.continue, scope: .all)),
    ("unt", .runTo(nil)), ("unt 12", .runTo(.line(file: nil, line: 12))),
    ("until a.py:12", .runTo(.line(file: "a.py", line: 12))),
    ("pause", .pause(scope: .selected)), ("pause all", .pause(scope: .all)),
    ("w", .showStack), ("bt", .showStack), ("wher", .showStack),
    ("u", .selectFrame(.up(1))), ("u 3", .selectFrame(.up(3))), ("d", .selectFrame(.up(-1))),
    ("down 2", .selectFrame(.up(-2))), ("f 0", .selectFrame(.number(0))),
    ("thread pid_1_id_2", .selectThread(.id("pid_1_id_2"))), ("thread next", .selectThread(.relative(1))),
    ("thread previous", .selectThread(.relative(-1))), ("threads", .listThreads),
    ("process 2", .selectProcess(ProcessNumber(2))), ("processes", .listProcesses), ("catchup", .catchUp),
    ("p x + 1", .evaluate("x + 1", pretty: false)), ("p(x)", .evaluate("(x)", pretty: false)),
    ("print x", .evaluate("x", pretty: false)), ("pp d", .evaluate("d", pretty: true)),
    ("p [i for i in x]", .evaluate("[i for i in x]", pretty: false)),
    ("p # no comment", .evaluate("# no comment", pretty: false)),
    ("x a = 1", .execute("a = 1")), ("exec a = 1", .execute("a = 1")), ("!a = 1", .execute("a = 1")),
    ("set x = 3", .assign("x", value: "3")), ("set a.b['k =']=f(y=2)", .assign("a.b['k =']", value: "f(y=2)")),
    ("locals", .locals), ("globals", .globals), ("whatis x.y", .typeOf("x.y")),
    ("expand x", .expand("x", range: nil)), ("expand x 0:100", .expand("x", range: 0..<100)),
    ("expand d['a b'] 5:5", .expand("d['a b']", range: 5..<5)), ("expand x[1:2]", .expand("x[1:2]", range: nil)),
    ("reload pkg.mod", .reloadModule("pkg.mod")),
    ("display n * 2", .addWatch("n * 2")), ("undisplay 2", .removeWatch(2)),
    ("l", .list(nil)), ("l 40", .list(.line(file: nil, line: 40))),
    ("list a.py:40", .list(.line(file: "a.py", line: 40))),
    ("source /srv/my app/x.py", .showSource("/srv/my app/x.py")),
    ("map /srv=/home/me", .addMapping("/srv=/home/me")), ("unmap /srv", .removeMapping("/srv")),
    ("maps", .listMappings),
    ("condition 1 x > 2", .changeBreakpoint(one, .condition("x > 2"))),
    ("condition 1", .changeBreakpoint(one, .condition(nil))),
    ("ignore 1 5", .changeBreakpoint(one, .hitCondition(">=6"))),
    ("ignore 1 0", .changeBreakpoint(one, .hitCondition(nil))),
    ("disable 1", .enableBreakpoints([one], false)), ("enable 1", .enableBreakpoints([one], true)),
    ("cl", .clearAllBreakpoints), ("cl 1", .clearBreakpoints([one])),
    ("clear 1 2", .clearBreakpoints([one, BreakpointNumber(2)])),
    ("cl a.py:3", .clearBreakpointsAt(.line(file: "a.py", line: 3))),
    ("mute", .mute(nil)), ("mute on", .mute(true)), ("mute off", .mute(false)),
    ("detach", .detach(isHard: false)), ("detach hard", .detach(isHard: true)), ("kill", .kill), ("q", .quit),
    ("exit", .quit), ("b", .listBreakpoints),
    ("br", .listBreakpoints),
  ]

  @Test func aStepMayHaveACount() throws {
    let steps = [DebuggerCommand](repeating: Self.resume(.stepInto), count: 3)
    #expect(try CommandParser.parse("s 3", mode: .batch) == .sequence(steps))
  }

  @Test(arguments: debuggerLines)
  func aLineMeansTheCommandOfTheTable(line: String, command: DebuggerCommand) throws {
    #expect(try CommandParser.parse(line, mode: .screen) == .debugger(command))
    #expect(try CommandParser.parse("  \(line)\r", mode: .batch) == .debugger(command))
  }

  static let otherLines: [(String, Command)] = [
    ("set theme dark", .setOption("theme", "dark")), ("set filter a /x=/y", .setOption("filter", "a /x=/y")),
    ("key F6 continue all", .bindKey("F6", "continue all")), ("key F6 \"\"", .bindKey("F6", "")), ("help", .help(nil)),
    ("h b", .help("b")),
    ("?", .help(nil)),
    ("focus stack", .view(.focus(.stack))), ("focus eval", .view(.focus(.evaluation))), ("zoom", .view(.zoom)),
    ("page-d", .view(.move(.pageDown))),
    ("disable 1 2", .debugger(.enableBreakpoints([one, BreakpointNumber(2)], false))),
  ]

  @Test(arguments: otherLines)
  func aLineMeansWhatTheScreenOrTheConfigurationDoes(line: String, command: Command) throws {
    #expect(try CommandParser.parse(line, mode: .screen) == command)
  }

  @Test(arguments: [("wait stopped", 30.0), ("wait stopped 2.5", 2.5), ("wait stopped 0", 0)])
  func waitHasAnEventAndATime(line: String, seconds: Double) throws {
    #expect(try CommandParser.parse(line, mode: .batch) == .wait(event: "stopped", seconds: seconds))
  }

  @Test(arguments: ["", "   ", "\t\r\n", "# n", "   # comment"])
  func blankLinesAndCommentsAreSkipped(line: String) throws {
    #expect(try CommandParser.parse(line, mode: .batch) == nil)
  }
}
