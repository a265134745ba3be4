import DebuggerModel

extension CommandTable {
  static let values: [CommandEntry] = [
    text("print", ["p"], "EXPR", "Evaluate an expression in the selected frame") { .evaluate($0, pretty: false) },
    text("pp", [], "EXPR", "Evaluate, and show the whole value, pretty-printed") { .evaluate($0, pretty: true) },
    text("exec", ["x", "!"], "STMT", "Run a statement in the selected frame") { .execute($0) },
    CommandEntry(
      "set", [], "[PATH = EXPR | OPTION VALUE]", "Give a variable another value, or change a setting",
      detail: """
        `set a.b[0] = 3` assigns in the selected frame. `set OPTION VALUE` changes a setting, for the processes that are
        connected, too; `set` alone lists them all.
        \(OptionTable.help)
        """,
      section: .values, words: OptionTable.entries.map(\.name), parse: set),
    plain("locals", [], "Show the local variables of the selected frame", .values, .locals),
    plain("globals", [], "Show the global variables of the selected frame", .values, .globals),
    CommandEntry(
      "expand", [], "PATH [FROM:TO]", "Show what is inside of a value; FROM:TO for a part of a long one",
      section: .values, parse: expand),
    text("whatis", [], "EXPR", "Show the type of an expression") { .typeOf($0) },
    reload,
    text("doc", [], "EXPR", "Show signature and docstring of an expression's value") { .document($0) },
    text("referrers", [], "EXPR", "Show what refers to an expression's value, and where in it") { .referrers($0) },
    CommandEntry(
      "complete", [], "TEXT", "List what the name at the end of TEXT can become", section: .values
    ) { arguments throws(CommandError) in .debugger(.complete(arguments.text)) },
    plain("giveup", [], "Stop waiting for the evaluations that are under way", .values, .giveUpEvaluations),
    CommandEntry(
      "display", [], "[EXPR]", "Add a watch: evaluated again at every stop; alone, list the watches", section: .values
    ) { arguments throws(CommandError) in
      .debugger(arguments.isEmpty ? .listWatches : .addWatch(arguments.text))
    },
    CommandEntry("undisplay", [], "N", "Remove watch N", section: .values) { arguments throws(CommandError) in
      .debugger(.removeWatch(try arguments.number("the number of a watch")))
    },
  ]

  /// An entry for a command that takes all that follows as one text, which has to be there.
  static func text(
    _ name: String, _ abbreviations: [String], _ form: String, _ summary: String, section: CommandSection = .values,
    make: @escaping @Sendable (String) -> DebuggerCommand
  ) -> CommandEntry {
    CommandEntry(name, abbreviations, form, summary, section: section) { arguments throws(CommandError) in
      .debugger(make(try arguments.required()))
    }
  }

  /// The range is the last word, where that looks like one.
  @Sendable private static func expand(_ arguments: CommandArguments) throws(CommandError) -> Command {
    let text = try arguments.required()
    guard let last = arguments.words.last, arguments.words.count > 1, let bounds = bounds(last) else {
      return .debugger(.expand(text, range: nil))
    }
    guard bounds.from <= bounds.to else { throw arguments.bad(last, expected: "a range (FROM is not after TO)") }
    let path = text[..<last.startIndex].trimmed
    return .debugger(.expand(path, range: bounds.from..<bounds.to))
  }

  static func bounds(_ word: Substring) -> (from: Int, to: Int)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), let from = Int(parts[0]),
      let to = Int(parts[1])
    else { return nil }
    return (from, to)
  }

  /// It is an assignment where a single `=` follows one operand.
  @Sendable private static func set(_ arguments: CommandArguments) throws(CommandError) -> Command {
    let text = arguments.text
    if arguments.isEmpty { return .debugger(.listOptions) }
    let sign = ExpressionScanner.firstTopLevel(in: text) { text[$0] == "=" }
    if let (path, value) = sign.flatMap({ assignment(text, $0) }) {
      guard !value.isEmpty else { throw arguments.missing("EXPR") }
      return .debugger(.assign(path, value: value))
    }
    if let sign, isAugmented(text, sign) {
      throw .badArgument(text, expected: "PATH = EXPR; `x \(text)` runs it as a statement", usage: arguments.usage)
    }
    let (option, value) = try arguments.firstWord()
    guard !value.isEmpty else { throw arguments.missing("what \(option) is set to") }
    guard let entry = OptionTable.entry(named: option) else { return .setOption(option, value) }
    guard let command = entry.command(value) else {
      throw .badArgument(value, expected: entry.form, usage: "set \(entry.name) \(entry.form)")
    }
    return .debugger(command)
  }

  /// `a.b += 1` and its like.
  private static func isAugmented(_ text: String, _ sign: String.Index) -> Bool {
    sign > text.startIndex && "+-*/%&|^@<>".contains(text[text.index(before: sign)])
  }

  /// - Parameter sign: the first `=` that is not in brackets or quotes.
  private static func assignment(_ text: String, _ sign: String.Index) -> (path: String, value: String)? {
    let path = text[..<sign].trimmed
    let value = text[text.index(after: sign)...]
    guard let last = path.last, !"=<>!+-*/%&|^@:".contains(last), value.first != "=",
      ExpressionScanner.firstTopLevel(in: path, where: { path[$0].isWhitespace }) == nil
    else { return nil }
    return (path, value.trimmed)
  }
}
