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

  /// A kept file: what could be read is the same once it was written and read again.
  static func store(_ bytes: [UInt8]) throws {
    let store = ProjectBreakpointStore(stateFolder: folder, root: "/r")
    TextFile.makeFolders(above: store.path)
    try put(bytes, store.path)
    let (records, warning) = store.load()
    let exceptions = store.loadExceptions()
    if warning == nil || !records.isEmpty {
      try store.save(records)
      try BrokenPromise.check(store.load().records == records, "the breakpoints came back as others")
      if let exceptions {
        try store.save(exceptions: exceptions)
        try BrokenPromise.check(store.loadExceptions() == exceptions, "the exceptions came back as others")
      }
    }
    let memory = ScreenMemoryStore(beside: store)
    try put(bytes, memory.path)
    let kept = memory.load()
    try memory.save(kept)
    try BrokenPromise.check(memory.load() == kept, "the screen's memory came back as another")
  }

  private static func put(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "w") else { throw BrokenPromise("\(path) can't be written") }
    defer { fclose(file) }
    try BrokenPromise.check(fwrite(bytes, 1, bytes.count, file) == bytes.count, "\(path) was not written whole")
  }
}
