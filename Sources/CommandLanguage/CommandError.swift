/// Why a line of the command language means nothing: a sentence, with the mend.
public enum CommandError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownCommand(String, nearest: [String])
  case ambiguousCommand(String, candidates: [String])
  /// The command needs something that is not there: its name in the form, or in words.
  case missingArgument(String, usage: String)
  /// There is more on the line than the command takes.
  case unexpectedArgument(String, usage: String)
  /// What stands there can't be read as what is needed.
  case badArgument(String, expected: String, usage: String)
  /// The command is of the other mode: the screen's, or batch mode's.
  case wrongMode(command: String, CommandMode)

  public var description: String {
    switch self {
    case .unknownCommand(let name, let nearest) where nearest.isEmpty:
      "unknown command “\(name)”; `help` lists the commands"
    case .unknownCommand(let name, let nearest):
      "unknown command “\(name)”; did you mean \(Self.list(nearest))?"
    case .ambiguousCommand(let name, let candidates):
      "“\(name)” can be \(Self.list(candidates)); type more of the name"
    case .missingArgument(let what, let usage):
      "\(what) is missing; the form is: \(usage)"
    case .unexpectedArgument(let argument, usage: "delete"):
      "“\(argument)” is too much: `delete` removes the selected row; `clear \(argument)` removes a breakpoint"
    case .unexpectedArgument(let argument, let usage):
      "“\(argument)” is too much; the form is: \(usage)"
    case .badArgument(let argument, let expected, let usage):
      "“\(argument)” is not \(expected); the form is: \(usage)"
    case .wrongMode(let command, .screen):
      "`\(command)` works in batch mode only; run `dialback listen --batch` for it"
    case .wrongMode(let command, .batch):
      "`\(command)` acts on the screen, and batch mode has none; leave it out"
    }
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
