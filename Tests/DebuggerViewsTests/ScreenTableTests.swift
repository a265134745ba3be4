import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

/// An array as a table over the panes.
@Suite struct ScreenTableTests {
  /// A screen that shows the beginning of an array, and the parts that it asks for.
  private struct Table {
    var dialogue: ScreenDialogue
    let rows: Int
    let columns: Int

    init(rows: Int, columns: Int) throws {
      (self.rows, self.columns) = (rows, columns)
      dialogue = try ScreenDialogue()
      dialogue.stopInWork()
      var effects: [Effect] = []
      dialogue.happen { effects = $0.command(.array("m", .beginning)) }
      answer(effects)
      if let array = dialogue.state.array { dialogue.screen.showTable(array) }
    }

    mutating func answer(_ effects: [Effect]) {
      for case .inquire(let inquiry) in effects {
        guard case .array(_, let part) = inquiry.question else { continue }
        let window = window(part)
        dialogue.happen { $0.handle(.answered(inquiry, .success(.array(window)))) }
      }
    }

    func window(_ part: ArrayWindow.Part) -> ArrayWindow {
      let (rows, columns) = (part.rows.clamped(to: 0..<self.rows), part.columns.clamped(to: 0..<self.columns))
      return ArrayWindow(
        type: "ndarray", shape: [self.rows, self.columns], elementType: "int64", rowCount: self.rows,
        columnCount: self.columns, rowOffset: rows.lowerBound, columnOffset: columns.lowerBound,
        rowLabels: rows.map(String.init), columnLabels: columns.map(String.init),
        cells: rows.map { row in columns.map { "\(row &* self.columns &+ $0)" } })
    }

    /// Presses keys, and gives the parts that were asked for.
    mutating func press(_ keys: String) -> [ArrayWindow.Part] {
      let before = dialogue.commands.count
      dialogue.press(keys)
      return dialogue.commands[before...].compactMap { command in
        guard case .array("m", let part) = command else { return nil }
        return part
      }
    }

    /// Sends the process's answer to a part that was asked for.
    mutating func arrive(_ part: ArrayWindow.Part) {
      var effects: [Effect] = []
      dialogue.happen { effects = $0.command(.array("m", part)) }
      answer(effects)
    }
  }

  @Test(arguments: [(Int.max, 3), (3, Int.max), (Int.max, Int.max)])
  func anArrayMayBeAsLongAsAnIntegerGoes(rows: Int, columns: Int) throws {
    var table = try Table(rows: rows, columns: columns)
    for keys in ["G", "end", "pgdn", "right", "up", "g", "home", "down", "G", "end"] {
      for part in table.press(keys) {
        #expect(part.rows.upperBound <= rows && part.columns.upperBound <= columns)
        table.arrive(part)
      }
      _ = table.dialogue.text()
    }
    #expect(table.dialogue.text().contains("of \(Int.max)"))
  }

  @Test func aSmallArrayIsShownWhole() throws {
    var table = try Table(rows: 3, columns: 4)
    let text = table.dialogue.text()
    #expect(
      text.contains("── m: ndarray (3, 4) int64 ──"), "\(text)")
    #expect(text.contains("│    0  1   2   3 "), "\(text)")
    #expect(text.contains("│ 2  8  9  10  11 "), "\(text)")
    #expect(table.press("j l").isEmpty)
  }

  @Test func headerAndRowNamesStayAsOneScrolls() throws {
    var table = try Table(rows: 50, columns: 3)
    _ = table.press("PgDn")
    let text = table.dialogue.text()
    #expect(text.contains("      0    1    2 "), "\(text)")
    #expect(text.contains(" 19   57   58   59 "), "\(text)")
    #expect(text.contains("rows 19-37 of 50, columns 0-2 of 3"), "\(text)")
    _ = table.press("G")
    #expect(table.dialogue.text().contains("rows 31-49 of 50"))
    _ = table.press("g k")
    #expect(table.dialogue.text().contains("rows 0-18 of 50"))
  }

  @Test func whatIsNotHereIsFetchedPartByPart() throws {
    var table = try Table(rows: 2000, columns: 3000)
    #expect(table.press("j PgDn").isEmpty)
    let parts = table.press("G")
    #expect(parts.count == 1 && parts[0].rows.contains(1981) && parts[0].rows.contains(1999))
    #expect(table.dialogue.text().contains("…"))
    #expect(table.press("k k").isEmpty, "one part is under way")
    table.arrive(parts[0])
    #expect(table.dialogue.text().contains(" 1979  5937000  "), "\(table.dialogue.text())")
    let across = table.press("$")
    #expect(across.count == 1 && across[0].columns.contains(2999) && across[0].rows.contains(1979))
    table.arrive(across[0])
    _ = table.press("$")
    #expect(table.dialogue.text().contains("5939999 "), "\(table.dialogue.text())")
  }

  @Test func aPartOfAnotherStopIsNotTaken() throws {
    var table = try Table(rows: 2000, columns: 3)
    table.dialogue.happen { $0.stopInWork(line: 25) }
    #expect(table.press("G").isEmpty)
    table.dialogue.press("q")
    #expect(table.dialogue.screen.popup == nil)
  }

  @Test func cellsWithLineBreaksAndControlsStayInTheirRow() throws {
    var table = try Table(rows: 1, columns: 1)
    var window = table.window(.beginning)
    window.cells = [["a\nb\u{1B}[2J日本"]]
    let answer = try #require(table.dialogue.state.array)
    table.dialogue.screen.showTable(
      ArrayAnswer(expression: "m", frame: answer.frame, window: window, token: answer.token))
    #expect(table.dialogue.text().contains("a↵b␛[2J日本"), "\(table.dialogue.text())")
    table.dialogue.press("y")
    #expect(table.dialogue.others == [.copy("\t0\n0\ta\nb\u{1B}[2J日本")])
  }
}
