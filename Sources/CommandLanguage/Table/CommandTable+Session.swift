import DebuggerModel

extension CommandTable {
  /// How long `wait` waits where no time is given, in seconds.
  static let defaultWait = 30.0

  static let session: [CommandEntry] = [
    CommandEntry(
      "detach", [], "[hard]", "Leave the process running, without breakpoints",
      detail:
        "Its connection stays: when its program calls settrace again, it stops. `detach hard` closes the connection.",
      section: .session, words: ["hard"]
    ) { arguments throws(CommandError) in
      .debugger(.detach(isHard: try arguments.optionalWord(of: ["hard"]) != nil))
    },
    CommandEntry(
      "input", [], "[TEXT]", "Give the program that Dialback started a line to read",
      detail: "Only for `dialback run` and `dialback demo`; other programs read from their own terminals.",
      section: .session
    ) { arguments throws(CommandError) in .debugger(.programInput(arguments.text)) },
    plain("eof", [], "End the input of the program that Dialback started", .session, .programInput(nil)),
    plain("kill", [], "End the process", .session, .kill),
    plain("quit", ["q", "exit"], "Leave Dialback; processes run on without breakpoints", .session, .quit),
    CommandEntry(
      "key", [], "KEY COMMAND", "Bind a key to a command",
      detail: "`key F6 continue all`; KEY is spelled as in the help. `key F6 \"\"` takes its command away.",
      section: .session, availability: .screen
    ) { arguments throws(CommandError) in
      let (key, command) = try arguments.firstWord()
      guard !command.isEmpty else { throw arguments.missing("COMMAND") }
      return .bindKey(key, command == "\"\"" ? "" : command)
    },
    CommandEntry("help", ["h", "?"], "[NAME]", "Explain a command; alone, list them", section: .session) {
      arguments throws(CommandError) in
      if arguments.isEmpty { return .help(nil) }
      let (name, rest) = try arguments.firstWord()
      guard rest.isEmpty else { throw .unexpectedArgument(rest, usage: arguments.usage) }
      return .help(name)
    },
    CommandEntry(
      "wait", [], "EVENT [SECONDS]", "Wait for the next event of that name; 30 seconds where no time is given",
      detail: "A time-out is an error. Events: \(BatchEvent.allCases.map(\.rawValue).joined(separator: ", ")).",
      section: .session, availability: .batch, words: BatchEvent.allCases.map(\.rawValue), parse: wait),
  ]

  @Sendable private static func wait(_ arguments: CommandArguments) throws(CommandError) -> Command {
    let (event, rest) = try arguments.firstWord()
    guard BatchEvent(rawValue: event) != nil else {
      let names = BatchEvent.allCases.map(\.rawValue).joined(separator: ", ")
      throw arguments.bad(event, expected: "an event (\(names))")
    }
    guard !rest.isEmpty else { return .wait(event: event, seconds: defaultWait) }
    guard rest.first?.isNumber == true, let seconds = Double(rest), seconds.isFinite else {
      throw arguments.bad(rest, expected: "a number of seconds")
    }
    return .wait(event: event, seconds: seconds)
  }
}
