import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenPasteTests {
  private func stopped(
    _ width: Int = 80, _ height: Int = 24, keys: String? = nil, options: ScreenOptions = .init()
  ) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue(width, height, keys: keys, options: options)
    dialogue.stopInWork()
    return dialogue
  }

  /// The rows of the popup without its frame.
  private func popup(_ dialogue: inout ScreenDialogue) throws -> [String] {
    let grid = dialogue.draw()
    guard case .text(let text)? = dialogue.screen.popup else { throw Missing() }
    let inner = PopupFrame.inner(of: text.rect(on: dialogue.size))
    return grid.text(in: inner).split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }.reversed().drop(while: \.isEmpty).reversed()
  }

  private let file = SourceFile.local(LocalPath("/srv/app/work.py"))

  private struct Missing: Error {}

  @Test(arguments: [InputEvent.paste("n\nc\nq\n"), .burst("n\nc\nq\n")])
  func aPasteRunsNothingAndIsShown(paste: InputEvent) throws {
    var dialogue = try stopped()
    dialogue.input(paste)
    #expect(dialogue.commands == [] && dialogue.others == [])
    let rows = dialogue.lines()
    #expect(rows[9].contains("─ Pasted: 3 lines ─"))
    #expect(try popup(&dialogue) == ["n⏎", "c⏎", "q⏎"])
    #expect(rows[23] == " ⏎ evaluate r run as keys Esc drop e edit y copy PgDn page-down PgUp page-up")
    dialogue.press("Esc")
    #expect(dialogue.screen.popup == nil)
    #expect(dialogue.commands == [] && dialogue.others == [])
  }

  @Test func aPasteIsRunAsKeysThatGoWhereTypedOnesWould() throws {
    var dialogue = try stopped()
    dialogue.input(.paste("L27\nb"))
    #expect(try popup(&dialogue) == ["L27⏎", "b"])
    dialogue.press("r")
    #expect(dialogue.screen.popup == nil && dialogue.screen.prompt == nil)
    #expect(dialogue.commands == [.toggleBreakpoint(file, line: 27)])
  }

  @Test func keysOfAPasteMeetTheStateThatTheOnesBeforeThemMade() throws {
    var dialogue = try stopped()
    dialogue.input(.paste("cen\n"))
    dialogue.press("r")
    // c has resumed: what e opens can't be evaluated, and stays.
    #expect(dialogue.commands == [.resume(.continue, scope: .selected)])
    #expect(dialogue.screen.prompt?.editor.text == "n")
  }

  @Test func whatIsPastedIsEvaluatedWhole() throws {
    for (text, command) in [
      ("total", DebuggerCommand.enter("total", isStatement: false)),
      ("total\n", .enter("total", isStatement: false)),
      ("  if n:\n      n = 1\n", .enter("if n:\n    n = 1", isStatement: true)),
      ("print(n)\nprint(i)\n", .enter("print(n)\nprint(i)", isStatement: true)),
      ("max(\n  n,\n  i)\n", .enter("max(\n  n,\n  i)", isStatement: false)),
    ] {
      var dialogue = try stopped()
      dialogue.input(.paste(text))
      dialogue.press("Enter")
      #expect(dialogue.commands == [command])
      #expect(dialogue.screen.popup == nil && dialogue.screen.prompt == nil)
    }
  }

  @Test func whatIsPastedCanBeEditedFirst() throws {
    var dialogue = try stopped()
    dialogue.input(.paste("total"))
    dialogue.press("e")
    dialogue.type(" + 1")
    dialogue.press("Enter")
    #expect(dialogue.commands == [.enter("total + 1", isStatement: false)])
  }

  @Test func whatCannotBeEvaluatedNowStaysInTheField() throws {
    var dialogue = try ScreenDialogue()
    dialogue.input(.paste("a = 1\nb = 2\n"))
    dialogue.press("Enter")
    #expect(dialogue.commands == [])
    #expect(dialogue.screen.prompt?.text == "a = 1\nb = 2")
  }

  @Test func aLongPasteIsShownToItsLastCharacter() throws {
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 40)] {
      var dialogue = try stopped(size.width, size.height)
      let lines = (1...60).map { "line \($0) " + String(repeating: "x", count: $0 * 3) + "|" }
      dialogue.input(.paste(lines.joined(separator: "\n")))
      var seen: [String] = []
      for _ in 0..<200 {
        let rows = try popup(&dialogue)
        seen.append(rows[0])
        let before = rows
        dialogue.press("j")
        let after = try popup(&dialogue)
        guard before != after else {
          seen += rows.dropFirst()
          break
        }
      }
      #expect(seen.joined() == lines.joined(separator: "⏎"))
    }
  }

  @Test func nothingOfAPasteIsHidden() throws {
    let text = "a\tb\u{1B}[2J\u{7}\u{200B}c\u{202E}d\u{85}\n日本\n"
    var dialogue = try stopped()
    dialogue.input(.paste(text))
    #expect(try popup(&dialogue) == ["a␉b␛[2J␇<U+200B>c<U+202E>d<U+85>⏎", "日本⏎"])
    dialogue.press("y")
    #expect(dialogue.others == [.copy(text)])
    dialogue = try stopped(options: ScreenOptions(isASCII: true))
    dialogue.input(.paste("a\tb\u{1B}\u{7F}\n"))
    #expect(try popup(&dialogue) == ["a^Ib^[^?$"])
  }

  @Test func aBurstInAFieldIsKeys() throws {
    var dialogue = try stopped()
    dialogue.press("L")
    dialogue.input(.burst("27\nb"))
    #expect(dialogue.screen.popup == nil && dialogue.screen.prompt == nil)
    #expect(dialogue.commands == [.toggleBreakpoint(file, line: 27)])
  }

  @Test func aBurstInTheFinderIsKeys() throws {
    var dialogue = try stopped()
    dialogue.press("m")
    dialogue.input(.burst("/srv/app/other.py:3\n?"))
    #expect(dialogue.commands.contains(.list(.line(file: "/srv/app/other.py", line: 3))))
    #expect(dialogue.text().contains("Keys in source"))
  }

  @Test func moreOfABurstIsAddedToWhatIsShown() throws {
    var dialogue = try stopped()
    dialogue.input(.burst("one\ntw"))
    dialogue.input(.burst("o\nrun\n"))
    #expect(try popup(&dialogue) == ["one⏎", "two⏎", "run⏎"])
    dialogue.press("Esc")
    #expect(dialogue.screen.popup == nil)
  }

  @Test func aPasteLiesOverWhatWasOpenAndOverWhatComesLater() throws {
    var dialogue = try stopped()
    dialogue.press("q")
    dialogue.input(.paste("d"))
    #expect(dialogue.commands == [])
    #expect(try popup(&dialogue) == ["d"])
    dialogue.input(.paste("second"))
    dialogue.screen.showText(title: "late", "an answer")
    #expect(try popup(&dialogue) == ["second"])
    dialogue.press("Esc")
    #expect(try popup(&dialogue) == ["d"])
    dialogue.press("Esc")
    #expect(try popup(&dialogue) == ["an answer"])
    dialogue.press("q q")
    dialogue.input(.paste("d"))
    // The question under it gets the keys.
    dialogue.press("r")
    #expect(dialogue.commands == [.quit])
  }

  @Test func onlyItsOwnKeysTakeAPasteAway() throws {
    var dialogue = try stopped()
    dialogue.input(.paste("text"))
    dialogue.press("? n F8 x")
    dialogue.click(0, 2)
    #expect(try popup(&dialogue) == ["text"])
    #expect(dialogue.commands == [])
    dialogue.press("/ t Enter")
    #expect(try popup(&dialogue) == ["text"])
  }

  @Test func aPasteIsTooLongToBeRunButNotToBeShown() throws {
    var dialogue = try stopped()
    dialogue.input(.paste(String(repeating: "n\n", count: 6_000)))
    dialogue.press("r")
    #expect(dialogue.commands == [])
    #expect(says(&dialogue, "too long to be run as keys"))
    #expect(dialogue.screen.popup != nil)
  }

  @Test func whatIsMissingOfAPasteIsSaid() throws {
    var dialogue = try stopped()
    dialogue.input(.paste("n\n"))
    dialogue.input(.pasteCut(missing: 12))
    #expect(says(&dialogue, "the paste was too long: its last 12 bytes are left out"))
    #expect(try popup(&dialogue) == ["n⏎"])
  }

  @Test(arguments: [nil, "pycharm", "pudb", "vim", "vscode"])
  func everyPresetCanRunAPaste(preset: String?) throws {
    var dialogue = try stopped(keys: preset)
    dialogue.input(.paste("L27\n"))
    #expect(dialogue.lines()[23].contains("r run as keys"))
    dialogue.press("r")
    #expect(dialogue.screen.panes.source.line == 27)
  }

  @Test func theHintsFollowTheKeyMap() throws {
    var dialogue = try stopped()
    var map = try KeyMapTestFiles.keyMap()
    #expect(
      map.apply([
        KeyLine(context: "popup", key: "K", command: "run-as-keys"), KeyLine(context: "popup", key: "r", command: ""),
      ]) == [])
    dialogue.screen.setKeyMap(map)
    dialogue.input(.paste("L27\n"))
    #expect(dialogue.lines()[23].contains(" K run as keys "))
  }

  @Test func withoutAPasteThereIsNothingToRun() throws {
    var dialogue = try stopped()
    _ = dialogue.screen.perform(.runAsKeys, state: dialogue.state, size: dialogue.size)
    #expect(says(&dialogue, "no pasted text is shown"))
  }
}
