import CommandLanguage
import DebuggerModel
import DebuggerViews
import TerminalGrid
import Testing

struct KeyMapTests {
  private func key(_ name: String) throws -> KeyPress { try #require(KeyPress(name)) }

  private let next = Command.debugger(.resume(.stepOver, scope: .selected))

  @Test func aPanesOwnBindingWinsOverTheGlobalOne() throws {
    var map = KeyMap()
    #expect(
      map.apply([
        KeyLine(key: "l", command: "cursor-right"), KeyLine(context: "variables", key: "l", command: "expand-here"),
      ]) == [])
    #expect(map.command(for: try key("l"), in: .variables) == .view(.expand))
    #expect(map.command(for: try key("l"), in: .source) == .view(.move(.right)))
    #expect(map.command(for: try key("h"), in: .source) == nil)
    #expect(map.keys(for: "cursor-right", in: .pane(.variables)) == [])
  }

  @Test func noGlobalKeyRunsTheProgramBehindAPopup() throws {
    let map = try KeyMapTestFiles.keyMap()
    #expect(map.command(for: try key("n"), in: .popup) == nil)
    #expect(map.command(for: try key("q"), in: .popup) == .view(.quit))
  }

  @Test func theKeysOfACommandAreListedLettersFirst() throws {
    var map = KeyMap()
    for name in ["F10", "Shift-F8", "F8", "!", "n"] { try map.bind(name, "next") }
    #expect(map.keys(for: next) == ["n", "!", "F8", "F10", "Shift-F8"])
    #expect(map.keys(for: "n") == map.keys(for: next))
    #expect(map.keys(for: "no such command") == [])
  }

  @Test func aLaterFileOverridesAndUnbinds() throws {
    var map = KeyMap()
    #expect(map.apply([KeyLine(key: "n", command: "next"), KeyLine(key: "s", command: "step")]) == [])
    #expect(map.apply([KeyLine(key: "n", command: "search-next"), KeyLine(key: "s", command: "")]) == [])
    #expect(map.command(for: try key("n"), in: .source) == .view(.searchNext))
    #expect(map.command(for: try key("s"), in: .source) == nil)
    #expect(map.bindings.map(\.commandText) == ["search-next"])
  }

  @Test func aBadLineIsReportedWithItsNumberAndTheDefaultIsKept() throws {
    var map = KeyMap()
    try map.bind("n", "next")
    let errors = map.apply([
      KeyLine(key: "n", command: "nxet", line: 4), KeyLine(key: "Hyper-n", command: "next", line: 5),
      KeyLine(context: "attic", key: "n", command: "next", line: 6), KeyLine(key: "x", command: "# x", line: 7),
      KeyLine(key: "x", command: "wait stopped", line: 8), KeyLine(key: "y", command: "copy", line: 9),
    ])
    #expect(
      errors == [
        KeyMapError(.badCommand("n", .unknownCommand("nxet", nearest: ["next"])), line: 4),
        KeyMapError(.unknownKey("Hyper-n"), line: 5), KeyMapError(.unknownContext("attic"), line: 6),
        KeyMapError(.noCommand("x"), line: 7),
        KeyMapError(.badCommand("x", .wrongMode(command: "wait", .screen)), line: 8),
      ])
    #expect(map.command(for: try key("n"), in: .source) == next)
    #expect(map.command(for: try key("y"), in: .source) == .view(.copy))
    #expect(errors[1].description.hasPrefix("line 5: “Hyper-n” is not a key"))
  }

  @Test func oneKeyBoundTwiceInOneFileIsAConflict() throws {
    var map = KeyMap()
    let errors = map.apply([
      KeyLine(key: "n", command: "next", line: 1), KeyLine(key: "n", command: "step", line: 2),
      KeyLine(context: "stack", key: "n", command: "up", line: 3),
    ])
    #expect(errors == [KeyMapError(.conflict(key: "n", first: "next", second: "step"), line: 2)])
    #expect(map.command(for: try key("n"), in: .source) == next)
  }

  @Test func twoSpellingsOfOneKeyAreAConflict() {
    var map = KeyMap()
    let errors = map.apply([
      KeyLine(key: "Esc", command: "cancel", line: 1), KeyLine(key: "Escape", command: "redraw", line: 2),
      KeyLine(key: "Ctrl-c", command: "pause", line: 3), KeyLine(key: "C-C", command: "pause", line: 4),
    ])
    #expect(errors.map(\.line) == [2, 4])
  }

  @Test func theBindingsOfAPaneAreItsOwnAndTheGlobalOnesThatItLeavesAlone() throws {
    let map = try KeyMapTestFiles.keyMap()
    let here = map.bindings(in: .pane(.variables))
    #expect(here.filter { $0.key.description == "l" }.map(\.commandText) == ["expand-here"])
    #expect(Set(here.map(\.key)).count == here.count)
    for binding in here { #expect(map.command(for: binding.key, in: .variables) == binding.command) }
    #expect(here.first?.summary == "Expand the value under the cursor")
  }
}
