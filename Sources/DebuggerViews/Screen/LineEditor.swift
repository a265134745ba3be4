import TerminalGrid

/// A line of text being typed, with the keys that readline users have in their fingers.
struct LineEditor: Equatable, Sendable {
  private(set) var characters: [Character]
  /// In characters from the start.
  private(set) var cursor: Int

  init(_ text: String = "") {
    characters = Array(Self.flat(text))
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts text in at the cursor; line ends and tabs become blanks.
  mutating func insert(_ text: String) {
    let new = Array(Self.flat(text))
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Puts a word in the place of the one that ends at the cursor.
  mutating func complete(with word: String) {
    let start = wordStart(isWord: { !$0.isWhitespace })
    characters.replaceSubrange(start..<cursor, with: word)
    cursor = start + word.count
  }

  /// - Returns: whether the key is one of an editor's.
  mutating func press(_ key: KeyPress) -> Bool {
    if let character = key.typed {
      insert(String(character))
      return true
    }
    if key.modifiers.contains(.ctrl) { return pressControl(key.key) }
    if key.modifiers.contains(.alt) { return pressAlt(key.key) }
    switch key.key {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete: remove(cursor..<min(characters.count, cursor + 1))
    case .character, .function, .up, .down, .pageUp, .pageDown, .insert, .enter, .tab, .escape: return false
    }
    return true
  }

  private mutating func pressControl(_ key: Key) -> Bool {
    switch key {
    case .character("a"): cursor = 0
    case .character("e"): cursor = characters.count
    case .character("b"): cursor = max(0, cursor - 1)
    case .character("f"): cursor = min(characters.count, cursor + 1)
    case .character("d"): remove(cursor..<min(characters.count, cursor + 1))
    case .character("u"): remove(0..<cursor)
    case .character("k"): remove(cursor..<characters.count)
    case .character("w"): remove(wordStart(isWord: { !$0.isWhitespace })..<cursor)
    case .left: cursor = wordStart()
    case .right: cursor = wordEnd()
    default: return false
    }
    return true
  }

  private mutating func pressAlt(_ key: Key) -> Bool {
    switch key {
    case .character("b"), .left: cursor = wordStart()
    case .character("f"), .right: cursor = wordEnd()
    case .character("d"): remove(cursor..<wordEnd())
    case .backspace: remove(wordStart()..<cursor)
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private func wordStart(isWord: (Character) -> Bool = Self.isWord) -> Int {
    var index = cursor
    while index > 0, !isWord(characters[index - 1]) { index -= 1 }
    while index > 0, isWord(characters[index - 1]) { index -= 1 }
    return index
  }

  private func wordEnd() -> Int {
    var index = cursor
    while index < characters.count, !Self.isWord(characters[index]) { index += 1 }
    while index < characters.count, Self.isWord(characters[index]) { index += 1 }
    return index
  }

  private static func isWord(_ character: Character) -> Bool {
    character == "_" || character.isLetter || character.isNumber
  }

  /// One line: what would break it becomes a blank, ends of lines at the end are left out.
  private static func flat(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
