import DebuggerModel

extension CommandTable {
  private static let optionWords = ["if", "hit", "log", "once", "thread", "all", "off", "django", "jinja2"]

  private static let optionDetail = """
    PLACE is LINE of the shown file, FILE:LINE, or a function: NAME, Class.NAME or pkg.module.NAME. A function is looked for in
    the files that are open and then in the project; until it is found, its breakpoint waits. On a line that has a breakpoint
    already the new options replace the old ones; only one that logs and one that stops are beside each other.
    Options, in any order:
      if COND     stop only where this Python expression is true (`, COND` is pdb's form of it)
      hit N       stop at the Nth hit; >=N from the Nth on, %N at every Nth. With a condition, a hit is a pass where it holds
      log EXPR    write the value out instead of stopping
      once        gone after the first hit
      thread|all  suspend the thread that hit it (default), or all threads
      off         set it disabled
      django|jinja2
                  a line of such a template. Pages and files below `templates` are taken for one; which, tells their text,
                  or a manage.py in the project
    """

  static let breakpoints: [CommandEntry] = [
    CommandEntry(
      "break", ["b", "br"], "[PLACE [, COND] [OPTIONS]]", "Set a breakpoint; alone, list them", detail: optionDetail,
      section: .breakpoints, words: optionWords
    ) { arguments throws(CommandError) in
      if arguments.isEmpty { return .debugger(.listBreakpoints) }
      let (place, options) = try arguments.breakpoint()
      return .debugger(.setBreakpoint(place, options))
    },
    CommandEntry(
      "tbreak", [], "PLACE [, COND] [OPTIONS]", "Set a breakpoint that is gone after its first hit",
      detail: "The options are those of `break`.", section: .breakpoints, words: optionWords
    ) { arguments throws(CommandError) in
      var (place, options) = try arguments.breakpoint()
      options.isTemporary = true
      return .debugger(.setBreakpoint(place, options))
    },
    CommandEntry(
      "condition", [], "N [EXPR]", "Give breakpoint N a condition; without EXPR, take it away", section: .breakpoints
    ) { arguments throws(CommandError) in
      let (word, rest) = try arguments.firstWord()
      let number = try arguments.breakpointNumber(word)
      return .debugger(.changeBreakpoint(number, .condition(rest.isEmpty ? nil : rest)))
    },
    CommandEntry(
      "ignore", [], "N COUNT", "Pass over breakpoint N so many times before it stops",
      detail: """
        `ignore 2 5` is the hit condition >=6; `ignore 2 0` takes the hit condition away. Only passes count where the
        condition of the breakpoint holds.
        """, section: .breakpoints
    ) { arguments throws(CommandError) in
      let (word, rest) = try arguments.firstWord()
      let number = try arguments.breakpointNumber(word)
      guard !rest.isEmpty else { throw arguments.missing("COUNT") }
      let count = try arguments.number(rest, "a count below a thousand million")
      guard count < 1_000_000_000 else { throw arguments.bad(rest, expected: "a count below a thousand million") }
      return .debugger(.changeBreakpoint(number, .hitCondition(count == 0 ? nil : ">=\(count + 1)")))
    },
    CommandEntry("disable", [], "N…", "Disable breakpoints, and keep them", section: .breakpoints) {
      arguments throws(CommandError) in
      try enabling(arguments, false)
    },
    CommandEntry("enable", [], "N…", "Enable breakpoints again", section: .breakpoints) {
      arguments throws(CommandError) in
      try enabling(arguments, true)
    },
    CommandEntry(
      "clear", ["cl"], "[N… | FILE:LINE]", "Remove breakpoints by number or place; alone, remove all",
      section: .breakpoints, parse: clear),
    CommandEntry(
      "mute", [], "[on|off]", "Mute all breakpoints, or unmute them; alone, toggle",
      section: .breakpoints, words: ["on", "off"]
    ) { arguments throws(CommandError) in
      .debugger(.mute(try arguments.optionalWord(of: ["on", "off"]).map { $0 == "on" }))
    },
  ]

  private static func enabling(_ arguments: CommandArguments, _ enabled: Bool) throws(CommandError) -> Command {
    .debugger(.enableBreakpoints(try arguments.breakpointNumbers(), enabled))
  }

  /// A single number is a breakpoint's, as in pdb, not a line.
  @Sendable private static func clear(_ arguments: CommandArguments) throws(CommandError) -> Command {
    if arguments.isEmpty { return .debugger(.clearAllBreakpoints) }
    guard arguments.words.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
      return .debugger(.clearBreakpointsAt(try arguments.place(arguments.text)))
    }
    return .debugger(.clearBreakpoints(try arguments.breakpointNumbers()))
  }
}
