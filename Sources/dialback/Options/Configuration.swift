import CommandLanguage
import DebuggerModel
import DebuggerViews
import SourcePaths
import TOMLKit

/// The configuration file, as far as it says something; the command line goes before it.
struct Configuration {
  var host: String?
  var port: Int?
  var advertise: String?
  var maps: [String] = []
  var keys: String?
  var theme: String?
  var ascii: Bool?
  var suspend: Bool?
  var accessToken: String?
  var clientAccessToken: String?
  /// What `set` starts from.
  var debuggees = DebuggeeOptions()
  /// The user's own bindings.
  var bindings: [KeyLine] = []
  /// Lines that were not understood, with their mend; the defaults hold for them.
  var warnings: [String] = []

  init() {}

  /// - Parameter path: for the texts of the warnings.
  init(text: String, path: String) {
    do {
      read(try TOMLTable(string: text), path)
      bindings = KeyFile.bindings(in: text, tables: ["keys"])
    } catch let error as TOMLParseError {
      let place = error.source.begin
      warnings.append("\(path), line \(place.line): \(error.description); the file is not used until this is mended")
    } catch {
      warnings.append("\(path): \(error); the file is not used until this is mended")
    }
  }

  private mutating func read(_ table: TOMLTable, _ path: String) {
    for (key, value) in table {
      switch key {
      case "host": host = take(value.string, key, "a text such as \"127.0.0.1\"", path)
      case "port": port = take(value.int, key, "a number from 0 to 65535", path)
      case "advertise": advertise = take(value.string, key, "a text such as \"10.0.0.7\"", path)
      case "map": maps = take(Self.texts(value), key, "a list of \"REMOTE=LOCAL\"", path) ?? []
      case "keymap": keys = take(value.string, key, "a preset's name", path)
      case "theme": theme = take(value.string, key, "a theme's name", path)
      case "ascii": ascii = take(value.bool, key, "true or false", path)
      case "suspend": suspend = take(value.bool, key, "true or false", path)
      case "access-token": accessToken = take(value.string, key, "the text that processes want to see", path)
      case "client-access-token": clientAccessToken = take(value.string, key, "the text that processes show", path)
      case "keys": if value.table == nil { complain(key, "a table of \"KEY\" = \"COMMAND\"", path) }
      case "renderers": readRenderers(value, path)
      default:
        if let entry = OptionTable.entry(named: key) {
          readOption(entry, value, path)
        } else {
          warnings.append("\(path): \(key) is no option; there is \(Self.known)")
        }
      }
    }
  }

  private static let known: String = {
    let own = [
      "host", "port", "advertise", "map", "keymap", "theme", "ascii", "suspend", "access-token", "client-access-token",
    ]
    return (own + OptionTable.entries.map(\.name) + ["[renderers]"]).joined(separator: ", ") + " and [keys]"
  }()

  /// An option that `set` changes, too: `true` and `false` stand for `on` and `off`, a list for its words with commas.
  private mutating func readOption(_ entry: OptionEntry, _ value: any TOMLValueConvertible, _ path: String) {
    let text =
      value.bool.map { $0 ? "on" : "off" } ?? value.int.map(String.init) ?? value.double.map { "\($0)" } ?? value.string
      ?? Self.texts(value)?.joined(separator: ",")
    switch text.flatMap(entry.command) {
    case .setOption(let option): debuggees.take(option)
    case .setEvaluationTimeout(let seconds) where DebuggeeOptions.timeouts.contains(seconds):
      debuggees.timeout = seconds
    case _: complain(entry.name, entry.form == "on|off" ? "true or false" : entry.form, path)
    }
  }

  private mutating func readRenderers(_ value: any TOMLValueConvertible, _ path: String) {
    guard let table = value.table else {
      return complain("renderers", "a table of \"module.Type\" = \"EXPRESSION\"", path)
    }
    for (type, value) in table {
      if type.contains("."), let expression = value.string {
        debuggees.renderers.append(TypeRenderer(type: type, value: expression))
      } else {
        warnings.append("\(path): [renderers] takes \"module.Type\" = \"EXPRESSION\", not \(type); it is left out")
      }
    }
  }

  /// `nil` unless it is a list of nothing but texts.
  private static func texts(_ value: any TOMLValueConvertible) -> [String]? {
    guard let array = value.array else { return nil }
    let texts = array.compactMap(\.string)
    return texts.count == array.count ? texts : nil
  }

  private mutating func take<Value>(_ value: Value?, _ key: String, _ wanted: String, _ path: String) -> Value? {
    if value == nil { complain(key, wanted, path) }
    return value
  }

  private mutating func complain(_ key: String, _ wanted: String, _ path: String) {
    warnings.append("\(path): \(key) takes \(wanted); the default is used")
  }
}
