import CommandLanguage

/// Words in the place of a subcommand that are none.
enum SubcommandCheck {
  /// Returns a sentence with the fix; `nil` where nothing is wrong with the first word, or it is an option.
  /// - Parameter names: of the subcommands.
  static func advice(_ arguments: [String], names: [String]) -> String? {
    guard let first = arguments.first else { return nil }
    let words = first == "help" ? arguments.dropFirst().first.map { [$0] } ?? [] : [first]
    guard let word = words.first, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    if word.hasSuffix(".py") || word.contains("/") {
      return "\(word): to debug a program of this machine say `dialback run \(word)`; alone, dialback waits for one"
    }
    let nearest = names.min { editDistance($0, word) < editDistance($1, word) }
    let guess = nearest.flatMap { editDistance($0, word) <= 2 ? "; `\($0)` is the nearest" : nil } ?? ""
    return "there is no command \(word)\(guess). The commands are \(names.joined(separator: ", ")); "
      + "`dialback --help` explains them"
  }
}
