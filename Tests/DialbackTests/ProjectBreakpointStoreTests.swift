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

  private static func record(_ line: Int, _ options: BreakpointOptions = .init()) -> BreakpointRecord {
    BreakpointRecord(file: .local(LocalPath("/a.py")), line: line, options: options)
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
          text: LineText(text: "s = \"ä\\n\"  # 'x' \u{1b}[31m\u{202e}\u{10ffff}", before: "", after: "[x]")),
        BreakpointRecord(file: .local(LocalPath("")), line: 0, options: .init(), function: "f"),
      ]
      let changes = try store.save(records)
      #expect(changes.isEmpty)
      let loaded = store.load()
      #expect(loaded.breakpoints == records)
      #expect(loaded.warning == nil)
      #expect(try !TextFile.read(store.path).contains("\u{1b}"))
    }
  }

  @Test func exceptionBreakpointsAreKeptBesideTheOthers() throws {
    try withStore { store in
      let lines = [Self.record(7)]
      let exceptions = [
        ExceptionRecord(exception: "*", options: .init()),
        ExceptionRecord(
          exception: "app.MyError",
          options: .init(
            moments: [.raised, .user], condition: "x == \"y\"", logMessage: "x", ignoresLibraries: true,
            isEnabled: false)),
      ]
      _ = try store.save(exceptions: exceptions)
      _ = try store.save(lines)
      #expect(store.load().exceptions == exceptions)
      #expect(store.load().breakpoints == lines)
      _ = try store.save(exceptions: [])
      #expect(store.load(first: exceptions).exceptions == [])
      #expect(store.load().breakpoints == lines)
    }
  }

  /// Those that every project begins with are not kept by themselves: the configuration may say otherwise next time.
  @Test func exceptionBreakpointsAreKeptOnceSomebodyHasChangedThem() throws {
    try withStore { store in
      let first = [ExceptionRecord(exception: "*", options: .init(moments: [.uncaught]))]
      #expect(store.load(first: first).exceptions == first)
      _ = try store.save([Self.record(1)])
      #expect(store.load().exceptions == [])
    }
  }

  @Test func nothingKeptIsNoProblem() throws {
    try withStore { store in
      #expect(store.load().breakpoints.isEmpty)
      #expect(store.load().warning == nil)
    }
  }

  @Test func projectsAreKeptApart() {
    let one = ProjectBreakpointStore(stateFolder: "/s", root: "/a/b")
    let other = ProjectBreakpointStore(stateFolder: "/s", root: "/a_b")
    #expect(one.path != other.path)
  }
}

