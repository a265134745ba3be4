import DebuggerModel
import Glibc
import SourcePaths

@testable import DebuggerViews
@testable import dialback

/// What is read from files of a person or a project.
enum FileTarget {
  static func configuration(_ bytes: [UInt8]) {
    let text = String(lossy: bytes)
    _ = Configuration(text: text, path: "/x")
    var other = Configuration()
    other.read(text, "/y", .project)
    var map = KeyMap()
    _ = map.apply(KeyFile.bindings(in: text, tables: ["keys"]))
  }

  /// The folder of this process's stores.
  private static let folder = (getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/dialback-fuzz-\(getpid())"

  /// A kept file: what could be read is the same however often it is written and read again.
  static func store(_ bytes: [UInt8]) throws {
    let path = ProjectBreakpointStore(stateFolder: folder, root: "/r").path
    TextFile.makeFolders(above: path)
    try put(bytes, path)
    let first = try breakpoints()
    try BrokenPromise.check(try breakpoints() == first, "the breakpoints came back as others")
    try put(bytes, ScreenMemoryStore(beside: ProjectBreakpointStore(stateFolder: folder, root: "/r")).path)
    let kept = try memory()
    try BrokenPromise.check(try memory() == kept, "the screen's memory came back as another")
  }

  private struct Kept: Equatable {
    let breakpoints: [BreakpointRecord]
    let exceptions: [ExceptionRecord]
  }

  /// Reads the breakpoints as a new Dialback does, and writes them.
  private static func breakpoints() throws -> Kept {
    let store = ProjectBreakpointStore(stateFolder: folder, root: "/r")
    let (breakpoints, exceptions, _) = store.load()
    _ = try store.save(breakpoints)
    _ = try store.save(exceptions: exceptions)
    let (again, theirs, _) = ProjectBreakpointStore(stateFolder: folder, root: "/r").load()
    return Kept(breakpoints: again, exceptions: theirs)
  }

  private static func memory() throws -> ScreenMemoryStore.Kept {
    let store = ProjectBreakpointStore(stateFolder: folder, root: "/r")
    let memory = ScreenMemoryStore(beside: store)
    let kept = memory.load().kept
    memory.begin(with: kept)
    _ = try memory.exchange(kept, order: 1)
    return ScreenMemoryStore(beside: store).load().kept
  }

  private static func put(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "w") else { throw BrokenPromise("\(path) can't be written") }
    defer { fclose(file) }
    try BrokenPromise.check(fwrite(bytes, 1, bytes.count, file) == bytes.count, "\(path) was not written whole")
  }
}
