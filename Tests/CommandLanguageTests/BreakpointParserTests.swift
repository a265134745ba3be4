import CommandLanguage
import DebuggerModel
import Testing

struct BreakpointParserTests {
  private static func at(_ line: Int, _ file: String? = nil) -> PlaceText { .line(file: file, line: line) }

  static let lines: [(String, PlaceText, BreakpointOptions)] = [
    ("b 12", at(12), .init()),
    ("b main.py:12", at(12, "main.py"), .init()),
    (#"b C:\x\y.py:12"#, at(12, #"C:\x\y.py"#), .init()),
    ("b /my dir/it's [1.py:7 if x", at(7, "/my dir/it's [1.py"), .init(condition: "x")),
    ("b \"/my log/x.py\":7 once", at(7, "/my log/x.py"), .init(isTemporary: true)),
    ("b total", .function("total"), .init()),
    ("b Shop.total if n", .function("Shop.total"), .init(condition: "n")),
    ("b 12, x > 1", at(12), .init(condition: "x > 1")),
    ("b 12 , f(a, b) == ' log ' once", at(12), .init(condition: "f(a, b) == ' log '", isTemporary: true)),
    ("b 12, if x", at(12), .init(condition: "x")),
    ("b 12 if x > 1 and y, z", at(12), .init(condition: "x > 1 and y, z")),
    ("b 12 hit 3", at(12), .init(hitCondition: "3")),
    ("b 12 hit >= 3 all", at(12), .init(hitCondition: ">=3", suspendPolicy: .all)),
    ("b 12 hit %10 thread", at(12), .init(hitCondition: "%10")),
    ("b 12 log f'{x} if' off", at(12), .init(logMessage: "f'{x} if'", isEnabled: false)),
    (
      "b a.py:9 if i == 3 hit >=3 log (i, x) once all off", at(9, "a.py"),
      .init(
        condition: "i == 3", hitCondition: ">=3", logMessage: "(i, x)", isTemporary: true, suspendPolicy: .all,
        isEnabled: false)
    ),
    ("b 12 once log x if y", at(12), .init(condition: "y", logMessage: "x", isTemporary: true)),
    (#"b 12 if x == " log ""#, at(12), .init(condition: #"x == " log ""#)),
    (#"b 12 if x == "a\" log " once"#, at(12), .init(condition: #"x == "a\" log ""#, isTemporary: true)),
    (#"b 12 if x == """ a" log """ all"#, at(12), .init(condition: #"x == """ a" log """"#, suspendPolicy: .all)),
    ("b 12 if any(k for k in [ log if 1 else 2 ])", at(12), .init(condition: "any(k for k in [ log if 1 else 2 ])")),
    ("b 12 if thread is None", at(12), .init(condition: "thread is None")),
    ("b 12 if not all", at(12), .init(condition: "not all")),
    ("b 12 if x == once once", at(12), .init(condition: "x == once", isTemporary: true)),
    ("b 12 if x and log log x", at(12), .init(condition: "x and log", logMessage: "x")),
    ("b 12 if a if b else c", at(12), .init(condition: "a if b else c")),
    ("b 12 log a if b else c", at(12), .init(logMessage: "a if b else c")),
    ("tbreak 12 if x", at(12), .init(condition: "x", isTemporary: true)),
  ]

  @Test(arguments: lines)
  func aBreakpointIsReadWithItsOptions(line: String, place: PlaceText, options: BreakpointOptions) throws {
    #expect(try CommandParser.parse(line, mode: .screen) == .debugger(.setBreakpoint(place, options)))
  }

  @Test(arguments: [
    "b 0", "b a.py", "b a.py:", "b :3", "b x y", "b 12 nonsense", "b 12 if", "b 12 hit", "b 12 hit 0", "b 12 hit >3",
    "b 12 hit -1", "b 12 log", "b 12 once once", "b 12 off x", "b 99999999999999999999", "b 12,", "tbreak", "b /x/y.py",
  ])
  func whatIsNoBreakpointIsRefused(line: String) {
    #expect(throws: CommandError.self) { try CommandParser.parse(line, mode: .screen) }
  }

  @Test func aFileWithoutItsLineIsToldHow() {
    #expect(
      throws: CommandError.badArgument(
        "a.py", expected: "a function; for a file write a.py:LINE", usage: "break [PLACE [, COND] [OPTIONS]]")
    ) {
      try CommandParser.parse("b a.py", mode: .screen)
    }
  }

  @Test(arguments: lines.map(\.2))
  func optionsAreWrittenAsTheyAreRead(options: BreakpointOptions) throws {
    #expect(try BreakpointOptions(parsing: options.commandText) == options)
  }
}
