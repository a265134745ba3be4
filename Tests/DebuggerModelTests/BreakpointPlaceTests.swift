import DebuggerModel
import SourcePaths
import Testing

@Suite struct BreakpointPlaceTests {
  private let process = ProcessNumber(1)
  private let file = SourceFile.local("/srv/app/work.py")
  private let text = "total = work(\n    1,\n)\nafter = 2\n"

  private func lines(_ effects: [Effect]) -> [Int] {
    effects.compactMap { if case .setBreakpoint(_, let sent) = $0 { sent.line } else { nil } }
  }

  @Test func aBreakpointWithinAStatementGoesToItsFirstLineAndSaysSo() {
    var dialogue = Dialogue()
    _ = dialogue.state.handle(.sourceRead(file, .success(text)))
    _ = dialogue.command(.toggleBreakpoint(file, line: 3))
    #expect(lines(dialogue.connect()) == [1])
    #expect(dialogue.state.breakpoints.first?.state == .moved(1))
    #expect(dialogue.state.breakpoints.first?.line == 3)
    _ = dialogue.start()
    #expect(dialogue.stop(line: 1).stops.first?.breakpoint == BreakpointNumber(1))
  }

  @Test func aBreakpointMovesWhenItsFileComesIn() {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(file, line: 3))
    #expect(lines(dialogue.connect()) == [3])
    let effects = dialogue.state.handle(.sourceRead(file, .success(text)))
    #expect(lines(effects) == [1])
    let removed = effects.contains { if case .removeBreakpoint(_, _, _, line: 3) = $0 { true } else { false } }
    #expect(removed)
    #expect(dialogue.state.breakpoints.first?.message == "moved to line 1")
  }

  @Test func oneThatLogsIsBesideOneThatStops() {
    var dialogue = Dialogue()
    let place = PlaceText.line(file: "/srv/app/work.py", line: 10)
    _ = dialogue.command(.setBreakpoint(place, .init(logMessage: "x")))
    _ = dialogue.command(.setBreakpoint(place, .init(condition: "x > 1")))
    _ = dialogue.command(.setBreakpoint(place, .init(condition: "x > 2")))
    _ = dialogue.command(.setBreakpoint(place, .init(logMessage: "y")))
    #expect(dialogue.state.breakpoints.map(\.options) == [.init(logMessage: "y"), .init(condition: "x > 2")])
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.stop().stops.first?.breakpoint == BreakpointNumber(2))
    _ = dialogue.command(.toggleBreakpoint(file, line: 10))
    #expect(dialogue.state.breakpoints.isEmpty)
  }

  private func checks(_ effects: [Effect]) -> [[RemotePath]] {
    effects.compactMap { if case .checkFiles(_, let files, _) = $0 { files } else { nil } }
  }

  @Test func theFilesOfBreakpointsAreAskedAboutOnceAtAStop() {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(file, line: 30))
    #expect(checks(dialogue.connect()).isEmpty)
    _ = dialogue.start()
    #expect(checks(dialogue.stop(line: 5)) == [[RemotePath("/srv/app/work.py")]])
    #expect(checks(dialogue.command(.listBreakpoints)).isEmpty)
    let other = dialogue.command(.toggleBreakpoint(.local("/srv/app/other.py"), line: 3))
    #expect(checks(other) == [[RemotePath("/srv/app/other.py")]])
  }

  @Test func aMissingFileIsAskedAboutAgainWhenItsBreakpointChanges() {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(file, line: 30))
    dialogue.connectAndStop()
    _ = dialogue.state.handle(.breakpointFileMissing(process, RemotePath("/srv/app/work.py")))
    #expect(dialogue.state.breakpoints.first?.state.name == "unbound")
    #expect(
      checks(dialogue.command(.changeBreakpoint(BreakpointNumber(1), .hitCondition("3")))) == [
        [RemotePath("/srv/app/work.py")]
      ])
  }

  @Test func anExcludedFileIsSaidSo() {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(file, line: 30))
    dialogue.connectAndStop()
    _ = dialogue.state.handle(.breakpointFileExcluded(process, RemotePath("/srv/app/work.py")))
    #expect(
      dialogue.state.breakpoints.first?.state
        == .unbound("the filters of the process leave /srv/app/work.py out"))
  }

  @Test func aNameOfTheRemoteMachineMeansTheLocalFile() {
    var dialogue = Dialogue()
    _ = dialogue.command(.addMapping("/srv/app=/home/me/app"))
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/new.py", line: 3), .init()))
    #expect(dialogue.state.breakpoints.last?.file == .local(LocalPath("/home/me/app/new.py")))
    _ = dialogue.command(.setBreakpoint(.line(file: "/opt/other.py", line: 3), .init()))
    #expect(dialogue.state.breakpoints.last?.file == .local(LocalPath("/opt/other.py")))
  }
}