/// Two Dialbacks in one project.
@Suite struct SharedStoreTests {
  private func withStores(_ body: (ProjectBreakpointStore, ProjectBreakpointStore) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      let stores = (0..<2).map { _ in ProjectBreakpointStore(stateFolder: folder, root: "/p") }
      _ = (stores[0].load(), stores[1].load())
      try body(stores[0], stores[1])
    }
  }

  private func record(_ line: Int, _ options: BreakpointOptions = .init()) -> BreakpointRecord {
    BreakpointRecord(file: .local(LocalPath("/a.py")), line: line, options: options)
  }

  @Test func bothKeepTheirsAndLearnOfEachOther() throws {
    try withStores { one, other in
      let first = try one.save([record(1)])
      #expect(first.isEmpty)
      #expect(try other.save([record(2)]).breakpoints == [record(1)])
      #expect(try one.changes().breakpoints == [record(2)])
      // It is told once.
      #expect(try one.changes().isEmpty)
      // The state has taken it over.
      #expect(try one.save([record(1), record(2)]).isEmpty)
      #expect(try one.save([record(2)]).isEmpty)
      // What it has taken over is not its own: it is gone with the other one's.
      #expect(try other.save([record(1), record(2)]).removedBreakpoints == [record(1)])
      #expect(one.load().breakpoints == [record(2)])
    }
  }

  /// What the other one has set may not have reached the state when that is kept again.
  @Test func whatTheStateDoesNotHaveYetIsNotRemoved() throws {
    try withStores { one, other in
      _ = try one.save([record(1)])
      #expect(try other.save([record(2)]).breakpoints == [record(1)])
      #expect(try other.save([record(2), record(3)]).isEmpty)
      #expect(one.load().breakpoints == [record(1), record(2), record(3)])
    }
  }

  @Test func eachChangeOfOptionsIsKept() throws {
    try withStores { one, other in
      _ = try one.save([record(1), record(2)])
      _ = try other.save(other.load().breakpoints)
      _ = try one.save([record(1, .init(condition: "x")), record(2)])
      let texts = [record(1), record(2, .init(isEnabled: false))].map { record in
        var record = record
        record.text = LineText(text: "t", before: "", after: "")
        return record
      }
      let changes = try other.save(texts)
      #expect(changes.breakpoints.map(\.options.condition) == ["x"])
      #expect(one.load().breakpoints.map(\.options) == [.init(condition: "x"), .init(isEnabled: false)])
      #expect(one.load().breakpoints.map(\.text) == texts.map(\.text))
    }
  }

  @Test func exceptionBreakpointsAreMergedToo() throws {
    try TemporaryFolder.with { folder in
      let first = [ExceptionRecord(exception: "*", options: .init(moments: [.uncaught]))]
      let value = ExceptionRecord(exception: "ValueError", options: .init(moments: [.raised]))
      let (one, other) = (
        ProjectBreakpointStore(stateFolder: folder, root: "/p"), ProjectBreakpointStore(stateFolder: folder, root: "/p")
      )
      _ = (one.load(first: first), other.load(first: first))
      _ = try one.save(exceptions: first + [value])
      let changes = try other.save(exceptions: [])
      #expect(changes.exceptions == [value] && changes.removedExceptions.isEmpty)
      #expect(try one.changes().removedExceptions == first)
      #expect(one.load().exceptions == [value])
    }
  }

  /// Eight of them write at once, each its own, and all is there in the end.
  @Test func manyAtOnceLoseNothing() async throws {
    try await TemporaryFolder.with { folder in
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<8 {
          group.addTask {
            let store = ProjectBreakpointStore(stateFolder: folder, root: "/p")
            var own = store.load().breakpoints
            for line in 0..<20 {
              own.append(
                BreakpointRecord(file: .local(LocalPath("/\(number).py")), line: line + 1, options: .init()))
              // One that has waited too long for the lock says so, and may try again.
              while (try? store.save(own)) == nil {}
            }
          }
        }
      }
      let kept = ProjectBreakpointStore(stateFolder: folder, root: "/p").load()
      #expect(kept.breakpoints.count == 160 && kept.warning == nil)
    }
  }

  @Test func watchesMappingsAndHistoryAreMerged() throws {
    try TemporaryFolder.with { folder in
      let store = ProjectBreakpointStore(stateFolder: folder, root: "/p")
      let (one, other) = (ScreenMemoryStore(beside: store), ScreenMemoryStore(beside: store))
      _ = (one.load(), other.load())
      let maps = ["/r1", "/r2"].map { PathMapping(remote: RemotePath($0), local: LocalPath("/l")) }
      func kept(_ number: Int, _ history: [String]) -> ScreenMemoryStore.Kept {
        .init(
          screen: ScreenMemory(borders: ["b\(number)": number], history: ["command": history]),
          watches: ["w\(number)"], mappings: [maps[number]])
      }
      _ = try one.exchange(kept(0, ["x", "y"]), order: 1)
      let merged = try #require(try other.exchange(kept(1, ["x", "z"]), order: 1))
      #expect(merged.watches == ["w0", "w1"] && merged.mappings == maps)
      #expect(merged.screen.history == ["command": ["y", "x", "z"]])
      #expect(merged.screen.borders == ["b0": 0, "b1": 1])
      // One of them removes its own, and an order that comes late changes nothing.
      _ = try one.exchange(.init(), order: 3)
      #expect(try one.exchange(kept(0, []), order: 2) == nil)
      #expect(one.load().kept.watches == ["w1"] && one.load().kept.mappings == [maps[1]])
    }
  }
}
