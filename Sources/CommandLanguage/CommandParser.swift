/// Turns a line of the command language into a command.
public enum CommandParser {
  /// - Returns: `nil` for a blank line and for a comment (`#` at the start).
  public static func parse(_ line: String, mode: CommandMode) throws(CommandError) -> Command? {
    let line = line.trimmed
    guard !line.isEmpty, line.first != "#" else { return nil }
    let (name, rest) = split(line)
    let entry = try CommandTable.resolve(name, mode: mode)
    guard entry.availability.includes(mode) else { throw .wrongMode(command: entry.name, mode) }
    return try entry.parse(CommandArguments(rest, usage: entry.usage))
  }

  /// Splits a trimmed line into the name and what follows; as in pdb no blank is needed between `p` and `(x)`, and `!` and
  /// `?` are names by themselves.
  static func split(_ line: some StringProtocol) -> (name: String, rest: String) {
    if let first = line.first, first == "!" || first == "?" { return (String(first), line.dropFirst().trimmed) }
    let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    if name.isEmpty {
      let word = line.prefix { !$0.isWhitespace }
      return (String(word), line[word.endIndex...].trimmed)
    }
    return (String(name), line[name.endIndex...].trimmed)
  }
}
