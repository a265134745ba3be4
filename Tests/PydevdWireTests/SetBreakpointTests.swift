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
    let condition = SetBreakpoint(id: 2, file: "/a.py", line: 6, condition: "x\n> 1", suspendPolicy: .all)
    let start = ["2", "python-line", "/a.py", "6", "None", "x@_@NEW_LINE_CHAR@_@> 1", "None"]
    #expect(fields(condition, .pydevd) == start + ["None", "False", "ALL"])
    let log = fields(SetBreakpoint(id: 2, file: "/a.py", line: 6, logMessage: "str(\tx)"), .pydevd)
    #expect(log[6].hasSuffix(#".text('2.0', u"str(\tx)", globals(), locals())"#))
    #expect(log[7...] == ["None", "True", "NONE"])
  }

  /// There the log's own form stops the thread (protocol of all its releases), so it is written by the condition.
  @Test func theLogIsInTheConditionWhereItsOwnFormStops() {
    let log = #".check('2.7', None, None, u"n", globals(), locals())"#
    let plain = SetBreakpoint(id: 2, file: "/a.py", line: 6, logMessage: "n", serial: 7)
    #expect(fields(plain, .pycharm263)[5].hasSuffix(log))
    #expect(fields(plain, .pycharm263)[6...8] == ["None", "None", "False"])
    #expect(fields(plain, .pycharm191)[5].hasSuffix(log) && fields(plain, .pycharm191)[6] == "None")
  }

  /// pydevd evaluates the log first, and counts each pass, whether the condition holds or not.
  @Test(arguments: [Dialect.pydevd, .pycharm263, .pycharm191])
  func severalPartsAreOneConditionEverywhere(_ dialect: Dialect) {
    func expect(
      _ condition: String?, _ hits: String?, _ log: String?, _ call: String,
      at location: SourceLocation = #_sourceLocation
    ) {
      let breakpoint = SetBreakpoint(
        id: 2, file: "/a.py", line: 6, condition: condition, hitCondition: hits, logMessage: log)
      let written = fields(breakpoint, dialect)
      #expect(written[5].hasSuffix(".check(\(call), globals(), locals())"), sourceLocation: location)
      #expect(written[6] == "None", sourceLocation: location)
      if dialect.takesHitCondition { #expect(written[7...8] == ["None", "False"], sourceLocation: location) }
    }
    expect("x > 1", "@HIT@ == 3", nil, #"'2.0', u"x > 1", lambda hits: hits == 3, None"#)
    expect("x > 1", "@HIT@ % 3 == 0", "n", #"'2.0', u"x > 1", lambda hits: hits % 3 == 0, u"n""#)
    expect("x > 1 # why\n", nil, "n", #"'2.0', u"x > 1 # why\n", None, u"n""#)
    expect(nil, "@HIT@ >= 2", "n", #"'2.0', None, lambda hits: hits >= 2, u"n""#)
  }

  @Test func theProcessCountsItselfWhereNothingElseHasToHold() {
    let breakpoint = SetBreakpoint(id: 2, file: "/a.py", line: 6, hitCondition: "@HIT@ == 3")
    for dialect in [Dialect.pydevd, .pycharm263] {
      #expect(fields(breakpoint, dialect)[5...8] == ["None", "None", "@HIT@ == 3", "False"])
    }
    let check = ".check('2.0', None, lambda hits: hits == 3, None, globals(), locals())"
    #expect(fields(breakpoint, .pycharm191)[5].hasSuffix(check))
  }

  @Test func otherCharactersInExpressionsBecomeEscapesForPycharm() {
    let breakpoint = SetBreakpoint(id: 2, file: "/é.py", line: 6, condition: "x == 'é'")
    #expect(fields(breakpoint, .pydevd)[5] == "x == 'é'")
    #expect(fields(breakpoint, .pycharm263)[5] == #"eval(u"x == '\u00e9'")"#)
    let log = SetBreakpoint(id: 2, file: "/é.py", line: 6, condition: "x == 'é'", logMessage: "'ñ'")
    let written = fields(log, .pycharm263)
    #expect(written[5].contains(#"u"x == '\u00e9'""#) && written[5].contains(#"u"'\u00f1'""#))
    #expect(written[5].utf8.allSatisfy { $0 < 0x80 })
    #expect(written[2] == "/é.py")
  }

  @Test(arguments: [Dialect.pydevd, .pycharm263, .pycharm191])
  func thoseOfOneLineAreMergedToOneThatStopsWhenOneDoes(_ dialect: Dialect) throws {
    let log = SetBreakpoint(id: 4, file: "/a.py", line: 6, logMessage: "n", serial: 1)
    let counted = SetBreakpoint(
      id: 3, file: "/a.py", line: 6, condition: "x", hitCondition: "@HIT@ == 3", suspendPolicy: .all, serial: 2)
    #expect(SetBreakpoint.merging([log])?.payload(for: dialect) == log.payload(for: dialect))
    #expect(SetBreakpoint.merging([]) == nil)
    let merged = try #require(SetBreakpoint.merging([log, counted]))
    let written = fields(merged, dialect)
    #expect(written[0] == "3")
    #expect(written[5].contains(#".check('3.2', u"x", lambda hits: hits == 3, None, globals(), locals())) | ("#))
    #expect(written[5].hasSuffix(#".check('4.1', None, None, u"n", globals(), locals()))"#))
    if dialect.takesHitCondition { #expect(written[6...] == ["None", "None", "False", "ALL"]) }
  }

  @Test func theTypeAndTheFunctionCanBeChosen() {
    let template = SetBreakpoint(id: 2, file: "/a.html", line: 6, type: .jinja2, function: "")
    #expect(fields(template, .pydevd)[1] == "jinja2-line")
    #expect(fields(template, .pydevd)[4] == "")
  }
}
