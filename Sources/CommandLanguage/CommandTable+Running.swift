import DebuggerModel

extension CommandTable {
  static let running: [CommandEntry] = [
    CommandEntry(
      "continue", ["c", "cont"], "[all]", "Let the thread run on; `all`: every thread of every process",
      section: .running, words: ["all"]
    ) { arguments throws(CommandError) in
      .debugger(.resume(.continue, scope: try scope(arguments)))
    },
    step("next", ["n"], "Step over: to the next line of this function", .stepOver),
    step("step", ["s"], "Step into the function that is called next", .stepInto),
    step("return", ["r"], "Step out: run until this function returns", .stepOut),
    step("mystep", [], "Step into, past all library code", .stepIntoMyCode),
    step("mynext", [], "Step over, past all library code", .stepOverMyCode),
    CommandEntry(
      "until", ["unt"], "[[FILE:]LINE]", "Run to a line; alone, to a line after this one", section: .running
    ) { arguments throws(CommandError) in
      .debugger(.runTo(arguments.isEmpty ? nil : try arguments.place(arguments.text)))
    },
    CommandEntry(
      "pause", [], "[all]", "Suspend the thread at its next line; `all`: every thread of every process",
      section: .running, words: ["all"]
    ) { arguments throws(CommandError) in
      .debugger(.pause(scope: try scope(arguments)))
    },
  ]

  private static func step(
    _ name: String, _ abbreviations: [String], _ summary: String, _ kind: ResumeKind
  ) -> CommandEntry {
    CommandEntry(name, abbreviations, "", summary, section: .running) { arguments throws(CommandError) in
      try arguments.none()
      return .debugger(.resume(kind, scope: .selected))
    }
  }

  private static func scope(_ arguments: CommandArguments) throws(CommandError) -> DebuggerCommand.CommandScope {
    try arguments.optionalWord(of: ["all"]) == nil ? .selected : .all
  }
}
