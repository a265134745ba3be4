import CommandLanguage
import TerminalGrid

/// The commands that the word being typed can become, above the prompt: the palette.
struct Suggestions {
  struct Entry {
    let name: String
    let usage: String
    let keys: String
    let summary: String

    /// There is something to be typed behind the name.
    var takesMore: Bool { usage != name }
  }

  /// Rows of the palette at most.
  private static let mostRows = 8
  private let entries: [Entry]

  /// - Parameter line: what stands before the cursor.
  init(_ line: String, keyMap: KeyMap, pane: PaneName) {
    let words = line.split(whereSeparator: \.isWhitespace)
    if words.count > 1 || line.last?.isWhitespace == true, let name = words.first {
      entries = Self.usage(of: String(name))
      return
    }
    let word = words.first.map(String.init) ?? ""
    let known = CommandTable.entries.filter { $0.availability.includes(.screen) }
    let first = known.filter { $0.name.hasPrefix(word) || $0.abbreviations.contains(word) }
    let later = known.filter { entry in
      !word.isEmpty && !first.contains { $0.name == entry.name }
        && entry.summary.lowercased().contains(word.lowercased())
    }
    entries = (first + later).map { entry in
      Entry(
        name: entry.name, usage: entry.usage,
        keys: keyMap.keys(for: entry.name, in: .pane(pane)).prefix(2).joined(separator: " "),
        summary: entry.summary)
    }
  }

  private static func usage(of name: String) -> [Entry] {
    guard let entry = try? CommandTable.resolve(name), entry.availability.includes(.screen) else { return [] }
    return [Entry(name: entry.name, usage: entry.usage, keys: "", summary: entry.summary)]
  }

  private func count(above row: Rect) -> Int { min(entries.count, Self.mostRows, max(0, row.y - 2)) }

  /// The one that is drawn at a point.
  func entry(at point: Point, above row: Rect) -> Entry? {
    let index = point.y - row.y + count(above: row)
    return index >= 0 && point.y < row.y && entries.indices.contains(index) ? entries[index] : nil
  }

  func draw(above row: Rect, on grid: inout Grid) {
    let count = count(above: row)
    for (index, entry) in entries.prefix(count).enumerated() {
      let line = Rect(x: row.x, y: row.y - count + index, width: row.width, height: 1)
      grid.fill(line, style: Style(.popup))
      let used = grid.put(" \(RowText.cut(entry.usage, to: 34))", at: line.origin, in: line, style: Style(.popupTitle))
      let keys = Point(x: line.x + max(24, used + 1), y: line.y)
      let more = grid.put(entry.keys, at: keys, in: line, style: Style(.hintKey, on: .popup))
      let summary = Point(x: max(line.x + 36, keys.x + more + 1), y: line.y)
      _ = grid.put(entry.summary, at: summary, in: line, style: Style(.popup))
    }
  }
}
