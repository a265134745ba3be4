import CommandLanguage
import TerminalGrid

extension KeyMap {
  /// Puts the lines of one file over what is bound already. A line that can't be used is left out, and its key keeps what
  /// it did before.
  /// - Returns: one error for each line that was left out, in their order.
  public mutating func apply(_ lines: [KeyLine]) -> [KeyMapError] {
    var seen: [Place: String] = [:]
    var errors: [KeyMapError] = []
    for line in lines {
      do throws(KeyMapError) {
        try apply(line, seen: &seen)
      } catch {
        errors.append(error)
      }
    }
    return errors
  }

  /// Binds a key everywhere, as `key KEY COMMAND` does; an empty command unbinds it.
  public mutating func bind(_ key: String, _ commandText: String) throws(KeyMapError) {
    var seen: [Place: String] = [:]
    try apply(KeyLine(key: key, command: commandText), seen: &seen)
  }

  private mutating func apply(_ line: KeyLine, seen: inout [Place: String]) throws(KeyMapError) {
    guard let context = KeyContext(name: line.context) else {
      throw KeyMapError(.unknownContext(line.context), line: line.line)
    }
    guard let key = KeyPress(line.key) else { throw KeyMapError(.unknownKey(line.key), line: line.line) }
    let place = Place(context: context, key: key)
    if let first = seen[place] {
      throw KeyMapError(.conflict(key: line.key, first: first, second: line.command), line: line.line)
    }
    if line.command.isEmpty {
      remove(key, in: context)
    } else {
      let command = try Self.command(of: line)
      set(KeyBinding(context: context, key: key, commandText: line.command, command: command))
    }
    seen[place] = line.command
  }

  private static func command(of line: KeyLine) throws(KeyMapError) -> Command {
    let command: Command?
    do throws(CommandError) {
      command = try CommandParser.parse(line.command, mode: .screen)
    } catch {
      throw KeyMapError(.badCommand(line.key, error), line: line.line)
    }
    guard let command else { throw KeyMapError(.noCommand(line.key), line: line.line) }
    return command
  }
}
