extension CommandTable {
  /// What is shown of a pane, and how; and what can be kept of it.
  static let viewing = [theme, filter, displayMode, sortVariables, filterConsole, saveDisplay, saveConsole]

  private static let theme = CommandEntry(
    "theme", [], "[NAME]", "The colours of the screen; alone it lets one choose, and shows each at once",
    section: .screen, availability: .screen
  ) { arguments in .view(.theme(arguments.isEmpty ? nil : arguments.text)) }

  private static let filter = CommandEntry(
    "filter", [], "[TEXT]", "Show only the rows of the pane with a text; alone it asks for it",
    detail: "Variables and the stack can be filtered. Esc shows all again.", section: .screen, availability: .screen
  ) { arguments in .view(.filter(arguments.isEmpty ? nil : arguments.text)) }

  private static let displayMode = CommandEntry(
    "show-as", [], "[MODE]", "How values are written; alone it goes on to the next way",
    detail: """
      Modes: repr; str, texts without quotes and escapes; hex, whole numbers with base 16; type, types instead of values.
      """,
    section: .screen, availability: .screen, words: DisplayMode.allCases.map(\.rawValue)
  ) { arguments throws(CommandError) in
    let word = try arguments.optionalWord(of: DisplayMode.allCases.map(\.rawValue))
    return .view(.displayMode(word.flatMap(DisplayMode.init)))
  }

  private static let sortVariables = CommandEntry(
    "sort-variables", [], "[ORDER]", "The order of the variables; alone it goes on to the next one",
    detail: "Orders: given, as the process has them; name; type.", section: .screen, availability: .screen,
    words: VariableOrder.allCases.map(\.rawValue)
  ) { arguments throws(CommandError) in
    let word = try arguments.optionalWord(of: VariableOrder.allCases.map(\.rawValue))
    return .view(.sortVariables(word.flatMap(VariableOrder.init)))
  }

  private static let filterConsole = CommandEntry(
    "filter-console", [], "[KIND]", "Show only some of the console; alone it goes on to the next kind",
    detail: """
      Kinds: all; program, what the processes write; stdout; stderr; messages, what Dialback says; process, what the selected
      process writes.
      """,
    section: .screen, availability: .screen, words: ConsoleFilter.allCases.map(\.rawValue)
  ) { arguments throws(CommandError) in
    let word = try arguments.optionalWord(of: ConsoleFilter.allCases.map(\.rawValue))
    return .view(.filterConsole(word.flatMap(ConsoleFilter.init)))
  }

  private static let saveDisplay = CommandEntry(
    "save-display", [], "FILE", "Write the screen to a file as text, as for a bug report", section: .screen,
    availability: .screen
  ) { arguments throws(CommandError) in .view(.saveDisplay(try arguments.required())) }

  private static let saveConsole = CommandEntry(
    "save-console", [], "FILE", "Write what the console shows to a file as text", section: .screen,
    availability: .screen
  ) { arguments throws(CommandError) in .view(.saveConsole(try arguments.required())) }
}
