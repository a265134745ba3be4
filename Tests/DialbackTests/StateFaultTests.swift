import DebuggerModel
import DebuggerViews
import Glibc
import SourcePaths
import TestSupport
import Testing

@testable import dialback

/// State files that are damaged, unreadable or in the way: each is a sentence, and nothing of them is lost.
@Suite struct StateFaultTests {
  private let record = BreakpointRecord(file: .local(LocalPath("/a.py")), line: 1, options: .init())

  private func withStore(root: String = "/p", _ body: (ProjectBreakpointStore) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      mkdir(folder + "/projects", 0o700)
      try body(ProjectBreakpointStore(stateFolder: folder, root: root))
    }
  }

  @Test(arguments: [
    ("this is = no [toml", "is damaged (line 1: "), ("[", "is damaged (line 1: "), ("", "is empty"),
    ("root = \"/p\"\nentries = 2\n[[breakpoint]]\nfile = \"/x.py\"\nline = 3\n[[break", "is damaged (line 6: "),
    (String(repeating: "\0", count: 4096), "is damaged (line 1: "),
  ])
  func aDamagedFileIsKeptAside(text: String, words: String) throws {
    try withStore { store in
      try TextFile.write(text, to: store.path)
      let warning = try #require(store.load().warning)
      #expect(warning.contains("\(store.path) \(words)") && warning.contains("it is kept as \(store.path).damaged,"))
      _ = try store.save([record])
      #expect(try TextFile.read(store.path + ".damaged") == text)
      #expect(store.load().breakpoints == [record] && store.load().warning == nil)
      // A second one takes no place of the first.
      try TextFile.write(text + "?", to: store.path)
      _ = store.load()
      #expect(try TextFile.read(store.path + ".damaged") == text)
      #expect(try TextFile.read(store.path + ".damaged-2") == text + "?")
    }
  }

  /// It becomes damaged while Dialback runs.
  @Test func aFileThatIsDamagedMeanwhileIsKeptAsideAndSaid() throws {
    try withStore { store in
      _ = try store.save([record])
      try TextFile.write("[", to: store.path)
      let other = BreakpointRecord(file: .local(LocalPath("/b.py")), line: 2, options: .init())
      #expect(try store.save([record, other]).warning?.contains("is damaged") == true)
      #expect(store.load().breakpoints == [record, other])
    }
  }

  /// One that was cut off behind a line looks whole.
  @Test func aFileThatWasCutOffIsNoticed() throws {
    try withStore { store in
      let records = (1...9).map { BreakpointRecord(file: .local(LocalPath("/a.py")), line: $0, options: .init()) }
      _ = try store.save(records)
      let whole = try TextFile.read(store.path)
      let cut = String(
        whole.prefix(
          upTo: try #require(whole.firstRange(of: "\n[[breakpoint]]\nfile = \"/a.py\"\nline = 4")).lowerBound))
      try TextFile.write(cut, to: store.path)
      let other = ProjectBreakpointStore(
        stateFolder: String(store.path.dropLast("/projects/_p.toml".count)), root: "/p")
      let loaded = other.load()
      #expect(loaded.breakpoints == Array(records.prefix(3)))
      #expect(loaded.warning?.contains("has 3 of 9 entries; a copy as it was is \(store.path).damaged") == true)
      // The copy is not made again with each start.
      #expect(other.load().warning == loaded.warning)
      #expect(!TextFile.exists(store.path + ".damaged-2"))
    }
  }

  @Test func entriesThatCannotBeReadAreKeptInACopy() throws {
    try withStore { store in
      let text = "[[breakpoint]]\nline = \"x\"\n[[breakpoint]]\nfile = \"/a.py\"\nline = 1\n[[exception]]\n"
      try TextFile.write(text, to: store.path)
      let loaded = store.load()
      #expect(loaded.breakpoints == [record])
      #expect(loaded.warning?.contains("has 2 entries that could not be read; a copy") == true)
      _ = try store.save([])
      #expect(try TextFile.read(store.path + ".damaged") == text)
    }
  }

  /// A folder, a pipe and a device in its place: none is waited for, and none is replaced.
  @Test(arguments: ["folder", "pipe", "zero"])
  func whatIsNoFileIsNotReplaced(kind: String) throws {
    try withStore { store in
      switch kind {
      case "folder": mkdir(store.path, 0o700)
      case "pipe": mkfifo(store.path, 0o600)
      default: symlink("/dev/zero", store.path)
      }
      let warning = try #require(store.load().warning)
      #expect(warning.hasPrefix("The kept breakpoints can't be read: \(store.path): "))
      #expect(throws: TextFile.Failure.self) { try store.save([record]) }
      var status = stat()
      #expect(lstat(store.path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG)
    }
  }

  @Test(arguments: ["/dev/null/state", "/proc/self/no", "/sys/kernel/no"])
  func aFolderThatCannotBeMadeIsSaid(folder: String) {
    let store = ProjectBreakpointStore(stateFolder: folder, root: "/p")
    #expect(store.load().warning == nil)
    let failure = #expect(throws: TextFile.Failure.self) { try store.save([record]) }
    #expect(failure?.description.contains(folder) == true)
  }

  /// A link in the place of the lock or of the temporary file leads to no other file.
  @Test func linksAreNotFollowed() throws {
    try withStore { store in
      let victim = store.path + ".victim"
      try TextFile.write("mine", to: victim)
      symlink(victim, store.path + ".\(getpid())-0.new")
      _ = try store.save([record])
      #expect(try TextFile.read(victim) == "mine")
      #expect(store.load().breakpoints == [record])
      unlink(store.path + ".lock")
      symlink(victim, store.path + ".lock")
      #expect(throws: TextFile.Failure.self) { try store.save([]) }
      #expect(try TextFile.read(victim) == "mine")
      var status = stat()
      #expect(stat(store.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
  }

  /// A suspended Dialback has the lock.
  @Test func aLockThatIsNotGivenBackIsSaid() throws {
    try withStore { store in
      _ = try store.save([record])
      let descriptor = open(store.path + ".lock", O_RDWR)
      #expect(flock(descriptor, LOCK_EX) == 0)
      defer { close(descriptor) }
      let failure = #expect(throws: TextFile.Failure.self) { try store.save([]) }
      #expect(failure?.description.contains("another Dialback has the lock") == true)
      #expect(store.load().breakpoints == [record])
    }
  }

  // MARK: Names

  @Test(arguments: ["/home/ada/" + String(repeating: "語", count: 54), String(repeating: "/a23456789", count: 400)])
  func longAndForeignPathsAreKept(root: String) throws {
    try withStore(root: root) { store in
      let other = ProjectBreakpointStore(stateFolder: "/s", root: root + "x")
      _ = try store.save([record])
      #expect(store.load().breakpoints == [record])
      let screen = ScreenMemoryStore(beside: store)
      _ = try screen.exchange(.init(watches: ["x"]), order: 1)
      #expect(screen.load().kept.watches == ["x"])
      #expect(other.path.split(separator: "/").last != store.path.split(separator: "/").last)
    }
  }

  /// Names that are long, and were not too long for the earlier version.
  @Test func aFileOfAnEarlierVersionIsFound() throws {
    let root = "/" + String(repeating: "b", count: 210)
    try withStore(root: root) { store in
      let old = try #require(store.oldPath)
      try TextFile.write("[[breakpoint]]\nfile = \"/a.py\"\nline = 1\n", to: old)
      #expect(store.load().breakpoints == [record])
      _ = try store.save([])
      #expect(store.load().breakpoints == [])
    }
    #expect(ProjectBreakpointStore(stateFolder: "/s", root: "/p/ü").path == "/s/projects/_p_%c3%bc.toml")
  }

  // MARK: The screen's file

  @Test func layoutHistoryWatchesAndMappingsAreKeptBesideTheBreakpoints() throws {
    try withStore { breakpoints in
      let store = ScreenMemoryStore(beside: breakpoints)
      #expect(store.load().kept == ScreenMemoryStore.Kept())
      let screen = ScreenMemory(
        borders: ["twoColumns": 700],
        history: ["command": ["b 3, x == \"y\"", "where"], "expression": ["for i in 1:\n  x"]])
      let kept = ScreenMemoryStore.Kept(
        screen: screen, watches: ["len(x)", "'ä'"],
        mappings: [PathMapping(remote: RemotePath("C:\\app"), local: LocalPath("/h/a=b"))])
      #expect(try store.exchange(kept, order: 1) == kept)
      #expect(store.load().kept == kept)
      #expect(store.path != breakpoints.path)
      try TextFile.write("borders = [", to: store.path)
      let damaged = store.load()
      #expect(damaged.kept == ScreenMemoryStore.Kept())
      #expect(damaged.warning?.contains("is damaged") == true)
      #expect(try TextFile.read(store.path + ".damaged") == "borders = [")
    }
  }
}
