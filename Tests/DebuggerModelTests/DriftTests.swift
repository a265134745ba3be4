import DebuggerModel
import SourcePaths
import Testing

/// A local file that is another version than the one of the process.
@Suite struct DriftTests {
  private let process = ProcessNumber(1)
  private let remote = RemotePath("/srv/app/work.py")
  private let local = SourceFile.local("/home/me/app/work.py")

  private func placed(_ effects: [Effect]) -> [Int] {
    effects.compactMap { if case .setBreakpoint(_, let sent) = $0 { sent.line } else { nil } }
  }

  private func removed(_ effects: [Effect]) -> [Int] {
    effects.compactMap { if case .removeBreakpoint(_, _, _, let line) = $0 { line } else { nil } }
  }

  private func compared(_ differs: Bool) -> DebuggerEvent {
    .fileCompared(process, remote, LocalPath("/home/me/app/work.py"), differs: differs, isNewer: false)
  }

  /// The process has a line more at the top, and lacks `c = 3`.
  private func dialogue(_ breakpoints: [Int] = []) throws -> (Dialogue, [Effect]) {
    var dialogue = Dialogue()
    _ = dialogue.command(.addMapping("/srv/app=/home/me/app"))
    for line in breakpoints { _ = dialogue.command(.toggleBreakpoint(local, line: line)) }
    dialogue.connectAndStop()
    _ = dialogue.state.handle(.sourceRead(local, .success("a = 1\nb = 2\nc = 3\nd = 4\n")))
    let asked = dialogue.state.handle(compared(true)).compactMap { effect -> SourceRequest? in
      if case .fetchSource(let request) = effect { request } else { nil }
    }
    let request = try #require(asked.first)
    #expect(request.path == remote)
    let text = SourceReading("x = 0\na = 1\nb = 2\nd = 4\n")
    let effects = dialogue.state.handle(.sourceFetched(request, .success(text)))
    return (dialogue, effects)
  }

  @Test func linesAreTranslatedWhereThatIsCertain() throws {
    let (dialogue, _) = try dialogue()
    let state = dialogue.state
    #expect((1...4).map { state.shownLine(of: $0, in: remote, of: process) } == [nil, 1, 2, 4])
    #expect((1...4).map { state.differs($0, in: local, remote, of: process) } == [false, false, true, false])
    #expect((1...4).map { state.differs($0, in: .remote(remote), remote, of: process) } == [true, false, false, false])
    #expect(state.shownPlace(of: 1, in: remote, of: process) == 1)
    #expect(state.shownLine(of: 7, in: RemotePath("/srv/app/other.py"), of: process) == 7)
  }

  @Test func breakpointsGoToTheirLinesInTheTextOfTheProcess() throws {
    var (dialogue, effects) = try dialogue([2, 3])
    #expect(removed(effects) == [2, 3])
    #expect(placed(effects) == [3])
    #expect(dialogue.state.breakpoints.map(\.line) == [2, 3])
    #expect(dialogue.state.breakpoints.map(\.state.name) == ["set", "unbound"])
    #expect(dialogue.state.breakpoints[1].message?.contains("no such line") == true)
    #expect(dialogue.stop(line: 3).stops.first?.breakpoint == BreakpointNumber(1))
    effects = dialogue.command(.toggleBreakpoint(local, line: 2))
    #expect(removed(effects) == [3])
    #expect(placed(dialogue.command(.toggleBreakpoint(local, line: 4))) == [4])
    #expect(placed(dialogue.command(.toggleBreakpoint(local, line: 1))) == [2])
  }

  @Test func theSameTextAgainPutsBreakpointsBack() throws {
    var (dialogue, _) = try dialogue([2, 3])
    let effects = dialogue.state.handle(compared(false))
    #expect(removed(effects) == [3])
    #expect(placed(effects) == [2, 3])
    #expect(dialogue.state.breakpoints.map(\.state.name) == ["set", "set"])
    #expect(dialogue.state.shownLine(of: 1, in: remote, of: process) == 1)
  }

  @Test func callsAreReadInTheTextThatRuns() throws {
    var dialogue = Dialogue()
    _ = dialogue.command(.addMapping("/srv/app=/home/me/app"))
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.stop(line: 1)
    _ = dialogue.state.handle(.sourceRead(local, .success("a = here()\nb = 2\n")))
    #expect(dialogue.state.callsAtStop.map(\.name) == ["here"])
    _ = dialogue.state.handle(compared(true))
    let request = SourceRequest(process: process, path: remote, frame: nil)
    _ = dialogue.state.handle(.sourceFetched(request, .success(SourceReading("a = there()\nb = 2\n"))))
    #expect(dialogue.state.callsAtStop.map(\.name) == ["there"])
  }

  @Test func theNextStatementIsSetOnTheLineOfTheProcess() throws {
    var (dialogue, _) = try dialogue()
    let lines = dialogue.command(.jump(2)).compactMap { effect -> Int? in
      if case .jump(let request) = effect { request.line } else { nil }
    }
    #expect(lines == [3])
    #expect(dialogue.command(.jump(3)).failure?.contains("no such line 3") == true)
  }
}
