import DebuggerModel
import DebuggerViews
import Glibc
import SourcePaths
import TestSupport
import Testing

@testable import dialback

@Suite struct ProjectBreakpointStoreTests {
  private func withStore(root: String = "/p", _ body: (ProjectBreakpointStore) throws -> Void) throws {
    try TemporaryFolder.with { try body(ProjectBreakpointStore(stateFolder: $0, root: root)) }
  }

  @Test func whatIsKeptComesBack() throws {
    try withStore(root: "/home/me/my project/ä") { store in
      let records = [
        BreakpointRecord(
          file: .local(LocalPath("/a \"b\"\\c/ä.py")), line: 7,
          options: .init(condition: "x == \"y\"\nand z", hitCondition: ">=3", suspendPolicy: .all, isEnabled: false)),
        BreakpointRecord(file: .remote(RemotePath("C:\\x.py")), line: 1, options: .init(logMessage: "f'{i}'")),
        BreakpointRecord(
          file: .local(LocalPath("/a.py")), line: 2, options: .init(),
          text: LineText(text: "s = \"ä\\n\"  # 'x'", before: "", after: "[x]")),
      ]
      try store.save(records)
      let (loaded, warning) = store.load()
      #expect(loaded == records)
      #expect(warning == nil)
    }
  }

  @Test func layoutHistoryWatchesAndMappingsAreKeptBesideThem() throws {
    try withStore { breakpoints in
      let store = ScreenMemoryStore(beside: breakpoints)
      #expect(store.load() == ScreenMemoryStore.Kept())
      let screen = ScreenMemory(
        borders: ["twoColumns": 700],
        history: ["command": ["b 3, x == \"y\"", "where"], "expression": ["for i in 1:\n  x"]])
      let kept = ScreenMemoryStore.Kept(
        screen: screen, watches: ["len(x)", "'ä'"],
        mappings: [PathMapping(remote: RemotePath("C:\\app"), local: LocalPath("/h/a=b"))])
      try store.save(kept)
      #expect(store.load() == kept)
      #expect(store.path != breakpoints.path)
      try TextFile.write("borders = [", to: store.path)
      #expect(store.load() == ScreenMemoryStore.Kept())
    }
  }

  @Test func exceptionBreakpointsAreKeptBesideTheOthers() throws {
    try withStore { store in
      let lines = [BreakpointRecord(file: .local(LocalPath("/a.py")), line: 7, options: .init())]
      let exceptions = [
        ExceptionRecord(exception: "*", options: .init()),
        ExceptionRecord(
          exception: "app.MyError",
          options: .init(
            moments: [.raised, .user], condition: "x == \"y\"", logMessage: "x", ignoresLibraries: true,
            isEnabled: false)),
      ]
      try store.save(exceptions: exceptions)
      try store.save(lines)
      #expect(store.loadExceptions() == exceptions)
      #expect(store.load().records == lines)
      try store.save(exceptions: [])
      #expect(store.loadExceptions() == [])
      #expect(store.load().records == lines)
    }
  }

  @Test func nothingKeptIsNoProblem() throws {
    try withStore { store in
      #expect(store.load().records.isEmpty)
      #expect(store.load().warning == nil)
    }
  }

  @Test func aDamagedFileIsToldAndWrittenAnew() throws {
    try withStore { store in
      try TextFile.write("this is = no [toml", to: store.path)
      #expect(store.load().warning?.contains("damaged") == true)
      try store.save([])
      #expect(store.load().warning == nil)
    }
  }

  @Test func projectsAreKeptApart() {
    let one = ProjectBreakpointStore(stateFolder: "/s", root: "/a/b")
    let other = ProjectBreakpointStore(stateFolder: "/s", root: "/a_b")
    #expect(one.path != other.path)
  }
}
