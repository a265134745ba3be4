import DebuggerModel
import DebuggerViews
import SourcePaths
import TOML

/// Keeps what the screen of a project remembers, beside the project's breakpoints. Other Dialbacks may have a screen of the same
/// project.
struct ScreenMemoryStore {
  struct Kept: Equatable {
    var screen = ScreenMemory()
    var watches: [String] = []
    /// Those that were made on the screen.
    var mappings: [PathMapping] = []
  }

  let path: String
  private let file: StateFile
  private let known = Locked(Known())

  private struct Known {
    /// What this screen has had.
    var kept = Kept()
    /// The last order to keep something: an earlier one that comes later counts no more.
    var order = 0
  }

  init(beside store: ProjectBreakpointStore) {
    func beside(_ path: String) -> String { String(path.dropLast(".toml".count)) + ".screen.toml" }
    path = beside(store.path)
    file = StateFile(path: path, oldPath: store.oldPath.map(beside))
  }

  /// What was kept, and what could not be read, in words.
  func load() -> (kept: Kept, warning: String?) {
    do {
      let reading = try file.read()
      return (Kept(reading.table), reading.warning.map { "Layout, history and watches: \($0)" })
    } catch {
      return (Kept(), "Layout, history and watches can't be read: \(error); none is kept until that is mended")
    }
  }

  /// Takes what the screen has made of the contents: a mapping may have been said anew.
  func begin(with kept: Kept) { known.withLock { $0.kept = kept } }

  /// Brings the file and this screen together.
  /// - Parameters:
  ///   - mine: what the screen has now.
  ///   - order: counts the calls, which may be late.
  /// - Returns: what the screen should have; `nil` where a later order was quicker.
  func exchange(_ mine: Kept, order: Int) throws -> Kept? {
    try known.withLock { known in
      guard order > known.order else { return nil }
      let base = known.kept
      var merged = mine
      _ = try file.update { reading in
        let theirs = reading.table == nil ? base : Kept(reading.table)
        merged = Kept(base: base, mine: mine, theirs: theirs)
        let text = merged.text
        return text == reading.text ? nil : text
      }
      known.kept = mine
      known.order = order
      return merged
    }
  }
}

extension ScreenMemoryStore.Kept {
  fileprivate init(_ table: TOMLTable?) {
    for entry in table?["borders"]?.table?.entries ?? [] { screen.borders[entry.key] = entry.value.int }
    for entry in table?["history"]?.table?.entries ?? [] {
      screen.history[entry.key] = entry.value.array?.compactMap(\.string)
    }
    watches = table?["watches"]?.array?.compactMap(\.string) ?? []
    mappings = (table?["mapping"]?.array?.compactMap(\.table) ?? []).compactMap { entry in
      guard let remote = entry["remote"]?.string, let local = entry["local"]?.string else { return nil }
      return PathMapping(remote: RemotePath(remote), local: LocalPath(local))
    }
  }

  /// What both have made of `base`.
  init(base: Self, mine: Self, theirs: Self) {
    watches = KeptMerge.merge(
      base: base.watches.map(KeptWatch.init), mine: mine.watches.map(KeptWatch.init),
      theirs: theirs.watches.map(KeptWatch.init)
    ).map(\.expression)
    mappings = KeptMerge.merge(
      base: base.mappings.map(KeptMapping.init), mine: mine.mappings.map(KeptMapping.init),
      theirs: theirs.mappings.map(KeptMapping.init)
    ).map(\.mapping)
    screen.borders = theirs.screen.borders
    for (name, share) in mine.screen.borders where base.screen.borders[name] != share { screen.borders[name] = share }
    for name in base.screen.borders.keys where mine.screen.borders[name] == nil { screen.borders[name] = nil }
    screen.history = theirs.screen.history
    for (name, lines) in mine.screen.history {
      let old = Set(base.screen.history[name] ?? [])
      let new = lines.filter { !old.contains($0) }
      let others = (theirs.screen.history[name] ?? []).filter { !new.contains($0) }
      screen.history[name] = Array((others + new).suffix(Self.longestHistory))
    }
  }

  private static let longestHistory = 200

  fileprivate var text: String {
    var text = TOMLText.line(StateFile.entryCount, "\(watches.count + mappings.count)")
    text += TOMLText.line("watches", TOMLText.list(watches))
    if mappings.isEmpty { text += "mapping = []\n" }
    text += "\n[borders]\n"
    for (name, share) in screen.borders.sorted(by: { $0.key < $1.key }) {
      text += TOMLText.line(TOMLText.quoted(name), "\(share)")
    }
    text += "\n[history]\n"
    for (name, lines) in screen.history.sorted(by: { $0.key < $1.key }) {
      text += TOMLText.line(TOMLText.quoted(name), TOMLText.list(lines))
    }
    for mapping in mappings {
      text += "\n[[mapping]]\n" + TOMLText.line("remote", TOMLText.quoted(mapping.remote.rawValue))
      text += TOMLText.line("local", TOMLText.quoted(mapping.local.rawValue))
    }
    return text
  }
}

private struct KeptWatch: KeptRecord {
  let expression: String
  var key: String { expression }
}

private struct KeptMapping: KeptRecord {
  let mapping: PathMapping
  var key: RemotePath { mapping.remote }
}
