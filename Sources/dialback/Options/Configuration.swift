import CommandLanguage
import DebuggerModel
import DebuggerViews
import SourcePaths
import TOML

/// What the configuration files say: the user's own, and on top of it the project's. The command line goes before both.
struct Configuration {
  /// Whose file it is. A project comes from elsewhere: its file can neither let anything be run nor widen who may connect.
  enum Layer {
    case user, project
  }

  /// Where a setting was made.
  struct Origin: Equatable {
    let path: String
    let line: Int?
  }

  var host: String?
  var port: Int?
  var advertise: String?
  /// The addresses that processes may connect from; `nil` where nothing is said.
  var allowed: [String]?
  /// The users beside root and oneself whose processes may connect from this machine.
  var allowedUsers: [String]?
  /// A sentence about a wrong setting of who may connect: nothing is started then.
  var accessFault: String?
  var maps: [String] = []
  var keys: String?
  var theme: String?
  var ascii: Bool?
  var suspend: Bool?
  /// Whether the screen stops at uncaught exceptions from the start.
  var uncaught: Bool?
  var title: Bool?
  var bell: Bool?
  var copyCommand: String?
  var consoleLines: Int?
  var accessToken: String?
  var clientAccessToken: String?
  /// What `set` starts from.
  var debuggees = DebuggeeOptions()
  /// The user's own bindings.
  var bindings: [KeyLine] = []
  /// Where each setting was made that some file makes.
  var origins: [String: Origin] = [:]
  /// Lines that were not understood, with their mend; the defaults hold for them.
  var warnings: [String] = []
  /// Lines of the file that is being read that are not worth a warning of their own any more.
  private var unnamed = 0

  init() {}

  /// - Parameter path: for the texts of the warnings.
  init(text: String, path: String) { read(text, path, .user) }

  /// Takes in what one more file says.
  mutating func read(_ text: String, _ path: String, _ layer: Layer) {
    let count = warnings.count
    unnamed = 0
    do {
      let table = try TOMLParser.parse(text)
      read(table, ConfigurationFile(path: path, layer: layer, table: table))
      if layer == .user { bindings = KeyFile.bindings(in: text, tables: ["keys"]) }
    } catch {
      let place = error.place
      warnings.append(
        "\(path):\(place.line):\(place.column): \(error.description); the file is not used until this is mended")
    }
    let excess = max(0, warnings.count - count - Self.mostWarnings)
    warnings.removeLast(excess)
    guard excess + unnamed > 0 else { return }
    warnings.append("\(path): and \(excess + unnamed) more lines that are not understood")
  }

  /// Of one file: one that is no configuration at all has something wrong in each line.
  private static let mostWarnings = 20

  private mutating func read(_ table: TOMLTable, _ file: ConfigurationFile) {
    for entry in table.entries {
      let (key, value) = (entry.key, entry.value)
      if let refusal = file.refusal(of: key, value) {
        warnings.append(refusal)
      } else if ConfigurationFile.own.contains(key) {
        note(key, file, readOwn(key, value, file))
      } else if let entry = OptionTable.entry(named: key) {
        note(entry.name, file, readOption(entry, value, file))
      } else if warnings.count < Self.mostWarnings {
        warnings.append(file.unknown(key))
      } else {
        unnamed += 1
      }
    }
  }

  /// Where a setting was made, for the start of a sentence: `/home/me/.config/dialback/config.toml:3: theme`.
  func place(of key: String) -> String {
    guard let origin = origins[key] else { return key }
    return origin.path + (origin.line.map { ":\($0)" } ?? "") + ": \(key)"
  }

  private mutating func note(_ key: String, _ file: ConfigurationFile, _ isTaken: Bool) {
    if isTaken { origins[key] = Origin(path: file.path, line: file.table.entry(key)?.place?.line) }
  }

