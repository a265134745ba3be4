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
  }

  /// There the log's own form stops the thread (protocol of all its releases), so it is written by the condition.
  @Test func theLogIsInTheConditionWhereItsOwnFormStops() {
    let log = "__import__('sys').stdout.write(str(n) + chr(10)) and False"
    let plain = SetBreakpoint(id: 2, file: "/a.py", line: 6, logMessage: "n")
    #expect(fields(plain, .pycharm263)[5...8] == [log, "None", "None", "False"])
    #expect(fields(plain, .pycharm191)[5...6] == [log, "None"])
    let conditional = SetBreakpoint(id: 2, file: "/a.py", line: 6, condition: "n > 1", logMessage: "n")
    #expect(fields(conditional, .pycharm263)[5] == "(n > 1) and " + log)
    let counted = SetBreakpoint(id: 2, file: "/a.py", line: 6, hitCondition: "@HIT@ > 2", logMessage: "n")
    #expect(fields(counted, .pycharm263)[7] == "(@HIT@ > 2) and (" + log + ")")
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
    #expect(written[5].hasPrefix(#"(eval(u"x == '\u00e9'")) and "#))
    #expect(written[5].contains(#"eval(u"'\u00f1'")"#))
    #expect(written[5].utf8.allSatisfy { $0 < 0x80 })
    #expect(written[2] == "/é.py")
  }

  @Test func theTypeAndTheFunctionCanBeChosen() {
    let template = SetBreakpoint(id: 2, file: "/a.html", line: 6, type: .jinja2, function: "")
    #expect(fields(template, .pydevd)[1] == "jinja2-line")
    #expect(fields(template, .pydevd)[4] == "")
  }
}
