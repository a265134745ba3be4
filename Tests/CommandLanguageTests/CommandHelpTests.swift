import CommandLanguage
import Testing

struct CommandHelpTests {
  @Test(arguments: [CommandMode.screen, .batch])
  func helpMentionsEveryEntryOfItsModeAndNoOther(mode: CommandMode) {
    let lines = CommandHelp.text(mode: mode).split(separator: "\n")
    for entry in CommandTable.entries {
      let isThere = lines.contains { $0.hasPrefix("  ") && $0.contains(entry.usage) && $0.contains(entry.summary) }
      #expect(isThere == entry.availability.includes(mode), "\(entry.name)")
    }
  }

  @Test func helpOfACommandSaysItsFormItsShortNamesAndItsDetail() throws {
    let text = try CommandHelp.text(for: "b")
    #expect(text.hasPrefix("break [PLACE [, COND] [OPTIONS]]\nSet a breakpoint; alone, list them.\nShort: b, br\n"))
    #expect(text.contains("hit N"))
    #expect(try CommandHelp.text(for: "wai").contains("thread_started"))
  }

  @Test func helpOfWhatIsNoCommandIsAnError() {
    #expect(throws: CommandError.unknownCommand("nxet", nearest: ["next"])) { try CommandHelp.text(for: "nxet") }
  }

  @Test(arguments: [
    ("n", "Step over: to the next line of this function"), ("focus stack", "Go to a pane: stack"),
    ("???x", "Explain a command; alone, list them: ??x"),
    ("gibberish", "gibberish"),
  ])
  func aLineIsSummedUpForListsOfKeys(line: String, summary: String) {
    #expect(CommandHelp.summary(of: line) == summary)
  }

  @Test func summariesAreOneLineWithoutAFullStop() {
    for entry in CommandTable.entries {
      #expect(!entry.summary.isEmpty && !entry.summary.contains("\n") && !entry.summary.hasSuffix("."), "\(entry.name)")
    }
  }
}
