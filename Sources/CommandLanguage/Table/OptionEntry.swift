public import DebuggerModel

/// One setting that `set OPTION VALUE` changes; the configuration file has it by the same name.
public struct OptionEntry: Sendable {
  public let name: String
  /// What it may be, as the help writes it: `on|off`.
  public let form: String
  /// One line, without a full stop.
  public let summary: String
  let read: @Sendable (String) -> DebuggerCommand?

  /// The command that changes it; `nil` where the value means nothing to it.
  public func command(_ value: String) -> DebuggerCommand? { read(value) }

  init(_ name: String, _ form: String, _ summary: String, read: @escaping @Sendable (String) -> DebuggerCommand?) {
    self.name = name
    self.form = form
    self.summary = summary
    self.read = read
  }

  /// For a setting that is on or off.
  init(_ name: String, _ summary: String, _ option: @escaping @Sendable (Bool) -> DebuggeeOption) {
    self.init(name, "on|off", summary) { text in
      switch text {
      case "on": .setOption(option(true))
      case "off": .setOption(option(false))
      default: nil
      }
    }
  }

  /// For a setting that is one of a few words.
  init<Word: CaseIterable & RawRepresentable<String> & SendableMetatype>(
    _ name: String, _ summary: String, _ words: Word.Type, _ option: @escaping @Sendable (Word) -> DebuggeeOption
  ) {
    let form = Word.allCases.map(\.rawValue).joined(separator: "|")
    self.init(name, form, summary) { text in Word(rawValue: text).map { .setOption(option($0)) } }
  }
}
