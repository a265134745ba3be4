import CommandLanguage
import TOMLKit

/// One of the configuration files: names what is wrong in it.
struct ConfigurationFile {
  let path: String
  let layer: Configuration.Layer
  let places: TOMLPlaces

  /// The settings that are no options of `set`, in the order of the sample.
  static let own = [
    "host", "port", "advertise", "allow", "allow-user", "map", "keymap", "theme", "ascii", "title", "bell",
    "copy-command", "console-lines",
    "suspend", "uncaught", "access-token", "client-access-token", "copy-command", "keys", "renderers",
  ]

  /// What a project's file can't say: it would let a project decide who connects, where to, or what is run.
  private static let usersOnly: Set<String> = [
    "host", "advertise", "allow", "allow-user", "access-token", "client-access-token", "copy-command", "keys",
    "renderers",
  ]

  /// `PATH:LINE:COLUMN`, as far as it is known.
  func place(_ key: String, ofValue: Bool = false) -> String {
    guard let place = ofValue ? places.value(key) : places.key(key) else { return path }
    return "\(path):\(place.line):\(place.column)"
  }

  func wrong(_ key: String, _ wanted: String) -> String {
    "\(place(key, ofValue: true)): \(key) takes \(wanted); the default is used"
  }

  /// For a setting of who may connect, which has no default to go on with.
  func fault(_ key: String, _ wanted: String) -> String { "\(place(key, ofValue: true)): \(key) takes \(wanted)" }

  func unknown(_ key: String) -> String {
    let known = Self.own + OptionTable.entries.map(\.name)
    let near = known.map { (name: $0, distance: editDistance(key, $0)) }.min { $0.distance < $1.distance }
    let mend: String
    if let near, near.distance <= max(1, key.count / 3) {
      mend = "did you mean \(near.name)?"
    } else {
      mend = "there is \(known.joined(separator: ", "))"
    }
    return "\(place(key)): \(key) is no option; \(mend)"
  }

  /// Why a project's file may not say this; `nil` where it may.
  func refusal(of key: String, _ value: any TOMLValueConvertible) -> String? {
    guard layer == .project else { return nil }
    if Self.usersOnly.contains(key) {
      return "\(place(key)): a project can't set \(key); it goes into your own configuration"
    }
    guard key == "keymap", let name = value.string, !KeyPresets.names.contains(name) else { return nil }
    return "\(place(key, ofValue: true)): a project can only choose among \(KeyPresets.names.joined(separator: ", "))"
  }
}
