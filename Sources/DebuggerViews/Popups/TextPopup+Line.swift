import DebuggerModel
import TerminalGrid

extension TextPopup {
  /// A line of the text.
  struct Line: Equatable, Sendable {
    let text: String
    /// So many of the first characters are the names of keys.
    var keyColumns = 0
    /// What is said of the keys begins in this column, in further rows too.
    var indent = 0
    var isHeading = false
    /// Sentences, not values: broken between words.
    var isProse = false
    /// Where Enter goes from here.
    var place: Place?

    struct Place: Equatable, Sendable {
      let file: SourceFile
      let line: Int
    }

    /// The line in rows of a width: lists of keys are broken between words, values anywhere.
    func wrapped(to width: Int) -> [Line] {
      if RowText.columns(of: text, atMost: width + 1) <= width { return [self] }
      if isProse {
        var line = self
        line.indent = text.prefix { $0 == " " }.count
        return line.wrappedWords(to: width)
      }
      return indent > 0 && indent < width - 8 ? wrappedWords(to: width) : wrappedCharacters(to: width)
    }

    private func wrappedWords(to width: Int) -> [Line] {
      var rows = [String(text.prefix(indent))]
      for word in text.dropFirst(indent).split(separator: " ") {
        let row = rows[rows.count - 1]
        let joined = row + (row.count > indent ? " " : "") + word
        if row.count > indent, RowText.columns(of: joined, atMost: width + 1) > width {
          rows.append(String(repeating: " ", count: indent) + word)
        } else {
          rows[rows.count - 1] = joined
        }
      }
      return rows.enumerated().map { Line(text: $0.element, keyColumns: $0.offset == 0 ? keyColumns : 0) }
    }

    private func wrappedCharacters(to width: Int) -> [Line] {
      var rows: [Line] = []
      var row = ""
      var columns = 0
      for character in text {
        let next = character.unicodeScalars.reduce(0) { $0 + RowText.width(of: $1) }
        if columns + next > width {
          rows.append(Line(text: row, isHeading: isHeading))
          row = ""
          columns = 0
        }
        row.append(character)
        columns += next
      }
      return rows + [Line(text: row, isHeading: isHeading)]
    }
  }
}
