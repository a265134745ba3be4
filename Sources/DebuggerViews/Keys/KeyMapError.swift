public import CommandLanguage

/// Why a key can't be bound: a sentence, with the mend. The key keeps what it did before.
public struct KeyMapError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Problem: Equatable, Sendable {
    case unknownContext(String)
    case unknownKey(String)
    /// The text of the command can't be read.
    case badCommand(String, CommandError)
    /// A comment, or blanks only.
    case noCommand(String)
    /// The same key of the same context was bound before, in the same file.
    case conflict(key: String, first: String, second: String)
  }

  public let problem: Problem
  /// The 1-based line of the file, where there is one.
  public let line: Int?

  public init(_ problem: Problem, line: Int? = nil) {
    self.problem = problem
    self.line = line
  }

  public var description: String {
    if let line { "line \(line): \(sentence)" } else { sentence }
  }

  private var sentence: String {
    switch problem {
    case .unknownContext(let name):
      "[keys.\(name)] is not a pane; use \(PaneName.allCases.map(\.rawValue).joined(separator: ", ")) or popup"
    case .unknownKey(let key):
      "“\(key)” is not a key; spell it like n, F8, Shift-F8, Ctrl-C, Alt-x, Space, Enter or PgUp"
    case .badCommand(let key, let error): "the command of \(key): \(error)"
    case .noCommand(let key): "\(key) is bound to no command; write \"\" to unbind it"
    case .conflict(let key, let first, let second):
      "\(key) is bound twice, to “\(first)” and to “\(second)”; the first one counts, remove one of them"
    }
  }
}
