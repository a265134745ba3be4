/// A key with its modifiers, in one form for each: `Shift-n` is `N`, `Ctrl-c` is `Ctrl-C`, `Ctrl-I` is `Tab`.
public struct KeyPress: Hashable, Sendable {
  public let key: Key
  public let modifiers: KeyModifiers

  public init(_ key: Key, _ modifiers: KeyModifiers = []) {
    (self.key, self.modifiers) = Self.canonical(key, modifiers)
  }

  public init(character: Character, _ modifiers: KeyModifiers = []) { self.init(.character(character), modifiers) }

  /// The character that the key types into a field; `nil` where it is a command.
  public var typed: Character? {
    guard case .character(let character) = key, modifiers.isEmpty else { return nil }
    return character
  }

  /// The keys that terminals can't tell apart, as one of them.
  private static func canonical(_ key: Key, _ modifiers: KeyModifiers) -> (Key, KeyModifiers) {
    guard case .character(let character) = key else { return (key, modifiers) }
    guard modifiers.contains(.ctrl) else { return shifted(character, modifiers) }
    let rest = modifiers.subtracting(.ctrl)
    switch character {
    case "i", "I": return (.tab, rest)
    case "m", "M", "j", "J": return (.enter, rest)
    case "[": return (.escape, rest)
    case "h", "H": return (.backspace, rest)
    case "@": return (.character(" "), modifiers)
    case "/", "7": return (.character("_"), modifiers)
    default: return (.character(lower(character)), modifiers)
    }
  }

  private static func shifted(_ character: Character, _ modifiers: KeyModifiers) -> (Key, KeyModifiers) {
    guard modifiers.contains(.shift), character != " " else { return (.character(character), modifiers) }
    let upper = character.uppercased()
    return (.character(upper.count == 1 ? Character(upper) : character), modifiers.subtracting(.shift))
  }

  private static func lower(_ character: Character) -> Character {
    let lower = character.lowercased()
    return lower.count == 1 ? Character(lower) : character
  }
}
