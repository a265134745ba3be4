import DebuggerModel

extension CommandTable {
  static let running: [CommandEntry] = [
    CommandEntry(
      "continue", ["c", "cont"], "[process|all]",
      "Let the thread run on, with those that its stop holds; `process`: every thread of it; `all`: of every process",
      detail: "A pause that a thread has not come to is taken back.", section: .running, words: ["process", "all"]
    ) { arguments throws(CommandError) in
      .debugger(.resume(.continue, scope: try scope(arguments)))
    },
    step("next", ["n"], "Step over: to the next line of this function", .stepOver),
    step("step", ["s", "st"], "Step into the function that is called next", .stepInto),
    step("return", ["r"], "Step out: run until this function returns", .stepOut),
    step("mystep", [], "Step into, past all library code", .stepIntoMyCode),
    step("mynext", [], "Step over, past all library code", .stepOverMyCode),
    step("myreturn", [], "Step out, past all library code", .stepOutMyCode),
    CommandEntry(
      "into", [], "[N]", "Step into the Nth call of the statement; alone, list its calls",
      detail: "Calls count in the order in which they are carried out. Built-in functions are left out. "
        + "A call that is not entered, as one that a generator makes later, is reported.",
      section: .running
    ) { arguments throws(CommandError) in
      .debugger(.stepIntoCall(arguments.isEmpty ? nil : try arguments.number("the number of a call")))
    },
    CommandEntry(
      "jump", ["j"], "[LINE]", "Go on from another line of this function; alone, list the lines that can be",
      detail: "What is between is neither run nor undone. Only the innermost frame can.", section: .running
    ) { arguments throws(CommandError) in
      .debugger(arguments.isEmpty ? .listJumpTargets : .jump(try arguments.number("the number of a line")))
    },
    CommandEntry(
      "until", ["unt"], "[[FILE:]LINE]",
      "Run until a line is reached, as run to cursor does; alone, to a line after this one", section: .running
    ) { arguments throws(CommandError) in
      .debugger(.runTo(arguments.isEmpty ? nil : try arguments.place(arguments.text)))
    },
    CommandEntry(
      "pause", [], "[process|all]",
      "Suspend the thread at its next line; `process`: every thread of it; `all`: of every process",
      section: .running, words: ["process", "all"]
    ) { arguments throws(CommandError) in
      .debugger(.pause(scope: try scope(arguments)))
    },
    CommandEntry(
      "freeze", [], "[THREAD]", "Keep a thread where it is when others go on",
      detail: "THREAD is its id, its name or its place in `threads`. A running thread is paused first.",
      section: .running
    ) { arguments throws(CommandError) in
      .debugger(.freeze(arguments.isEmpty ? nil : arguments.text))
    },
    CommandEntry(
      "thaw", [], "[THREAD]", "Let a frozen thread go on with the others again",
      detail: "One that was frozen while it ran runs at once.", section: .running
    ) { arguments throws(CommandError) in
      .debugger(.thaw(arguments.isEmpty ? nil : arguments.text))
    },
  ]

  private static let mostSteps = 1000

  private static func step(
    _ name: String, _ abbreviations: [String], _ summary: String, _ kind: ResumeKind
  ) -> CommandEntry {
    CommandEntry(
      name, abbreviations, "[COUNT]", summary, detail: "COUNT: so many, one after the other. Any other stop ends them.",
      section: .running
    ) { arguments throws(CommandError) in
      let step = DebuggerCommand.resume(kind, scope: .selected)
      guard !arguments.isEmpty else { return .debugger(step) }
      let count = try arguments.number("a number of steps, \(mostSteps) at most")
      guard (1...mostSteps).contains(count) else {
        throw arguments.bad(arguments.text, expected: "a number of steps, 1 to \(mostSteps)")
      }
      return count == 1 ? .debugger(step) : .sequence(Array(repeating: step, count: count))
    }
  }

  private static func scope(_ arguments: CommandArguments) throws(CommandError) -> DebuggerCommand.CommandScope {
    switch try arguments.optionalWord(of: ["process", "all"]) {
    case nil: .selected
    case "process": .process
    default: .all
    }
  }
}
