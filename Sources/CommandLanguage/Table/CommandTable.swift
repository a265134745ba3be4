/// Every command there is, in the order of the help.
public enum CommandTable {
  public static let entries: [CommandEntry] =
    breakpoints + exceptions + running + moving + values + arrays + sources + session + screen

  /// Names and abbreviations, with the place of their entry; names win, then the entry that comes first.
  private static let places = Dictionary(
    entries.indices.map { (entries[$0].name, $0) }
      + entries.indices.flatMap { index in entries[index].abbreviations.map { ($0, index) } },
    uniquingKeysWith: { first, _ in first })

  /// The entry of a name or abbreviation that is spelled out.
  public static func entry(named name: String) -> CommandEntry? { places[name].map { entries[$0] } }

  /// A word that means another thing to users of pdb and gdb than the one command that it happens to begin.
  private static let notShort: Set = ["run"]

  /// The entry that a name, an abbreviation or a unique prefix stands for. The screen's own commands come last: they never
  /// make a prefix ambiguous that was unique without them.
  /// - Parameter mode: what is proposed in the place of an unknown name can be had there; with `nil`, anywhere.
  public static func resolve(_ name: String, mode: CommandMode? = nil) throws(CommandError) -> CommandEntry {
    if let exact = entry(named: name) { return exact }
    let matches = notShort.contains(name) ? [] : entries.filter { $0.name.hasPrefix(name) }
    let debugging = matches.filter { $0.section != .screen }
    let candidates = debugging.isEmpty ? matches : debugging
    if let only = candidates.first, candidates.count == 1 { return only }
    if candidates.isEmpty { throw .unknownCommand(name, nearest: nearest(to: name, mode)) }
    throw .ambiguousCommand(name, candidates: candidates.map(\.name))
  }

  /// Names that other debuggers have for commands.
  private static let foreign = [
    "delete": "clear", "del": "clear", "remove": "clear", "args": "locals", "ll": "list", "info": "threads",
    "retval": "locals", "watch": "display", "unwatch": "undisplay", "eval": "print", "step-over": "next",
  ]

  /// Up to three names that a slip of the finger away could have been meant: those that are nearest. What another debugger
  /// calls so goes first.
  static func nearest(to name: String, _ mode: CommandMode? = nil) -> [String] {
    if let own = foreign[name], let entry = entry(named: own), mode.map(entry.availability.includes) ?? true {
      return [own]
    }
    let limit = name.count < 4 ? 1 : 2
    let similar = entries.filter { entry in
      abs(entry.name.count - name.count) <= limit && (mode.map(entry.availability.includes) ?? true)
    }
    let distances = similar.map { (name: $0.name, distance: editDistance(name, $0.name)) }
    guard let least = distances.map(\.distance).min(), least <= limit, least < name.count else { return [] }
    return distances.filter { $0.distance == least }.prefix(3).map(\.name)
  }
}
