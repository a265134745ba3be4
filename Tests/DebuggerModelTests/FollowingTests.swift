import DebuggerModel
import SourcePaths
import Testing

@Suite struct FollowingTests {
  private let file = SourceFile.local("/srv/app/work.py")
  private let text = """
    def work(items):
        total = 0
        for item in items:
            total += item
        return total

    """

  private func lines(_ effects: [Effect]) -> [Int] {
    effects.compactMap { if case .setBreakpoint(_, let sent) = $0 { sent.line } else { nil } }
  }

  private func records(_ effects: [Effect]) -> [BreakpointRecord]? {
    for case .saveBreakpoints(let records) in effects { return records }
    return nil
  }

  /// A breakpoint on line 4 from an earlier run, and the text that the file has now.
  private func restored(_ now: String) throws -> (Dialogue, [Effect]) {
    var before = Dialogue()
    _ = before.state.handle(.sourceRead(file, .success(text)))
    let record = try #require(records(before.command(.toggleBreakpoint(file, line: 4)))?.first)
    #expect(record.text == LineText(text: "total += item", before: "for item in items:", after: "return total"))
    var dialogue = Dialogue()
    _ = dialogue.state.handle(.breakpointsRestored([record]))
    let effects = dialogue.state.handle(.sourceRead(file, .success(now)))
    return (dialogue, effects)
  }

  @Test func aKeptBreakpointFollowsItsText() throws {
    let (state, effects) = try restored("import sys\n\n" + text)
    var dialogue = state
    let breakpoint = try #require(dialogue.state.breakpoints.first)
    #expect(breakpoint.line == 6 && breakpoint.message == "moved 4 → 6")
    #expect(records(effects)?.map(\.line) == [6])
    #expect(dialogue.state.notice?.text == "breakpoint 1 moved 4 → 6 with its line")
    let reports = effects.announcements.compactMap { if case .breakpoint(let report) = $0 { report } else { nil } }
    #expect(reports.map(\.line) == [6] && reports.map(\.message) == ["moved 4 → 6"])
    #expect(lines(dialogue.connect()) == [6])
  }

  @Test func ofSeveralLinesItIsTheOneBetweenTheSameNeighbours() throws {
    let other = "def other(items):\n    total = 0\n    for it in items:\n        total += item\n    return total\n"
    #expect(try restored(other + text).0.state.breakpoints.first?.line == 9)
    #expect(try restored(text + other).0.state.breakpoints.first?.line == 4)
    #expect(try restored(text.uppercased() + other).0.state.breakpoints.first?.line == 9)
  }

  @Test func aTextThatIsGoneIsReportedAndFoundWhenItComesBack() throws {
    let (state, effects) = try restored("a = 1\nb = 2\nc = 3\nd = 4\n")
    var dialogue = state
    let words = "`total += item` is no longer in work.py, so it stays on line 4"
    #expect(dialogue.state.breakpoints.first?.message == words)
    #expect(dialogue.state.breakpoints.first?.line == 4)
    #expect(effects.announcements.contains(.warning(nil, "breakpoint 1: " + words)))
    _ = dialogue.state.handle(.sourceRead(file, .success("import sys\n" + text)))
    #expect(dialogue.state.breakpoints.first?.message == "moved 4 → 5")
    // Set once more by hand it takes the line as it is.
    _ = dialogue.state.handle(.sourceRead(file, .success("a = 1\nb = 2\nc = 3\nd = 4\ne = 5\n")))
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 5), .init(condition: "e")))
    #expect(dialogue.state.breakpoints.first?.message == nil)
  }

  /// The file may have been edited since the last process: the next one runs once the breakpoints are where they belong.
  @Test func aProcessRunsWhenTheFilesOfItsBreakpointsWereRead() throws {
    var dialogue = try restored(text).0
    let connected = dialogue.connect()
    #expect(connected.contains(.readSource(LocalPath("/srv/app/work.py"))))
    #expect(!connected.contains(.run(ProcessNumber(1))) && lines(connected) == [4])
    let effects = dialogue.state.handle(.sourceRead(file, .success("import sys\n" + text)))
    #expect(lines(effects) == [5])
    #expect(effects.outward.last == .run(ProcessNumber(1)))
  }

  @Test func aFileThatCannotBeReadHoldsNobodyUp() throws {
    var dialogue = try restored(text).0
    _ = dialogue.connect()
    #expect(dialogue.state.handle(.sourceRead(file, .failure(.init("gone")))).contains(.run(ProcessNumber(1))))
  }

  /// The text is learned from a file that comes in, and nothing is sent for that.
  @Test func learningTheTextSendsNothing() {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(file, line: 4))
    _ = dialogue.connect()
    let effects = dialogue.state.handle(.sourceRead(file, .success(text)))
    // Only what is said of the breakpoint, and the answer.
    #expect(lines(effects) == [] && effects.announcements.count == 2)
    #expect(records(effects)?.first?.text?.text == "total += item")
  }
}
