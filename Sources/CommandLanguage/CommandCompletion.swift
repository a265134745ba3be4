public import DebuggerModel

/// The words that the one at the cursor can become.
public enum CommandCompletion {
  /// - Parameters:
  ///   - cursor: in characters from the start of the line; what follows it is not looked at.
  ///   - breakpoints: the numbers of those that are set.
  /// - Returns: whole words to put in the place of the one that ends at the cursor, in the order of the help.
  public static func complete(
    _ line: String, cursor: Int, mode: CommandMode = .screen, breakpoints: [BreakpointNumber] = []
  ) -> [String] {
    let before = line.prefix(max(0, cursor)).drop(while: \.isWhitespace)
    let word = lastWord(of: before)
    let earlier = before[..<word.startIndex].split(whereSeparator: \.isWhitespace)
    return (numbers(after: earlier, breakpoints) ?? candidates(after: earlier, mode: mode)).filter {
      $0.hasPrefix(word) && $0 != word
    }
  }

  private static func lastWord(of text: Substring) -> Substring {
    guard let blank = text.lastIndex(where: \.isWhitespace) else { return text }
    return text[text.index(after: blank)...]
  }

  /// The numbers that a command takes here; `nil` where it takes something else.
  private static func numbers(after words: [Substring], _ breakpoints: [BreakpointNumber]) -> [String]? {
    guard let name = words.first, let entry = try? CommandTable.resolve(String(name)) else { return nil }
    let all = breakpoints.map(\.description).filter { !words.dropFirst().contains(Substring($0)) }
    switch entry.name {
    case "disable", "enable", "clear": return all
    case "condition", "ignore": return words.count == 1 ? all : []
    default: return nil
    }
  }

  private static func candidates(after words: [Substring], mode: CommandMode) -> [String] {
    let names = CommandTable.entries.filter { $0.availability.includes(mode) }.map(\.name)
    guard let name = words.first else { return names }
    guard let entry = try? CommandTable.resolve(String(name)), entry.availability.includes(mode) else { return [] }
    switch entry.section {
    case .session where entry.name == "help": return words.count == 1 ? names : []
    case .session where entry.name == "key": return words.count == 2 ? names : []
    case .breakpoints where entry.name == "catch":
      // Classes first, and then what follows them.
      let classes = entry.words.filter { $0.first?.isUppercase == true } + CommandTable.templateWords
      return words.count == 1 ? classes : entry.words.filter { !classes.contains($0) }
    case .breakpoints where entry.name != "mute": return words.count > 1 ? entry.words : []
    case .breakpoints, .running, .moving, .values, .sources, .session, .screen:
      return words.count == 1 ? entry.words : []
    }
  }
}
