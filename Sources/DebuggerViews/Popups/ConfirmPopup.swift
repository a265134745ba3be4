import TerminalGrid

/// A question that is answered with one key; Esc leaves everything as it is.
struct ConfirmPopup: Equatable, Sendable {
  struct Choice: Equatable, Sendable {
    let key: Character
    let label: String
    let outcome: Outcome
  }

  enum Outcome: Equatable, Sendable {
    case actions([ViewAction])
    /// Ends every process, and Dialback when they are gone.
    case killAllAndQuit
  }

  let question: String
  /// The first one is also chosen by Enter, and by `y` where that means nothing else.
  let choices: [Choice]

  static func yes(_ question: String, label: String = "yes", _ actions: [ViewAction]) -> ConfirmPopup {
    ConfirmPopup(question: question, choices: [Choice(key: "y", label: label, outcome: .actions(actions))])
  }

  func choice(for key: KeyPress) -> Choice? {
    if let choice = choices.first(where: { $0.key == key.typed }) { return choice }
    return key.key == .enter || key.typed == "y" ? choices.first : nil
  }

  private var answers: [(key: String, label: String)] {
    choices.enumerated().map { ($0.offset == 0 ? "\($0.element.key)/Enter" : String($0.element.key), $0.element.label) }
      + [("Esc", "stay")]
  }

  private func rows(width: Int) -> [String] {
    var rows: [String] = []
    for word in question.split(separator: " ") {
      let joined = (rows.last.map { "\($0) " } ?? "") + word
      if rows.isEmpty || RowText.columns(of: joined, atMost: width + 1) > width {
        rows.append(String(word))
      } else {
        rows[rows.count - 1] = joined
      }
    }
    return rows
  }

  func rect(on screen: Size) -> Rect {
    let room = screen.rect.inset(top: 1, bottom: 1)
    let width = min(room.width, 64)
    return room.centered(Size(width: width, height: rows(width: width - 4).count + answers.count + 3))
  }

  /// The row of the first answer.
  private func firstAnswer(_ inner: Rect) -> Int {
    max(0, min(rows(width: inner.width).count + 1, inner.height - answers.count))
  }

  /// The key of the answer that is drawn at a point.
  func key(at point: Point, on screen: Size) -> KeyPress? {
    let inner = PopupFrame.inner(of: rect(on: screen))
    let index = point.y - inner.y - firstAnswer(inner)
    guard inner.contains(point), answers.indices.contains(index) else { return nil }
    return index < choices.count ? KeyPress(character: choices[index].key) : KeyPress(.escape)
  }

  func draw(on grid: inout Grid, screen: Size, glyphs: Glyphs) {
    let area = rect(on: screen)
    let inner = PopupFrame.inner(of: area)
    PopupFrame.draw(area, title: "Please choose", on: &grid, glyphs: glyphs)
    let first = firstAnswer(inner)
    for (index, row) in rows(width: inner.width).prefix(first).enumerated() {
      _ = grid.put(row, at: inner.row(index).origin, in: inner, style: Style(.popup))
    }
    for (index, answer) in answers.enumerated() {
      let row = inner.row(first + index)
      let used = grid.put(answer.key, at: row.origin, in: row, style: Style(.button, on: .popup))
      _ = grid.put(answer.label, at: Point(x: row.x + max(9, used + 1), y: row.y), in: row, style: Style(.popup))
    }
  }
}
