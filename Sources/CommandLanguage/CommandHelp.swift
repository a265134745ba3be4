/// The help, made from the table.
public enum CommandHelp {
  /// Where the summaries start.
  private static let column = 34

  /// `help`: every command that can be used in the mode, a line each, under its section's heading.
  public static func text(mode: CommandMode) -> String {
    let blocks = CommandSection.allCases.compactMap { section in
      let entries = CommandTable.entries.filter { $0.section == section && $0.availability.includes(mode) }
      return entries.isEmpty ? nil : ([section.rawValue] + entries.map(line)).joined(separator: "\n")
    }
    return blocks.joined(separator: "\n\n")
      + "\n\nA unique prefix of a name is enough. `help NAME` says more about a command."
  }

  /// `help NAME`; abbreviations and prefixes are understood.
  public static func text(for name: String) throws(CommandError) -> String {
    let entry = try CommandTable.resolve(name)
    var lines = [entry.usage, entry.summary + "."]
    if !entry.abbreviations.isEmpty { lines.append("Short: \(entry.abbreviations.joined(separator: ", "))") }
    if !entry.detail.isEmpty { lines += ["", entry.detail] }
    return lines.joined(separator: "\n")
  }

  /// What a line of the language does, in a few words, for lists of keys; the line itself where it is not a command.
  public static func summary(of line: String) -> String {
    let (name, rest) = CommandParser.split(line.trimmed)
    guard let entry = try? CommandTable.resolve(name) else { return line }
    return rest.isEmpty ? entry.summary : "\(entry.summary): \(rest)"
  }

  /// `  b, br, break [PLACE …]      Set a breakpoint …`
  private static func line(_ entry: CommandEntry) -> String {
    let names = (entry.abbreviations + [entry.usage]).joined(separator: ", ")
    let padding = String(repeating: " ", count: max(2, column - names.count))
    return "  \(names)\(padding)\(entry.summary)"
  }
}
