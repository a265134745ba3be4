extension KeyPress: CustomStringConvertible {
  /// Reads a name as people write it in a file of keys: `n`, `F8`, `Shift-F8`, `Ctrl-C`, `C-c`, `Alt-x`, `PgUp`, `Space`, `-`.
  /// - Returns: `nil` where it is not a key.
  public init?(_ name: String) {
    var rest = Substring(name)
    var modifiers: KeyModifiers = []
    while let (modifier, after) = Self.leadingModifier(rest) {
      modifiers.insert(modifier)
      rest = after
    }
    guard let key = Self.key(named: String(rest)) else { return nil }
    self.init(key, modifiers)
  }

  /// The name that `init(_:)` reads: `Ctrl-Shift-Alt-` in front, then the key.
  public var description: String {
    var text = ""
    if modifiers.contains(.ctrl) { text += "Ctrl-" }
    if modifiers.contains(.shift) { text += "Shift-" }
    if modifiers.contains(.alt) { text += "Alt-" }
    return text + keyName
  }

  private var keyName: String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): modifiers.contains(.ctrl) ? character.uppercased() : String(character)
    case .function(let number): "F\(number)"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Insert"
    case .delete: "Delete"
    case .backspace: "Backspace"
    case .enter: "Enter"
    case .tab: "Tab"
    case .escape: "Esc"
    }
  }

  private static let prefixes: [(String, KeyModifiers)] = [
    ("ctrl-", .ctrl), ("control-", .ctrl), ("c-", .ctrl), ("shift-", .shift), ("s-", .shift), ("alt-", .alt),
    ("meta-", .alt), ("a-", .alt), ("m-", .alt),
  ]

  /// A modifier counts only where a key follows it.
  private static func leadingModifier(_ text: Substring) -> (KeyModifiers, Substring)? {
    let lowered = text.lowercased()
    for (prefix, modifier) in prefixes where lowered.hasPrefix(prefix) && text.count > prefix.count {
      return (modifier, text.dropFirst(prefix.count))
    }
    return nil
  }

  private static let names: [String: Key] = [
    "space": .character(" "), "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pgdown": .pageDown, "pagedown": .pageDown,
    "insert": .insert, "ins": .insert, "delete": .delete, "del": .delete, "backspace": .backspace, "bs": .backspace,
    "enter": .enter, "return": .enter, "tab": .tab, "esc": .escape, "escape": .escape,
  ]

  private static func key(named name: String) -> Key? {
    if name.count == 1, let character = name.first { return isPrintable(character) ? .character(character) : nil }
    let lowered = name.lowercased()
    if let key = names[lowered] { return key }
    guard lowered.first == "f", let number = Int(lowered.dropFirst()), (1...35).contains(number) else { return nil }
    return lowered == "f\(number)" ? .function(number) : nil
  }

  private static func isPrintable(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}
