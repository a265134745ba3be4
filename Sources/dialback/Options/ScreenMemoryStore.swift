import DebuggerViews
import SourcePaths
import TOMLKit

/// Keeps what the screen of a project remembers, beside the project's breakpoints.
struct ScreenMemoryStore {
  struct Kept: Equatable {
    var screen = ScreenMemory()
    var watches: [String] = []
    /// Those that were made on the screen.
    var mappings: [PathMapping] = []
  }

  let path: String

  init(beside store: ProjectBreakpointStore) {
    path = String(store.path.dropLast(".toml".count)) + ".screen.toml"
  }

  /// What can't be read is as good as nothing: it is no loss that anyone has to be told of.
  func load() -> Kept {
    var kept = Kept()
    guard let table = try? TOMLTable(string: TextFile.read(path)) else { return kept }
    for (name, value) in table["borders"]?.table ?? TOMLTable() { kept.screen.borders[name] = value.int }
    for (name, value) in table["history"]?.table ?? TOMLTable() {
      kept.screen.history[name] = value.array?.compactMap(\.string)
    }
    kept.watches = table["watches"]?.array?.compactMap(\.string) ?? []
    kept.mappings = (table["mapping"]?.array?.compactMap(\.table) ?? []).compactMap { entry in
      guard let remote = entry["remote"]?.string, let local = entry["local"]?.string else { return nil }
      return PathMapping(remote: RemotePath(remote), local: LocalPath(local))
    }
    return kept
  }

  func save(_ kept: Kept) throws {
    let table = TOMLTable()
    let borders = TOMLTable()
    for (name, share) in kept.screen.borders { borders[name] = share }
    let history = TOMLTable()
    for (name, lines) in kept.screen.history { history[name] = Self.array(lines) }
    let mappings = TOMLArray()
    for mapping in kept.mappings {
      let entry = TOMLTable()
      entry["remote"] = mapping.remote.rawValue
      entry["local"] = mapping.local.rawValue
      mappings.append(entry)
    }
    table["watches"] = Self.array(kept.watches)
    table["mapping"] = mappings
    table["borders"] = borders
    table["history"] = history
    try TextFile.write(table.convert(to: .toml) + "\n", to: path)
  }

  private static func array(_ texts: [String]) -> TOMLArray {
    let array = TOMLArray()
    for text in texts { array.append(text) }
    return array
  }
}
