import DebuggerViews

/// The key maps that come with the program, and the user's own.
enum KeyPresets {
  private static let builtIn: [(name: String, bytes: [UInt8])] = [
    ("default", PackageResources.keys_default_toml), ("pycharm", PackageResources.keys_pycharm_toml),
    ("vscode", PackageResources.keys_vscode_toml), ("pudb", PackageResources.keys_pudb_toml),
    ("vim", PackageResources.keys_vim_toml),
  ]

  static var names: [String] { builtIn.map(\.name) }

  /// The default map with a preset, or a file in the same form, on top, and the user's own bindings on top of that.
  /// - Parameter ownFile: the file that the user's own bindings come from.
  /// - Returns: the map, and what of the user's own could not be bound.
  static func keyMap(
    _ name: String, own: [KeyLine], ownFile: String? = nil, places: Places
  ) throws -> (map: KeyMap, warnings: [String]) {
    var map = KeyMap()
    var warnings = map.apply(lines(builtIn[0].bytes)).map { "default key map: \($0)" }
    if name != "default" {
      if let preset = builtIn.first(where: { $0.name == name }) {
        warnings += map.apply(lines(preset.bytes)).map { "key map \(name): \($0)" }
      } else {
        let text = try file(name, places)
        warnings += map.apply(KeyFile.bindings(in: text, tables: ["keys"])).map { "\(name), \($0)" }
      }
    }
    warnings += map.apply(own).map { "\(ownFile ?? "configuration"), \($0)" }
    return (map, warnings)
  }

  private static func lines(_ bytes: [UInt8]) -> [KeyLine] {
    KeyFile.bindings(in: String(decoding: bytes, as: UTF8.self), tables: ["keys"])
  }

  private static func file(_ name: String, _ places: Places) throws -> String {
    do { return try TextFile.read(places.absolute(name), .named) } catch {
      throw Failure.usage(
        "--keys \(name): there is no such key map; use \(names.joined(separator: ", ")), or a file's name")
    }
  }
}
