import TerminalGrid
import Testing

struct KeyPressTests {
  @Test(arguments: [
    "n", "N", "F8", "F12", "Shift-F8", "Ctrl-C", "Alt-x", "PgUp", "PgDn", "Enter", "Space", "Esc", "Tab", "Shift-Tab",
    "Up",
    "Down", "Left", "Right", "Home", "End", "Insert", "Delete", "Backspace", "Ctrl-Left", "Ctrl-Shift-Right", "-",
    "Alt--",
    "[", "ж", "Ctrl-Space", "Ctrl-Shift-F8", "Ctrl-_", "Ctrl-Alt-A", "?",
  ])
  func aNameIsReadAndWrittenTheSame(name: String) throws {
    #expect(try #require(KeyPress(name)).description == name)
  }

  @Test(arguments: [
    ("ctrl-c", "Ctrl-C"), ("C-c", "Ctrl-C"), ("s-f8", "Shift-F8"), ("M-x", "Alt-x"), ("shift-n", "N"),
    ("escape", "Esc"),
    ("return", "Enter"), ("Ctrl-I", "Tab"), ("Ctrl-M", "Enter"), ("Ctrl-[", "Esc"), ("pageup", "PgUp"),
    ("del", "Delete"),
    ("Ctrl-H", "Backspace"),
  ])
  func otherSpellingsAreTheSameKey(name: String, canonical: String) throws {
    #expect(try #require(KeyPress(name)).description == canonical)
  }

  @Test(arguments: ["", "F0", "F36", "F08", "nn", "Hyper-n", "Ctrl-", "Shift", "Ctrl-nn", "\u{1}"])
  func whatIsNoKeyIsRefused(name: String) { #expect(KeyPress(name) == nil) }

  @Test func onlyPlainCharactersAreTyped() {
    #expect(KeyPress("n")?.typed == "n")
    #expect(KeyPress("Space")?.typed == " ")
    #expect(KeyPress("Alt-n")?.typed == nil)
    #expect(KeyPress("Enter")?.typed == nil)
  }
}