  /// - Returns: whether the value was one that it takes.
  private mutating func readOwn(_ key: String, _ value: TOMLValue, _ file: ConfigurationFile) -> Bool {
    switch key {
    case "host": take(value.string, \.host, key, "a text such as \"127.0.0.1\"", file)
    case "port":
      take(value.int.flatMap { (0...65535).contains($0) ? $0 : nil }, \.port, key, "a number from 0 to 65535", file)
    case "advertise": take(value.string, \.advertise, key, "a text such as \"10.0.0.7\"", file)
    case "allow": demand(Self.texts(value), \.allowed, key, "a list of addresses such as [\"10.0.0.0/8\"]", file)
    case "allow-user":
      demand(
        value.string.map { [$0] } ?? Self.texts(value), \.allowedUsers, key, "a list of users such as [\"app\"]", file)
    case "map":
      take(Self.texts(value).map { maps + $0 }, key, "a list of \"REMOTE=LOCAL\"", file) { $0.maps = $1 }
    case "keymap":
      take(
        value.string.map { KeyPresets.names.contains($0) ? $0 : file.beside($0) }, \.keys, key, "a preset's name", file)
    case "theme": take(value.string, \.theme, key, "a theme's name", file)
    case "ascii": take(value.bool, \.ascii, key, "true or false", file)
    case "suspend": take(value.bool, \.suspend, key, "true or false", file)
    case "uncaught": take(Self.onOff(value), \.uncaught, key, "\"on\" or \"off\"", file)
    case "title": take(value.bool, \.title, key, "true or false", file)
    case "bell": take(value.bool, \.bell, key, "true or false", file)
    case "copy-command": take(value.string, \.copyCommand, key, "a command of the shell that reads the text", file)
    case "console-lines":
      take(value.int.flatMap { $0 > 0 ? $0 : nil }, \.consoleLines, key, "a number of lines above 0", file)
    case "access-token": demand(value.string, \.accessToken, key, "the text that processes want to see", file)
    case "client-access-token": demand(value.string, \.clientAccessToken, key, "the text that processes show", file)
    case "keys": take(value.table, key, "a table of \"KEY\" = \"COMMAND\"", file) { _, _ in }
    default:
      take(value.table, key, "a table of \"module.Type\" = \"EXPRESSION\"", file) { $0.read(renderers: $1, file) }
    }
  }

  /// An option that `set` changes, too: `true` and `false` stand for `on` and `off`, a list for its words with commas.
  private mutating func readOption(
    _ entry: OptionEntry, _ value: TOMLValue, _ file: ConfigurationFile
  ) -> Bool {
    let text =
      value.bool.map { $0 ? "on" : "off" } ?? value.int.map(String.init) ?? value.double.map { "\($0)" } ?? value.string
      ?? Self.texts(value)?.joined(separator: ",")
    switch text.flatMap(entry.command) {
    case .setOption(let option): debuggees.take(option)
    case .setEvaluationTimeout(let seconds) where DebuggeeOptions.timeouts.contains(seconds):
      debuggees.timeout = seconds
    case _:
      warnings.append(file.wrong(entry.name, entry.form == "on|off" ? "true or false" : entry.form))
      return false
    }
    return true
  }

  private mutating func read(renderers table: TOMLTable, _ file: ConfigurationFile) {
    for entry in table.entries {
      let type = entry.key
      if type.contains("."), let expression = entry.value.string {
        debuggees.renderers.append(TypeRenderer(type: type, value: expression))
      } else {
        warnings.append(
          "\(file.place(entry)): [renderers] takes \"module.Type\" = \"EXPRESSION\", not \(type); it is left out"
        )
      }
    }
  }

  private static func onOff(_ value: TOMLValue) -> Bool? {
    switch value.string {
    case "on": true
    case "off": false
    default: value.bool
    }
  }

  /// `nil` unless it is a list of nothing but texts.
  private static func texts(_ value: TOMLValue) -> [String]? {
    guard let array = value.array else { return nil }
    let texts = array.compactMap(\.string)
    return texts.count == array.count ? texts : nil
  }

  /// Takes a setting of who may connect.
  private mutating func demand<Value>(
    _ value: Value?, _ setting: WritableKeyPath<Self, Value?>, _ key: String, _ wanted: String,
    _ file: ConfigurationFile
  ) -> Bool {
    if value == nil, accessFault == nil { accessFault = file.fault(key, wanted) }
    self[keyPath: setting] = value
    return value != nil
  }

  private mutating func take<Value>(
    _ value: Value?, _ setting: WritableKeyPath<Self, Value?>, _ key: String, _ wanted: String,
    _ file: ConfigurationFile
  ) -> Bool {
    take(value, key, wanted, file) { $0[keyPath: setting] = $1 }
  }

  private mutating func take<Value>(
    _ value: Value?, _ key: String, _ wanted: String, _ file: ConfigurationFile, _ use: (inout Self, Value) -> Void
  ) -> Bool {
    guard let value else {
      warnings.append(file.wrong(key, wanted))
      return false
    }
    use(&self, value)
    return true
  }
}
