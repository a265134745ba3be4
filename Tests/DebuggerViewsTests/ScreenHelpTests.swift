import CommandLanguage
import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenHelpTests {
  /// The keys that the help names.
  private func keys(in popup: Popup?) throws -> Set<String> {
    guard case .text(let text)? = popup else { throw Missing() }
    return Set(text.lines.flatMap { $0.text.prefix($0.keyColumns).split(separator: " ").map(String.init) })
  }

  private struct Missing: Error {}

  @Test(arguments: PaneName.allCases, [nil, "pycharm", "pudb", "vim", "vscode"])
  func theHelpListsExactlyTheLiveBindingsOfThePane(pane: PaneName, preset: String?) throws {
    var dialogue = try ScreenDialogue(keys: preset)
    dialogue.screen.focus(pane)
    dialogue.press("?")
    let bindings = dialogue.screen.keyMap.bindings(in: .pane(pane))
    let listed = try keys(in: dialogue.screen.popup)
    #expect(listed == Set(bindings.map(\.key.description)))
  }

  @Test func aKeyThatIsBoundLaterIsListed() throws {
    var dialogue = try ScreenDialogue()
    try dialogue.screen.bind("F30", "where")
    dialogue.press("?")
    let listed = try keys(in: dialogue.screen.popup)
    #expect(listed.contains("F30"))
  }

  @Test(arguments: ["?", "Esc", "q", "Ctrl-G"]) func theHelpIsClosedByTheKeysThatPeopleTry(key: String) throws {
    var dialogue = try ScreenDialogue()
    dialogue.press("?")
    #expect(dialogue.screen.popup != nil)
    dialogue.press(key)
    #expect(dialogue.screen.popup == nil)
    #expect(dialogue.commands == [])
  }

  @Test func noKeyStepsTheProgramBehindAPopup() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    dialogue.press("? n s c F8 b")
    #expect(dialogue.commands == [])
  }

  @Test func theHelpCanBeSearchedAndScrolled() throws {
    var dialogue = try ScreenDialogue()
    dialogue.press("? /")
    dialogue.type("Suspend Dialback")
    dialogue.press("Enter")
    #expect(dialogue.text().contains("Suspend Dialback and go back to the shell"))
    dialogue.press("g")
    #expect(!dialogue.text().contains("Suspend Dialback and go back to the shell"))
  }

  @Test func theHintsAreThoseOfTheLiveKeyMap() throws {
    var dialogue = try ScreenDialogue(120, 40)
    dialogue.stopInWork()
    #expect(dialogue.lines()[39].hasPrefix(" n over s into f out c cont b brk"))
    try dialogue.screen.bind("n", "step")
    #expect(dialogue.lines()[39].hasPrefix(" F8 over n into"))
    dialogue.press("c")
    #expect(dialogue.lines()[39].hasPrefix(" i pause"))
    #expect(dialogue.lines()[39].hasSuffix(": cmds ? help"))
  }

  @Test func thePaletteNarrowsAsOneTypes() throws {
    var dialogue = try ScreenDialogue(120, 40)
    dialogue.press(":")
    dialogue.type("tog")
    let rows = dialogue.lines()
    #expect(rows[39] == ":tog")
    #expect(rows[31...38].contains { $0.hasPrefix(" toggle-breakpoint") && $0.contains("b F9") })
  }
}
