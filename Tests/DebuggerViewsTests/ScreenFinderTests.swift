import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenFinderTests {
  private static let entries: [ProjectIndex.Entry] = [
    .init("README.md", file: "README.md"), .init("app/work.py", file: "app/work.py"),
    .init("app/shop.py", file: "app/shop.py"), .init("app/日本/till.py", file: "app/日本/till.py"),
    .init("work", file: "app/work.py", line: 19), .init("Shop", file: "app/shop.py", line: 3),
    .init("Shop.total", file: "app/shop.py", line: 12), .init("Till.total", file: "app/日本/till.py", line: 7),
  ]

  /// The project of the program that is stopped is `/srv`.
  private func opened(_ width: Int = 80, _ height: Int = 24) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue(width, height)
    dialogue.stopInWork()
    dialogue.press("m")
    #expect(dialogue.commands == [.indexProject])
    return dialogue
  }

  private func listed(_ dialogue: inout ScreenDialogue, isComplete: Bool = true) {
    let entries = isComplete ? Self.entries : Self.entries.filter { $0.line == nil }
    let root = dialogue.state.settings.root
    dialogue.happen {
      $0.handle(.projectIndexed(ProjectIndex(root: root, entries: entries, isComplete: isComplete)))
    }
  }

  private func asked(_ dialogue: ScreenDialogue) -> DebuggerCommand? { dialogue.commands.last }

  private func place(_ dialogue: ScreenDialogue, _ file: String, _ line: Int) -> DebuggerCommand {
    .list(.line(file: "\(dialogue.state.settings.root.rawValue)/\(file)", line: line))
  }

  @Test func whatIsTypedIsFoundAndEnterOpensIt() throws {
    var dialogue = try opened()
    #expect(dialogue.text().contains("listing the project"))
    listed(&dialogue, isComplete: false)
    #expect(dialogue.text().contains("4 of 4, looking for functions"))
    dialogue.type("shop")
    listed(&dialogue)
    #expect(dialogue.text().contains("Shop.total"))
    #expect(dialogue.text().contains("app/shop.py:12"))
    dialogue.press("Enter")
    #expect(dialogue.screen.popup == nil)
    // The cursor stayed on the file when the functions came.
    #expect(asked(dialogue) == place(dialogue, "app/shop.py", 1))
  }

  @Test func aLineMayFollowAndMatchesAreChosenWithTheCursor() throws {
    var dialogue = try opened()
    listed(&dialogue)
    dialogue.type("total:40")
    dialogue.press("Down Enter")
    #expect(asked(dialogue) == place(dialogue, "app/日本/till.py", 40))
  }

  @Test func theMouseScrollsAndOpens() throws {
    var dialogue = try opened()
    listed(&dialogue)
    dialogue.type("@total")
    let row = try #require(dialogue.lines().firstIndex { $0.contains("Till.total") })
    dialogue.click(20, row)
    #expect(asked(dialogue) == place(dialogue, "app/日本/till.py", 7))
    dialogue.press("m")
    dialogue.click(0, 0)
    #expect(dialogue.screen.popup == nil)
  }

  @Test func aPasteIsTypedAndWhatIsNotInTheProjectIsAPath() throws {
    var dialogue = try opened()
    listed(&dialogue)
    dialogue.input(.paste("/usr/lib/python3/x.py:3"))
    dialogue.press("Enter")
    #expect(asked(dialogue) == .list(.line(file: "/usr/lib/python3/x.py", line: 3)))
  }

  @Test func escClosesItAndDefinitionsThatComeLaterLeaveTheCursorWhereItIs() throws {
    var dialogue = try opened()
    listed(&dialogue, isComplete: false)
    dialogue.press("Down Down")
    listed(&dialogue)
    guard case .finder(let finder) = dialogue.screen.popup else { return #expect(Bool(false)) }
    #expect(finder.chosen?.name == "app/shop.py" || finder.cursor.index == 2)
    dialogue.press("Esc")
    #expect(dialogue.screen.popup == nil)
  }

  @Test(arguments: [(80, 24), (30, 8), (20, 4), (200, 60)])
  func itFitsAnyScreen(width: Int, height: Int) throws {
    var dialogue = try opened(width, height)
    listed(&dialogue)
    dialogue.type("till")
    #expect(dialogue.lines().allSatisfy { DisplayWidth.of($0) <= width })
    let drawing = dialogue.screen.draw(dialogue.state, size: Size(width: width, height: height), clock: 0)
    #expect(drawing.cursor.map { $0.x < width && $0.y < height } == true)
  }

  @Test func aDefinitionIsGoneToAndBackAgain() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    // `work(n)` in line 35.
    dialogue.press("L 3 5 Enter $")
    let before = dialogue.screen.panes.source.line
    dialogue.press("^ Right Right Right Right Right Right Right Right Right Right Right Right Right o")
    #expect(dialogue.screen.awaitedDefinition == "work")
    listed(&dialogue)
    #expect(
      dialogue.screen.panes.source.file == .local(LocalPath("\(dialogue.state.settings.root.rawValue)/app/work.py")))
    #expect(dialogue.screen.panes.source.line == 19)
    dialogue.press("O")
    #expect(dialogue.screen.panes.source.file == PaneDialogue.file)
    #expect(dialogue.screen.panes.source.line == before)
    dialogue.press("O O")
    #expect(dialogue.text().contains("no place to go back to"))
  }

  @Test func betweenSeveralDefinitionsTheFinderAsks() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    dialogue.press("L 2 0 Enter ^ Right Right Right Right Enter")
    #expect(dialogue.screen.awaitedDefinition == "total")
    listed(&dialogue)
    guard case .finder(let finder) = dialogue.screen.popup else { return #expect(Bool(false)) }
    #expect(finder.matches.map(\.entry.name) == ["Shop.total", "Till.total"])
  }
}
