import CommandLanguage
import DebuggerModel
import DebuggerViews
import TerminalGrid
import Testing

struct KeyMapPresetTests {
  /// The table of default keys in the contract.
  static let contract: [(String, String)] = [
    ("next", "n F8 F10"), ("step", "s F7 F11"), ("return", "f r Shift-F8 F12"), ("continue", "c F5"),
    ("run-to-cursor", "t F4"), ("set-next-statement", "J"), ("choose-call", "S Shift-F7"), ("pause", "Ctrl-C F6"),
    ("up", "u"), ("down", "d"),
    ("execution-point", "H"), ("focus variables", "1"), ("focus watches", "2"), ("focus stack", "3"),
    ("focus breakpoints", "4"), ("focus threads", "5"), ("focus console", "6"), ("focus evaluation", "7"),
    ("focus-next", "Tab"), ("focus-previous", "Shift-Tab"), ("previous-tab", "["), ("next-tab", "]"),
    ("previous-thread", "{"), ("next-thread", "}"), ("previous-process", "("), ("next-process", ")"),
    ("cursor-left", "h Left"), ("cursor-down", "j Down"), ("cursor-up", "k Up"), ("cursor-right", "l Right"),
    ("page-up", "PgUp"), ("page-down", "PgDn"), ("half-page-up", "Ctrl-U"), ("half-page-down", "Ctrl-D"),
    ("top", "g"), ("bottom", "G"), ("open", "Enter Space"), ("command-line", ":"), ("restart", "R"),
    ("ask-detach", "D"), ("ask-kill", "X"), ("redraw", "Ctrl-L"), ("suspend", "Ctrl-Z"), ("cancel", "Esc Ctrl-G"),
    ("toggle-breakpoint", "b F9"), ("edit-breakpoint", "B"), ("exception-breakpoints", "x"), ("mute", "M"),
    ("evaluate", "e"), ("focus-evaluation", "!"), ("print-word", "p"), ("add-watch", "w"), ("set-value", "= F2"),
    ("full-value", "v"), ("copy", "y"), ("search", "/"), ("search-next", ". F3"), ("search-previous", ", Shift-F3"),
    ("go-to-line", "L"), ("open-file", "m Ctrl-P"), ("zoom", "z"), ("narrow", "<"), ("widen", ">"), ("lower", "-"),
    ("heighten", "+"), ("reset-layout", "0"), ("library-frames", "a"), ("path-mappings", "P"), ("help-keys", "? F1"),
    ("close-or-quit", "q"),
  ]

  @Test(arguments: contract)
  func everyKeyOfTheContractIsBound(command: String, keys: String) throws {
    let bound = try KeyMapTestFiles.keyMap().keys(for: command)
    for key in keys.split(separator: " ") { #expect(bound.contains(String(key)), "\(command)") }
  }

  @Test func treesExpandAndCollapseAndListsDelete() throws {
    let map = try KeyMapTestFiles.keyMap()
    #expect(map.keys(for: "expand-here", in: .pane(.variables)) == ["l", "Right"])
    #expect(map.keys(for: "collapse-here", in: .pane(.watches)) == ["h", "Left"])
    #expect(map.keys(for: "toggle-enabled", in: .pane(.breakpoints)) == ["E", "Space"])
    #expect(map.keys(for: "delete", in: .pane(.breakpoints)) == ["C", "Delete"])
  }

  /// What terminals have a key of its own for everywhere.
  private static let alwaysThere: Set = [
    "Tab", "Shift-Tab", "Enter", "Space", "Esc", "PgUp", "PgDn", "Ctrl-U", "Ctrl-D", "Ctrl-L", "Ctrl-Z", "Ctrl-G",
  ]

  @Test(arguments: ["default"] + KeyMapTestFiles.presets)
  func everyActionHasAPlainLetterInEveryPreset(preset: String) throws {
    let map = try KeyMapTestFiles.keyMap(preset == "default" ? nil : preset)
    for (command, _) in Self.contract {
      let keys = map.keys(for: command)
      #expect(keys.contains { $0.count == 1 || Self.alwaysThere.contains($0) }, "\(command): \(keys)")
    }
  }

  @Test(arguments: ["default"] + KeyMapTestFiles.presets)
  func everyPresetIsFreeOfErrorsAndConflicts(preset: String) throws {
    var map = try KeyMapTestFiles.keyMap()
    #expect(map.apply(try KeyMapTestFiles.lines(of: preset)) == [])
  }

  static let habits: [(String, String, Command)] = [
    ("pycharm", "F9", .debugger(.resume(.continue, scope: .selected))),
    ("pycharm", "Ctrl-F8", .view(.toggleBreakpoint)),
    ("pycharm", "F8", .debugger(.resume(.stepOver, scope: .selected))),
    ("pycharm", "n", .debugger(.resume(.stepOver, scope: .selected))),
    ("vscode", "F9", .view(.toggleBreakpoint)), ("vscode", "Shift-F11", .debugger(.resume(.stepOut, scope: .selected))),
    ("pudb", "V", .view(.focus(.variables))), ("vim", "n", .view(.searchNext)),
    ("vim", "o", .debugger(.resume(.stepOver, scope: .selected))),
  ]

  @Test(arguments: habits)
  func aPresetPutsItsKeysOverTheDefaultOnes(preset: String, name: String, command: Command) throws {
    let key = try #require(KeyPress(name))
    #expect(try KeyMapTestFiles.keyMap(preset).command(for: key, in: .source) == command)
  }

  @Test func ctrlCNeverQuits() throws {
    let key = try #require(KeyPress("Ctrl-C"))
    for preset in KeyMapTestFiles.presets {
      #expect(try KeyMapTestFiles.keyMap(preset).command(for: key, in: .source) == .debugger(.pause(scope: .selected)))
    }
  }
}
