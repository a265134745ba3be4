/// One command: what it is called, how it is explained, and how it is read. Keys, the prompt, batch mode, the completion
/// and the help are all made from it.
public struct CommandEntry: Sendable {
  /// Where the command can be used.
  public enum Availability: Equatable, Sendable {
    case screen, batch, both

    public func includes(_ mode: CommandMode) -> Bool {
      switch self {
      case .both: true
      case .screen: mode == .screen
      case .batch: mode == .batch
      }
    }
  }

  public let name: String
  /// Other spellings; they win over prefixes of names.
  public let abbreviations: [String]
  /// What follows the name, as the help writes it; empty where nothing does.
  public let arguments: String
  /// One line, without a full stop.
  public let summary: String
  /// Whole sentences; empty where the summary says it all.
  public let detail: String
  public let section: CommandSection
  public let availability: Availability
  /// The fixed words that its arguments may be, for the completion.
  public let words: [String]
  let parse: @Sendable (CommandArguments) throws(CommandError) -> Command

  init(
    _ name: String, _ abbreviations: [String] = [], _ arguments: String = "", _ summary: String, detail: String = "",
    section: CommandSection, availability: Availability = .both, words: [String] = [],
    parse: @escaping @Sendable (CommandArguments) throws(CommandError) -> Command
  ) {
    self.name = name
    self.abbreviations = abbreviations
    self.arguments = arguments
    self.summary = summary
    self.detail = detail
    self.section = section
    self.availability = availability
    self.words = words
    self.parse = parse
  }

  /// The name with its arguments: `expand PATH [FROM:TO]`.
  public var usage: String { arguments.isEmpty ? name : "\(name) \(arguments)" }
}
