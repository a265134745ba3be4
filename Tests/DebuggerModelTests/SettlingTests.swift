import DebuggerModel
import SourcePaths
import Testing

/// What is said of a breakpoint that was just set.
@Suite struct SettlingTests {
  private let process = ProcessNumber(1)
  private let file = SourceFile.local("/srv/app/work.py")
  private let place = PlaceText.line(file: "/srv/app/work.py", line: 2)
  private let missing = CommandFailure("/srv/app/work.py: No such file or directory")

  private func checks(_ effects: [Effect]) -> [Bool] {
    effects.compactMap { if case .checkFiles(_, _, let areUnread) = $0 { areUnread } else { nil } }
  }

  private func states(_ effects: [Effect]) -> [String] {
    effects.announcements.compactMap { if case .breakpoint(let report) = $0 { report.state } else { nil } }
  }

  @Test func nothingIsSaidBeforeTheLinesAreKnown() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let set = dialogue.command(.setBreakpoint(place, .init()))
    #expect(set.announcements.isEmpty)
    let read = dialogue.state.handle(.sourceRead(file, .success("x = 1\n# a comment\n")))
    #expect(states(read) == ["unbound"] && read.value?["state"] == .string("unbound"))
  }

  @Test func withoutAProcessWhatCannotBeReadIsSaidSo() {
    var dialogue = Dialogue()
    _ = dialogue.command(.setBreakpoint(place, .init()))
    let effects = dialogue.state.handle(.sourceRead(file, .failure(missing)))
    #expect(states(effects) == ["pending"])
    #expect(effects.value?["message"] == .string("can't be read here: \(missing.message)"))
  }

  @Test(arguments: [true, false]) func aProcessIsAskedForWhatIsNotHere(hasIt: Bool) {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.setBreakpoint(place, .init()))
    let failed = dialogue.state.handle(.sourceRead(file, .failure(missing)))
    #expect(failed.announcements.isEmpty && checks(failed) == [true])
    let remote = RemotePath("/srv/app/work.py")
    let told = hasIt ? [] : dialogue.state.handle(.breakpointFileMissing(process, remote))
    #expect(told.announcements.isEmpty)
    let checked = dialogue.state.handle(.breakpointFilesChecked(process, [remote], present: hasIt ? [remote] : []))
    #expect(states(checked) == [hasIt ? "set" : "unbound"])
    let words = hasIt ? nil : ResultValue.string("exists neither here nor there; check the name (/srv/app/work.py)")
    #expect(checked.value?["message"] == words)
  }

  /// A process that runs can't be asked: what is not known is pending, and a hit says that it is there.
  @Test func aHitSaysThatTheFileIsThere() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.command(.setBreakpoint(place, .init()))
    #expect(states(dialogue.state.handle(.sourceRead(file, .failure(missing)))) == ["pending"])
    let stop = dialogue.stop(line: 2)
    #expect(stop.stops.first?.breakpoint == BreakpointNumber(1))
    #expect(dialogue.state.breakpoints.first?.state == .set)
  }

  /// The console's word that the file does not exist there is taken back once a mapping has led to it.
  @Test func theConsoleSaysThatABreakpointIsSetAfterAll() {
    var dialogue = Dialogue()
    let local = SourceFile.local("/home/me/app/work.py")
    dialogue.connectAndStop()
    _ = dialogue.command(.setBreakpoint(.line(file: "/home/me/app/work.py", line: 1), .init()))
    _ = dialogue.state.handle(.sourceRead(local, .success("x = 1\n")))
    _ = dialogue.state.handle(.breakpointFileMissing(process, RemotePath("/home/me/app/work.py")))
    func told() -> [String] {
      dialogue.state.console.chunks(from: 0).map(\.text).filter { $0.hasPrefix("breakpoint 1") }
    }
    #expect(told().map { $0.contains("unbound: does not exist there") } == [true])
    _ = dialogue.command(.addMapping("/srv/app=/home/me/app"))
    #expect(told().last == "breakpoint 1 is set now\n" && told().count == 2)
  }

  @Test func theEndOfTheProcessSettlesIt() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.setBreakpoint(place, .init()))
    _ = dialogue.state.handle(.sourceRead(file, .failure(missing)))
    let ended = dialogue.state.handle(.disconnected(process, .exited))
    #expect(states(ended) == ["pending"] && ended.value != nil)
  }

  @Test func twoNamesOfAFileAreOneBreakpoint() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.setBreakpoint(place, .init()))
    _ = dialogue.state.handle(.sourceRead(file, .success("x = 1\ny = 2\n")))
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/current/work.py", line: 2), .init(hitCondition: "2")))
    _ = dialogue.state.handle(.sourceIdentified(LocalPath("/srv/current/work.py"), LocalPath("/srv/app/work.py")))
    let read = dialogue.state.handle(.sourceRead(.local("/srv/current/work.py"), .success("x = 1\ny = 2\n")))
    #expect(read.value?["number"] == .int(2) && read.value?["hit"] == .string("2"))
    #expect(dialogue.state.breakpoints.map(\.number.rawValue) == [2])
    // From now on both names are known, and the one that is there is changed.
    let again = dialogue.command(.setBreakpoint(place, .init(hitCondition: "3")))
    #expect(again.value?["number"] == .int(2) && again.value?["hit"] == .string("3"))
    _ = dialogue.command(.toggleBreakpoint(file, line: 2))
    #expect(dialogue.state.breakpoints.isEmpty)
  }
}
