import PydevdWire
import Testing

@Suite struct SetBreakpointTests {
  private func fields(_ breakpoint: SetBreakpoint, _ dialect: Dialect) -> [String] {
    #expect(breakpoint.command == .setBreak)
    return breakpoint.payload(for: dialect).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aPlainBreakpointHasTenFieldsAndSevenOnTheOldest() {
    let breakpoint = SetBreakpoint(id: 1, file: "/a.py", line: 6)
    let ten = ["1", "python-line", "/a.py", "6", "None", "None", "None", "None", "False", "NONE"]
    for dialect in [Dialect.pydevd, .pycharm212, .pycharm263] { #expect(fields(breakpoint, dialect) == ten) }
    #expect(fields(breakpoint, .pycharm191) == Array(ten.prefix(7)))
  }

  @Test func aConditionAndALogMessageAreEscaped() {
    let breakpoint = SetBreakpoint(
      id: 2, file: "/a.py", line: 6, condition: "x\n> 1", logMessage: "str(\tx)", suspendPolicy: .all)
    let start = ["2", "python-line", "/a.py", "6", "None", "x@_@NEW_LINE_CHAR@_@> 1", "str(@_@TAB_CHAR@_@x)"]
    #expect(fields(breakpoint, .pydevd) == start + ["None", "True", "ALL"])
    #expect(fields(breakpoint, .pycharm263) == start + ["None", "False", "ALL"])
    #expect(fields(breakpoint, .pycharm191) == start)
  }

  @Test func aHitConditionTakesTheConditionIn() {
    let breakpoint = SetBreakpoint(id: 2, file: "/a.py", line: 6, condition: "x > 1", hitCondition: "@HIT@ == 3")
    let written = fields(breakpoint, .pydevd)
    #expect(written[5] == "None")
    #expect(written[7] == "(@HIT@ == 3) and (x > 1)")
  }

  @Test func whereThereIsNoHitConditionTheConditionStays() {
    let breakpoint = SetBreakpoint(id: 2, file: "/a.py", line: 6, condition: "x > 1", hitCondition: "@HIT@ == 3")
    #expect(fields(breakpoint, .pycharm191)[5] == "x > 1")
  }

  @Test func aConditionThatCannotStandInBracketsBecomesALiteral() {
    let breakpoint = SetBreakpoint(
      id: 2, file: "/a.py", line: 6, condition: "x > 1 # why\n", hitCondition: "@HIT@ == 3")
    #expect(fields(breakpoint, .pydevd)[7] == #"(@HIT@ == 3) and (eval(u"x > 1 # why\n"))"#)
  }

  @Test func otherCharactersInExpressionsBecomeEscapesForPycharm() {
    let breakpoint = SetBreakpoint(id: 2, file: "/é.py", line: 6, condition: "x == 'é'", logMessage: "'ñ'")
    #expect(fields(breakpoint, .pydevd)[5...6] == ["x == 'é'", "'ñ'"])
    let written = fields(breakpoint, .pycharm263)
    #expect(written[5...6] == [#"eval(u"x == '\u00e9'")"#, #"eval(u"'\u00f1'")"#])
    #expect(written[2] == "/é.py")
  }

  @Test func theTypeAndTheFunctionCanBeChosen() {
    let template = SetBreakpoint(id: 2, file: "/a.html", line: 6, type: .jinja2, function: "")
    #expect(fields(template, .pydevd)[1] == "jinja2-line")
    #expect(fields(template, .pydevd)[4] == "")
  }
}
