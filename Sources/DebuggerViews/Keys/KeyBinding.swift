public import CommandLanguage
public import TerminalGrid

/// A key, where it holds, and what it does.
public struct KeyBinding: Equatable, Sendable {
  public let context: KeyContext
  public let key: KeyPress
  /// As it was written: `focus variables`.
  public let commandText: String
  public let command: Command

  /// What the key does, in a few words.
  public var summary: String { CommandHelp.summary(of: commandText) }
}
