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
    let read = dialogue.state.handle(.sourceRead(local, .success("a = 1\nb = 2\nc = 3\nd = 4\n")))
    let request = try #require((read + dialogue.state.handle(compared(true))).sourceRequest)
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
    #expect(dialogue.state.breakpoints[1].message?.contains("not certain") == true)
    #expect(dialogue.stop(line: 3).stops.first?.breakpoint == BreakpointNumber(1))
    effects = dialogue.command(.toggleBreakpoint(local, line: 2))
    #expect(removed(effects) == [3])
    #expect(placed(dialogue.command(.toggleBreakpoint(local, line: 4))) == [4])
    #expect(placed(dialogue.command(.toggleBreakpoint(local, line: 1))) == [2])
  }

  /// A key there sets, and clears, the breakpoint of the local file; a line that is only in the process has one of its own.
  @Test func theTextOfTheProcessHasTheBreakpointsOfTheLocalFile() throws {
    var (dialogue, _) = try dialogue([2, 3])
    let theirs = SourceFile.remote(remote)
    func lines() -> [Int?] { dialogue.state.breakpoints.map { dialogue.state.line(of: $0, in: theirs) } }
    #expect(lines() == [3, nil])
    _ = dialogue.command(.toggleBreakpoint(theirs, line: 3))
    _ = dialogue.command(.toggleBreakpoint(theirs, line: 4))
    #expect(dialogue.state.breakpoints.map(\.line) == [3, 4])
    #expect(dialogue.state.breakpoints.map(\.file) == [local, local])
    #expect(lines() == [nil, 4])
    _ = dialogue.command(.toggleBreakpoint(theirs, line: 1))
    #expect(dialogue.state.breakpoints.last?.file == theirs)
    #expect(lines() == [nil, 4, 1])
    _ = dialogue.command(.toggleBreakpoint(theirs, line: 1))
    #expect(dialogue.state.breakpoints.map(\.line) == [3, 4])
  }

  @Test func itRunsToNoLineThatTheProcessLacks() throws {
    var (dialogue, _) = try dialogue()
    let refused = dialogue.command(.runTo(.line(file: local.text, line: 3)))
    #expect(refused.failure?.contains("runs another text, which doesn't have it") == true)
    #expect(placed(dialogue.command(.runTo(.line(file: local.text, line: 2)))) == [3])
  }

  /// After a reload functions run the text here, and calls that began before it the one that they began with.
  @Test func oldCallsKeepTheirLines() throws {
    var (dialogue, _) = try dialogue()
    _ = dialogue.stop(line: 4)
    let frame = try #require(dialogue.state.selectedFrame)
    let reloaded = DebuggerEvent.fileCompared(
      process, remote, LocalPath("/home/me/app/work.py"), differs: false, isNewer: false, oldFrames: [frame.id])
    _ = dialogue.state.handle(reloaded)
    #expect(dialogue.state.shownLine(of: 3, in: remote, of: process) == 3)
    #expect(dialogue.state.shownLine(of: frame, of: process) == 4)
    let third = StackFrame(id: frame.id, function: "f", remoteFile: remote, line: 3)
    #expect(dialogue.state.shownLine(of: third, of: process) == 2)
    #expect(dialogue.state.isOld(third, of: process))
    _ = dialogue.state.handle(compared(false))
    #expect(!dialogue.state.isOld(third, of: process))
    #expect(dialogue.state.shownLine(of: third, of: process) == 3)
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

  // MARK: - Before the process runs, and under a stop

  private let ours = "a = 1\nb = 2\nc = 3\n"

  /// Its breakpoints go to their lines before it runs: none is hit on a line of the other text.
  @Test func aProcessRunsOnceItsTextIsKnown() throws {
    var dialogue = Dialogue(maps: ["/srv/app=/home/me/app"])
    _ = dialogue.command(.toggleBreakpoint(local, line: 2))
    _ = dialogue.state.handle(.sourceRead(local, .success(ours)))
    #expect(!dialogue.connect().contains(.run(process)))
    let read = dialogue.state.handle(.sourceRead(local, .success(ours)))
    let request = try #require(read.sourceRequest)
    #expect(!read.contains(.run(process)))
    let text = SourceReading("import pydevd\na = 1\nb = 2\nc = 3\n")
    let effects = dialogue.state.handle(.sourceFetched(request, .success(text)))
    #expect(removed(effects) == [2] && placed(effects) == [3] && effects.last == .run(process))
    _ = dialogue.start()
    #expect(dialogue.stop(line: 3).stops.first?.line == 2)
  }

  /// The text of a file that the process does not have says nothing, and holds nothing up.
  @Test func aTextThatCannotBeHadHoldsNothingUp() throws {
    var dialogue = Dialogue(maps: ["/srv/app=/home/me/app"])
    _ = dialogue.command(.toggleBreakpoint(local, line: 2))
    _ = dialogue.state.handle(.sourceRead(local, .success(ours)))
    _ = dialogue.connect()
    let request = try #require(dialogue.state.handle(.sourceRead(local, .success(ours))).sourceRequest)
    let effects = dialogue.state.handle(.sourceFetched(request, .failure(CommandFailure("no such file"))))
    #expect(effects.last == .run(process) && dialogue.state.breakpoints.first?.state == .set)
  }

  @Test func aFileOfThisMachineIsNotAskedFor() {
    var dialogue = Dialogue()
    let file = SourceFile.local("/srv/app/work.py")
    _ = dialogue.command(.toggleBreakpoint(file, line: 2))
    _ = dialogue.state.handle(.sourceRead(file, .success(ours)))
    _ = dialogue.connect()
    let read = dialogue.state.handle(.sourceRead(file, .success(ours)))
    #expect(read.sourceRequest == nil && read.contains(.run(process)))
  }

  @Test func aNewMappingComparesTheFileOfTheStop() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let effects = dialogue.command(.addMapping("/srv/app=/home/me/app"))
    #expect(
      effects.contains {
        if case .compareFile(_, remote, LocalPath("/home/me/app/work.py")) = $0 { true } else { false }
      })
  }

  /// A process with the same text, and a breakpoint in that.
  private func running(_ file: SourceFile) -> Dialogue {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(file, line: 2))
    _ = dialogue.state.handle(.sourceRead(file, .success(ours)))
    _ = dialogue.connect()
    _ = dialogue.state.handle(.sourceRead(file, .success(ours)))
    _ = dialogue.start()
    return dialogue
  }

  /// A `:map` in the handshake asks for other texts: the process runs once those are here.
  @Test func aMappingInTheHandshakeHoldsNothingUp() throws {
    var dialogue = Dialogue(maps: ["/srv/app=/home/me/app"])
    _ = dialogue.command(.toggleBreakpoint(local, line: 2))
    _ = dialogue.state.handle(.sourceRead(local, .success(ours)))
    _ = dialogue.connect()
    let first = try #require(dialogue.state.handle(.sourceRead(local, .success(ours))).sourceRequest)
    let mapped = dialogue.command(.addMapping("/opt/app=/home/me/app"))
    let late = dialogue.state.handle(.sourceFetched(first, .success(SourceReading(ours))))
    let requests = mapped.compactMap { if case .fetchSource(let request) = $0 { request } else { nil } }
    let rest = requests.flatMap { dialogue.state.handle(.sourceFetched($0, .failure(CommandFailure("none")))) }
    #expect((mapped + late + rest).filter { $0 == .run(process) }.count == 1)
  }

  /// The process runs the text that was here when it was compared; an edit under the stop moves no breakpoint in it.
  @Test func anEditUnderAStopLeavesTheBreakpointsOfTheProcess() {
    let file = SourceFile.local("/srv/app/work.py")
    var dialogue = running(file)
    _ = dialogue.stop(line: 2)
    let path = LocalPath("/srv/app/work.py")
    _ = dialogue.state.handle(.fileCompared(process, remote, path, differs: false, isNewer: false))
    let edited = dialogue.state.handle(.sourceRead(file, .success("import os\nimport sys\n" + ours)))
    #expect(placed(edited).last == 2)
    _ = dialogue.state.handle(.fileCompared(process, remote, path, differs: false, isNewer: true))
    #expect(dialogue.state.breakpoints.map(\.line) == [4])
    #expect(dialogue.stop(line: 2).stops.first?.line == 4)
    #expect(dialogue.state.shownLine(of: 2, in: remote, of: process) == 4)
    // A line that the process does not have is not one that it could stop on.
    _ = dialogue.command(.toggleBreakpoint(file, line: 1))
    #expect(dialogue.state.breakpoints.last?.state.name == "unbound")
    // The module was reloaded: what is here is what runs.
    let reloaded = dialogue.state.handle(.fileCompared(process, remote, path, differs: false, isNewer: false))
    #expect(placed(reloaded) == [4, 1])
  }

  @Test func batchAnnouncesAStopOnceItsFileIsCompared() throws {
    var dialogue = Dialogue(maps: ["/srv/app=/home/me/app"], comparesFirst: true)
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.stop(line: 3).stops.isEmpty)
    _ = dialogue.state.handle(.sourceRead(local, .success(ours)))
    let request = try #require(dialogue.state.handle(compared(true)).sourceRequest)
    let text = SourceReading("import pydevd\na = 1\nb = 2\nc = 3\n")
    let stop = try #require(dialogue.state.handle(.sourceFetched(request, .success(text))).stops.first)
    #expect(stop.line == 2 && stop.remoteLine == 3)
    #expect(dialogue.stop(line: 4).stops.isEmpty)
    let next = dialogue.state.handle(.comparisonOver(process, remote)).stops
    #expect(next.map(\.line) == [3])
  }

  /// The process runs the file under another name than the one that the breakpoint was set by.
  @Test func anEditIsSeenUnderEveryNameOfTheFile() {
    let link = SourceFile.local("/srv/current/work.py")
    var dialogue = running(.local("/srv/app/work.py"))
    let remote = RemotePath("/srv/current/work.py")
    _ = dialogue.stop(file: remote.rawValue, line: 2)
    let path = LocalPath("/srv/current/work.py")
    _ = dialogue.state.handle(.sourceIdentified(path, LocalPath("/srv/app/work.py")))
    _ = dialogue.state.handle(.sourceRead(link, .success(ours)))
    _ = dialogue.state.handle(.fileCompared(process, remote, path, differs: false, isNewer: false))
    let edited = dialogue.state.handle(.sourceRead(link, .success("import os\n" + ours)))
    #expect(dialogue.state.breakpoints.map(\.line) == [3])
    #expect(placed(edited).last == 2)
  }
}
