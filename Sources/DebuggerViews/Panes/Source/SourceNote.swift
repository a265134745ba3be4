import CommandLanguage
import DebuggerModel
import TerminalGrid

/// The notes behind a line of source.
enum SourceNote {
  /// What a breakpoint is bound to, and what is wrong with it.
  static func texts(_ breakpoint: Breakpoint) -> [(text: String, role: Role)] {
    let options = breakpoint.options
    var texts: [(text: String, role: Role)] = []
    if options.isEnabled, let message = breakpoint.message {
      if case .error = breakpoint.state { texts.append((message, .error)) } else { texts.append((message, .warning)) }
    }
    if let condition = options.condition { texts.append(("[\(condition)]", .dim)) }
    if let hit = options.hitCondition { texts.append(("[hit \(hit)]", .dim)) }
    if let message = options.logMessage { texts.append(("[log \(message)]", .dim)) }
    return texts
  }

  /// What is wrong is told as far as there is room for it.
  /// - Parameter end: the columns of the line's text.
  static func cut(
    _ notes: [(text: String, role: Role)], behind end: Int, width: Int
  ) -> [(text: String, role: Role)] {
    let room = width - end - 2
    guard let first = notes.first, first.role == .error || first.role == .warning, room >= 12 else { return notes }
    return [(RowText.cut(first.text, to: room), first.role)] + notes.dropFirst()
  }

  /// The columns where notes begin: in the last third, or right behind a longer line, with two columns between them. Those
  /// that don't fit are left out.
  /// - Parameter end: the columns of the line's text.
  static func fit(_ texts: [String], behind end: Int, width: Int) -> [Int] {
    let columns = texts.map { RowText.columns(of: $0, atMost: width + 1) }
    let total = columns.reduce(0, +) + 2 * max(0, columns.count - 1)
    let aligned = width * 2 / 3
    var column = end + 2 <= aligned && aligned + total <= width ? aligned : end + 2
    var places: [Int] = []
    for columns in columns {
      guard column + columns <= width else { break }
      places.append(column)
      column += columns + 2
    }
    return places
  }
}
