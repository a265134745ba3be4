import TerminalGrid

/// A line of text being typed, with the keys that readline users have in their fingers.
struct LineEditor: Equatable, Sendable {
  private(set) var characters: [Character]
  /// In characters from the start.
  private(set) var cursor: Int
  /// The whole text is a proposal: what is typed next takes its place, any other key makes it the text.
  private(set) var isProposal = false

  init(_ text: String = "") {
    characters = Array(Self.flat(text))
    cursor = characters.count
  }

  /// A text that may be meant; typing another one takes no key more than where there was none.
  static func proposing(_ text: String) -> Self {
    var editor = Self(text)
    editor.isProposal = !editor.isEmpty
    return editor
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts text in at the cursor; line ends and tabs become blanks.
  mutating func insert(_ text: String) {
    dropProposal()
    let new = Array(Self.flat(text))
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  private mutating func dropProposal() {
    if isProposal { remove(0..<characters.count) }
    isProposal = false
  }

  /// Puts a word in the place of the one that ends at the cursor; after a blank that is an empty one.
  mutating func complete(with word: String) {
    isProposal = false
    var start = cursor
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    characters.replaceSubrange(start..<cursor, with: word)
    cursor = start + word.count
  }

  /// Puts text in the place of so many characters before the cursor.
  mutating func replace(last count: Int, with text: String) {
    isProposal = false
    let start = max(0, cursor - count)
    characters.replaceSubrange(start..<cursor, with: text)
    cursor = start + text.count
  }

  private enum Edit: Sendable {
    case left, right, start, end, wordLeft, wordRight
    case deleteBefore, deleteAfter, deleteToStart, deleteToEnd
    /// Back to a blank.
    case deleteBlankWord
    case deleteWordBefore, deleteWordAfter
  }

  private static let edits: [KeyPress: Edit] = {
    let names: [(String, Edit)] = [
      ("Left", .left), ("Ctrl-B", .left), ("Right", .right), ("Ctrl-F", .right), ("Home", .start), ("Ctrl-A", .start),
      ("End", .end), ("Ctrl-E", .end), ("Ctrl-Left", .wordLeft), ("Alt-Left", .wordLeft), ("Alt-b", .wordLeft),
      ("Ctrl-Right", .wordRight), ("Alt-Right", .wordRight), ("Alt-f", .wordRight), ("Backspace", .deleteBefore),
      ("Delete", .deleteAfter), ("Ctrl-D", .deleteAfter), ("Ctrl-U", .deleteToStart), ("Ctrl-K", .deleteToEnd),
      ("Ctrl-W", .deleteBlankWord), ("Alt-Backspace", .deleteWordBefore), ("Alt-d", .deleteWordAfter),
    ]
    return names.reduce(into: [:]) { edits, entry in
      if let key = KeyPress(entry.0) { edits[key] = entry.1 }
    }
  }()

  /// - Returns: whether the key is one of an editor's.
  mutating func press(_ key: KeyPress) -> Bool {
    if let character = key.typed {
      insert(String(character))
      return true
    }
    guard let edit = Self.edits[key] else { return false }
    if edit == .deleteBefore || edit == .deleteAfter { dropProposal() }
    isProposal = false
    apply(edit)
    return true
  }

  private mutating func apply(_ edit: Edit) {
    let count = characters.count
    switch edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(count, cursor + 1)
    case .start: cursor = 0
    case .end: cursor = count
    case .wordLeft: cursor = wordStart()
    case .wordRight: cursor = wordEnd()
    case .deleteBefore: remove(max(0, cursor - 1)..<cursor)
    case .deleteAfter: remove(cursor..<min(count, cursor + 1))
    case .deleteToStart: remove(0..<cursor)
    case .deleteToEnd: remove(cursor..<count)
    case .deleteBlankWord: remove(wordStart(isWord: { !$0.isWhitespace })..<cursor)
    case .deleteWordBefore: remove(wordStart()..<cursor)
    case .deleteWordAfter: remove(cursor..<wordEnd())
    }
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
