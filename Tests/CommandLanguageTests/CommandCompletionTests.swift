import CommandLanguage
import DebuggerModel
import Testing

struct CommandCompletionTests {
  static let lines: [(String, [String])] = [
    ("di", ["disable", "display"]), ("toggle-", ["toggle-breakpoint", "toggle-enabled", "toggle-frozen"]),
    ("next", ["next-tab", "next-thread", "next-process"]),
    ("focus st", ["stack"]), ("focus stack s", []), ("mute o", ["on", "off"]), ("c ", ["process", "all"]),
    ("help thr", ["thread", "threads"]),
    ("b 12 o", ["once", "off"]), ("b 12 if x h", ["hit"]), ("b o", []), ("key F6 cont", ["continue"]), ("key F", []),
    ("p x", []), ("nonsense x", []), ("  mu", ["mute"]),
  ]

  @Test(arguments: lines)
  func theWordAtTheCursorIsCompleted(line: String, words: [String]) {
    #expect(CommandCompletion.complete(line, cursor: line.count) == words)
  }

  @Test(arguments: [
    ("disable ", ["1", "2", "12"]), ("disable 1", ["12"]), ("enable 1 ", ["2", "12"]), ("cl 2 1", ["12"]),
    ("condition ", ["1", "2", "12"]), ("condition 1 ", []), ("ignore 2 ", []), ("mute ", ["on", "off"]),
  ])
  func numbersOfBreakpointsAreOfferedWhereACommandTakesThem(line: String, words: [String]) {
    let numbers = [1, 2, 12].map { BreakpointNumber($0) }
    #expect(CommandCompletion.complete(line, cursor: line.count, breakpoints: numbers) == words)
  }

  @Test func onlyWhatStandsBeforeTheCursorCounts() {
    #expect(CommandCompletion.complete("mutXYZ", cursor: 3) == ["mute"])
    #expect(CommandCompletion.complete("mute", cursor: -5).count == CommandCompletion.complete("", cursor: 99).count)
  }

  @Test func eventsAreOfferedInBatchModeOnly() {
    #expect(CommandCompletion.complete("wait thread_", cursor: 12, mode: .batch) == ["thread_started", "thread_ended"])
    #expect(CommandCompletion.complete("wait thread_", cursor: 12).isEmpty)
    #expect(CommandCompletion.complete("zoo", cursor: 3, mode: .batch).isEmpty)
  }
}
