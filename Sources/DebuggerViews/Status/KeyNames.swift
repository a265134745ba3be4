import CommandLanguage

/// The best key of each command in each pane, looked up once: the hint line is drawn for every frame.
struct KeyNames: Sendable {
  private struct Place: Hashable, Sendable {
    let command: String
    let context: KeyContext
  }

  private let keyMap: KeyMap
  private var known: [Place: String] = [:]
  private var unbound: Set<Place> = []

  init(_ keyMap: KeyMap) { self.keyMap = keyMap }

  /// - Parameter command: as in the command language.
  /// - Returns: `nil` where no key does it.
  mutating func first(for command: String, in context: KeyContext) -> String? {
    let place = Place(command: command, context: context)
    if let key = known[place] { return key }
    if unbound.contains(place) { return nil }
    let key = keyMap.keys(for: command, in: context).first
    if let key { known[place] = key } else { unbound.insert(place) }
    return key
  }
}
