import DebuggerModel

extension CommandTable {
  static let moving: [CommandEntry] = [
    plain("where", ["w", "bt"], "Show the stack of the selected thread", .moving, .showStack),
    CommandEntry("up", ["u"], "[N]", "Select the calling frame, or the Nth above", section: .moving) {
      arguments throws(CommandError) in
      .debugger(.selectFrame(.up(try frames(arguments))))
    },
    CommandEntry("down", ["d"], "[N]", "Select the called frame, or the Nth below", section: .moving) {
      arguments throws(CommandError) in
      .debugger(.selectFrame(.up(-(try frames(arguments)))))
    },
    CommandEntry("frame", ["f"], "N", "Select a frame by its number; 0 is the innermost", section: .moving) {
      arguments throws(CommandError) in
      .debugger(.selectFrame(.number(try arguments.number("the number of a frame"))))
    },
    CommandEntry(
      "thread", [], "ID|next|previous", "Select a thread", detail: "`threads` shows the ids.", section: .moving,
      words: ["next", "previous"]
    ) { arguments throws(CommandError) in
      let (id, rest) = try arguments.firstWord()
      guard rest.isEmpty else { throw .unexpectedArgument(rest, usage: arguments.usage) }
      switch id {
      case "next": return .debugger(.selectThread(.relative(1)))
      case "previous": return .debugger(.selectThread(.relative(-1)))
      default: return .debugger(.selectThread(.id(id)))
      }
    },
    plain("stacks", [], "Show the stack of every thread, running ones too", .moving, .showStacks),
    plain("threads", [], "List the threads of the selected process", .moving, .listThreads),
    CommandEntry("process", [], "N", "Select a process", section: .moving) { arguments throws(CommandError) in
      .debugger(.selectProcess(ProcessNumber(try arguments.number("the number of a process"))))
    },
    plain("processes", [], "List the connected processes", .moving, .listProcesses),
    plain("catchup", [], "Select the thread and the frame of the newest stop", .moving, .catchUp),
  ]

  /// An entry for a command that takes nothing.
  static func plain(
    _ name: String, _ abbreviations: [String], _ summary: String, _ section: CommandSection, _ command: DebuggerCommand
  ) -> CommandEntry {
    CommandEntry(name, abbreviations, "", summary, section: section) { arguments throws(CommandError) in
      try arguments.none()
      return .debugger(command)
    }
  }

  private static func frames(_ arguments: CommandArguments) throws(CommandError) -> Int {
    arguments.isEmpty ? 1 : try arguments.number("a number of frames")
  }
}
