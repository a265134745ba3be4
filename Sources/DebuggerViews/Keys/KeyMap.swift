public import CommandLanguage
public import TerminalGrid

/// Which key does what. The help, the hint line and the palette are made from it, so that they can't say otherwise.
public struct KeyMap: Equatable, Sendable {
  struct Place: Hashable, Sendable {
    let context: KeyContext
    let key: KeyPress
  }

  /// All bindings, in the order of the file that they come from.
  public private(set) var bindings: [KeyBinding] = []
  /// Where each of them is in that order.
  private var indices: [Place: Int] = [:]

  /// No key does anything.
  public init() {}

  /// The bindings that can be used in a context: its own first, then the global ones that it leaves alone.
  public func bindings(in context: KeyContext) -> [KeyBinding] {
    bindings(in: context) { _ in true }
  }

  /// Those of them that are wanted.
  private func bindings(in context: KeyContext, where isWanted: (KeyBinding) -> Bool) -> [KeyBinding] {
    let own = bindings.filter { $0.context == context && isWanted($0) }
    switch context {
    case .global, .popup: return own
    case .pane:
      return own
        + bindings.filter {
          $0.context == .global && indices[Place(context: context, key: $0.key)] == nil && isWanted($0)
        }
    }
  }

  public func command(for key: KeyPress, in pane: PaneName) -> Command? { command(for: key, in: .pane(pane)) }

  public func command(for key: KeyPress, in context: KeyContext) -> Command? {
    binding(for: key, in: context)?.command
  }

  /// The binding that a key has in a context; a pane falls back on the global ones, a popup does not.
  public func binding(for key: KeyPress, in context: KeyContext) -> KeyBinding? {
    if let own = indices[Place(context: context, key: key)] { return bindings[own] }
    switch context {
    case .global, .popup: return nil
    case .pane: return indices[Place(context: .global, key: key)].map { bindings[$0] }
    }
  }

  /// The names of the keys that a command has in a context, the best to show first: letters, then short names.
  public func keys(for command: Command, in context: KeyContext = .global) -> [String] {
    let names = bindings(in: context) { $0.command == command }.map(\.key.description)
    return names.enumerated().sorted { (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset) }
      .map(\.element)
  }

  /// The same for a command of the language; none where the text is not a command.
  public func keys(for commandText: String, in context: KeyContext = .global) -> [String] {
    guard let command = (try? CommandParser.parse(commandText, mode: .screen)) ?? nil else { return [] }
    return keys(for: command, in: context)
  }

  mutating func set(_ binding: KeyBinding) {
    let place = Place(context: binding.context, key: binding.key)
    if let index = indices[place] {
      bindings[index] = binding
    } else {
      indices[place] = bindings.count
      bindings.append(binding)
    }
  }

  mutating func remove(_ key: KeyPress, in context: KeyContext) {
    guard let removed = indices.removeValue(forKey: Place(context: context, key: key)) else { return }
    bindings.remove(at: removed)
    for (place, index) in indices where index > removed { indices[place] = index - 1 }
  }

  private static func rank(_ name: String) -> Int {
    if name.count > 1 { return name.count + 1 }
    return name.first?.isLetter == true ? 0 : 1
  }
}
