import DebuggerModel
import TerminalGrid

/// The top row: how things stand, where, in which process, and who is listening.
struct StatusLine {
  /// What gives way first where the row is too narrow: the last of these.
  enum Weight: Int, Comparable {
    /// The thread is more than its process where there are several.
    case state, notice, place, oneOfThreads, warning, reason, thread, process, listener, sessions

    static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  struct Piece: Equatable {
    var text: String
    let role: Role
    let weight: Weight
    /// A shorter form, shown before the piece is dropped.
    var short: String?
  }

  private(set) var pieces: [Piece]
  private let notice: Piece?

  /// - Parameters:
  ///   - notice: said since the last key.
  ///   - waited: seconds without a process.
  ///   - leaving: the stop that is shown still, though the thread has left it.
  ///   - showing: the file in the source pane, where it is not that of the frame.
  init(
    _ state: DebuggerState, notice: (text: String, isWarning: Bool)?, waited: Double, leaving: Suspension? = nil,
    showing: SourceFile? = nil, glyphs: Glyphs
  ) {
    pieces = [leaving.map { StatusWords.stopped($0, state, glyphs) } ?? StatusWords.state(state, glyphs)]
    self.notice = notice.map { notice in
      let text = notice.isWarning ? "\(glyphs.warning) \(notice.text)" : notice.text
      return Piece(text: text, role: notice.isWarning ? .warning : .text, weight: .notice)
    }
    pieces += StatusWords.thread(state) + StatusWords.place(state)
    pieces += showing.map { [Piece(text: "showing \($0.name)", role: .text, weight: .warning)] } ?? []
    pieces += StatusWords.warnings(state)
    pieces += StatusWords.process(state)
    pieces += StatusWords.listener(state, waited: waited, glyphs)
  }

  /// The notice where there is no room for it beside the state and the place, which it never hides: it belongs to the bottom.
  func overflow(_ width: Int) -> Piece? {
    guard let notice else { return nil }
    let kept = pieces.filter { $0.weight <= .place } + [notice]
    return Self.columns(of: kept) > width - 1 ? notice : nil
  }

  func draw(in row: Rect, on grid: inout Grid, glyphs: Glyphs) {
    grid.fill(row, style: Style(.statusBar))
    var pen = RowPen(row: 0, of: row, glyphs: glyphs, on: .statusBar, in: &grid)
    pen.put(" ", in: &grid)
    for (index, piece) in fitting(row.width - 1).enumerated() {
      if index > 0 { pen.put(" \(glyphs.vertical) ", .dim, in: &grid) }
      pen.put(piece.text, piece.role, piece.weight == .state ? .bold : [], in: &grid)
    }
  }

  private func fitting(_ width: Int) -> [Piece] {
    var left = pieces
    if let notice, overflow(width + 1) == nil { left.insert(notice, at: 1) }
    while left.count > 1, Self.columns(of: left) > width {
      guard let least = left.map(\.weight).max(), let index = left.lastIndex(where: { $0.weight == least }),
        least > .notice
      else { break }
      if least == .place, let long = left.firstIndex(where: { $0.short != nil }) {
        left[long].text = left[long].short ?? ""
        left[long].short = nil
        continue
      }
      if let short = left[index].short {
        left[index].text = short
        left[index].short = nil
        continue
      }
      left.remove(at: index)
    }
    return left
  }

  private static func columns(of pieces: [Piece]) -> Int {
    pieces.reduce(0) { $0 + 3 + RowText.columns(of: $1.text, atMost: 1000) } - 3
  }
}
