import DebuggerModel
import SourcePaths
import Testing

/// Where the texts of remote code come from, and what waits for them.
struct SourceTextTests {
  private static let path = RemotePath("<string>")

  @Test func codeWithoutAFileIsAskedOfItsFrame() throws {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    let request = try #require(dialogue.stop(file: "<string>", line: 2).sourceRequest)
    #expect(request.asksFrame && request.isFramesOwn)
    #expect(request.frame == dialogue.state.selectedFrameKey)
    _ = dialogue.state.handle(.sourceFetched(request, .success(SourceReading("\nNOP", origin: .bytecode))))
    let document = try #require(dialogue.state.document(.remote(Self.path)))
    #expect(document.origin == .bytecode && document.lines == ["", "NOP"])
    #expect(document.problem(atLine: 1) != nil && document.problem(atLine: 2) == nil)
  }

  @Test func bytecodeIsOfOneFrameAndAskedAgainForTheNext() throws {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    let first = try #require(dialogue.stop(file: "<string>").sourceRequest)
    _ = dialogue.state.handle(.sourceFetched(first, .success(SourceReading("NOP", origin: .bytecode))))
    let second = try #require(dialogue.stop(file: "<string>").sourceRequest)
    #expect(second.frame == dialogue.state.selectedFrameKey && second.frame != first.frame)
    _ = dialogue.state.handle(.sourceFetched(second, .success(SourceReading("x = 1", origin: .linecache))))
    #expect(dialogue.stop(file: "<string>").sourceRequest == nil)
  }

  @Test func whatIsNoFileThereIsAskedOfTheFrameOnce() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let local = SourceFile.local(LocalPath("/srv/app/work.py"))
    let failure = CommandFailure("No such file")
    let byName = try #require(dialogue.state.handle(.sourceRead(local, .failure(failure))).sourceRequest)
    #expect(!byName.asksFrame)
    let byFrame = try #require(dialogue.state.handle(.sourceFetched(byName, .failure(failure))).sourceRequest)
    #expect(byFrame.asksFrame)
    #expect(dialogue.state.handle(.sourceFetched(byFrame, .failure(failure))).sourceRequest == nil)
    #expect(dialogue.state.sources[.remote(byName.path)] == .failed("No such file"))
    #expect(dialogue.stop().sourceRequest != nil)
  }

  @Test func listWaitsForTheTextWhereverItComesFrom() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    #expect(dialogue.command(.list(nil)).value == nil)
    let local = SourceFile.local(LocalPath("/srv/app/work.py"))
    let effects = dialogue.state.handle(.sourceRead(local, .failure(CommandFailure("No such file"))))
    #expect(effects.value == nil && effects.failure == nil)
    let request = try #require(effects.sourceRequest)
    let reading = SourceReading("a\nb\nc", origin: .archive)
    guard case .object(let fields)? = dialogue.state.handle(.sourceFetched(request, .success(reading))).value else {
      Issue.record("no listing")
      return
    }
    #expect(fields.map(\.key) == ["file", "line", "from", "lines"])
    #expect(fields[2].value == .string("archive"))
  }

  @Test func sourceFailsWithASentenceWhereNothingStops() throws {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    let failure = try #require(dialogue.command(.showSource("<string>")).failure)
    #expect(
      failure == "the source of <string> can't be had: it is no file, and only a stopped thread can be asked for it")
  }

  @Test func theFilesOfStopsAreComparedWithTheirLocalOnes() {
    var dialogue = Dialogue()
    _ = dialogue.command(.addMapping("/srv/app=/home/me/app"))
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.stop().compared == [RemotePath("/srv/app/work.py")])
    #expect(dialogue.stop().comparedLocal == [LocalPath("/home/me/app/work.py")])
    #expect(dialogue.stop(file: "<string>").compared == [])
  }

  @Test func aFileThatDiffersIsReportedOnceAndNoLongerThanItDoes() {
    var dialogue = Dialogue()
    _ = dialogue.command(.addMapping("/srv/app=/home/me/app"))
    _ = dialogue.connect()
    let (remote, local) = (RemotePath("/srv/app/work.py"), LocalPath("/home/me/app/work.py"))
    func compared(_ differs: Bool) -> DebuggerEvent {
      .fileCompared(ProcessNumber(1), remote, local, differs: differs, isNewer: false)
    }
    #expect(dialogue.state.handle(compared(true)).warnings.count == 1)
    #expect(dialogue.state.processes.first?.differingFiles == [remote])
    #expect(dialogue.state.console.chunks(from: 0).last?.text.contains("the lines that both have are matched") == true)
    #expect(dialogue.state.handle(compared(true)).warnings.isEmpty)
    #expect(dialogue.state.handle(compared(false)).isEmpty)
    #expect(dialogue.state.processes.first?.differingFiles == [])
    _ = dialogue.state.handle(compared(true))
    _ = dialogue.command(.addMapping("/srv/app=/home/me/other"))
    #expect(dialogue.state.processes.first?.differingFiles == [])
  }

  @Test func aFileThatIsNewerThanTheProcessIsReportedOnce() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    let remote = RemotePath("/srv/app/work.py")
    func compared(_ isNewer: Bool) -> DebuggerEvent {
      .fileCompared(ProcessNumber(1), remote, nil, differs: false, isNewer: isNewer)
    }
    guard case .announce(.warning(ProcessNumber(1), let words))? = dialogue.state.handle(compared(true)).first else {
      Issue.record("no warning")
      return
    }
    #expect(words.hasPrefix("/srv/app/work.py has changed after "))
    #expect(dialogue.state.processes.first?.newerFiles == [remote])
    #expect(dialogue.state.handle(compared(true)).isEmpty)
    #expect(dialogue.state.handle(compared(false)).isEmpty)
    #expect(dialogue.state.processes.first?.newerFiles == [])
  }

  @Test func aTextThatChangesOnThisMachineIsReadAgain() {
    var dialogue = Dialogue()
    let (file, path) = (SourceFile.local("/home/me/work.py"), LocalPath("/home/me/work.py"))
    #expect(dialogue.state.handle(.fileChanged(path)).isEmpty)
    _ = dialogue.state.handle(.sourceRead(file, .success("a = 1\n")))
    #expect(dialogue.state.handle(.fileChanged(path)) == [.readSource(path)])
    _ = dialogue.state.handle(.sourceRead(file, .success("a = 2\n")))
    #expect(dialogue.state.document(file)?.lines == ["a = 2"])
  }
}

extension [Effect] {
  fileprivate var compared: [RemotePath] {
    compactMap { if case .compareFile(_, let remote, _) = $0 { remote } else { nil } }
  }

  fileprivate var warnings: [String] {
    compactMap { if case .announce(.warning(_, let text)) = $0 { text } else { nil } }
  }

  fileprivate var comparedLocal: [LocalPath] {
    compactMap { if case .compareFile(_, _, let local) = $0 { local } else { nil } }
  }
}
