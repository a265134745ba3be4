import CommandLanguage
import SourcePaths
import TOML
import TerminalGrid

/// One of the configuration files: names what is wrong in it.
struct ConfigurationFile {
  let path: String
  let layer: Configuration.Layer
  let table: TOMLTable

  /// The settings that are no options of `set`, in the order of the sample.
  static let own = [
    "host", "port", "advertise", "allow", "allow-user", "map", "keymap", "theme", "ascii", "title", "bell",
    "copy-command", "console-lines", "suspend", "uncaught", "access-token", "client-access-token", "keys", "renderers",
  ]

  /// All settings.
  static var names: [String] { own + OptionTable.entries.map(\.name) }

  /// The table in the README says the same. What a project's file can't say: it would let a project decide who connects, where to, or what is run.
  private static let usersOnly: Set<String> = [
    "host", "advertise", "allow", "allow-user", "access-token", "client-access-token", "copy-command", "keys",
    "renderers",
  ]

  /// `PATH:LINE:COLUMN`, as far as it is known.
  func place(_ key: String, ofValue: Bool = false) -> String { place(table.entry(key), ofValue: ofValue) }

  func place(_ entry: TOMLTable.Entry?, ofValue: Bool = false) -> String {
    guard let place = ofValue ? entry?.valuePlace : entry?.place else { return path }
    return "\(path):\(place.line):\(place.column)"
  }

  func wrong(_ key: String, _ wanted: String) -> String {
    "\(place(key, ofValue: true)): \(key) takes \(wanted); the default is used"
  }

  /// For a setting of who may connect, which has no default to go on with.
  func fault(_ key: String, _ wanted: String) -> String { "\(place(key, ofValue: true)): \(key) takes \(wanted)" }

  func unknown(_ key: String) -> String {
    let known = Self.names
    guard key.count <= Self.longest else { return "\(place(key)): \(key.prefix(Self.longest))… is no option" }
    let near = known.map { (name: $0, distance: editDistance(key, $0)) }.min { $0.distance < $1.distance }
    let mend: String
    if let near, near.distance <= max(1, key.count / 3) {
      mend = "did you mean \(near.name)?"
    } else {
      mend = "there is \(known.joined(separator: ", "))"
    }
    return "\(place(key)): \(key) is no option; \(mend)"
  }

  /// Characters of the longest name that an option could be a misspelling of.
  private static let longest = 40

  /// A name of a file that the configuration gives is relative to its own folder: the folder where Dialback is started may be
  /// anybody's.
  func beside(_ name: String) -> String {
    guard let slash = path.lastIndex(of: "/"), !name.hasPrefix("/"), !name.hasPrefix("~") else { return name }
    return path[...slash] + name
  }

  /// Why a project's file may not say this, or its value can't be used; `nil` where it may. Nothing that it says stops the start.
  func refusal(of key: String, _ value: TOMLValue) -> String? {
    guard layer == .project else { return nil }
    if Self.usersOnly.contains(key) {
      return "\(place(key)): a project can't set \(key); it goes into your own configuration"
    }
    return problem(of: key, value).map { "\(place(key, ofValue: true)): \($0)" }
  }

  private func problem(of key: String, _ value: TOMLValue) -> String? {
    switch (key, value) {
    case ("keymap", .string(let name)) where !KeyPresets.names.contains(name):
      return "a project can only choose among \(KeyPresets.names.joined(separator: ", "))"
    case ("theme", .string(let name)) where Theme(named: name) == nil:
      return "there is no theme \(name.prefix(Self.longest)); use \(Theme.all.map(\.name).joined(separator: ", "))"
    case ("port", .integer(1..<1024)): return "a project can only set ports from 1024 on, or 0"
    case ("map", .array(let maps)):
      for map in maps.compactMap(\.string) {
        do { _ = try PathMapping(parsing: map, relativeTo: LocalPath("/"), home: "/") } catch {
          return "map \(error); the maps of this file are left out"
        }
      }
      return nil
    case _: return nil
    }
  }
}
