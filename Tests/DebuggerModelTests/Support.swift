import DebuggerModel
import SourcePaths

/// A state with one process that stands at a stop, and helpers to write dialogues with it.
struct Dialogue {
  var state: DebuggerState
  private var token = 100

  init(
    maps: [String] = [], loadsVariables: Bool = true, runsOnConnect: Bool = false, startsProgram: Bool = false,
    comparesFirst: Bool = false
  ) {
    var paths = PathMapper()
    for text in maps {
      if let map = try? PathMapping(parsing: text, relativeTo: LocalPath("/home/me")) { paths.add(map) }
    }
    state = DebuggerState(
      settings: .init(
        root: LocalPath("/home/me"), runsOnConnect: runsOnConnect, loadsVariables: loadsVariables,
        startsProgram: startsProgram, comparesFirst: comparesFirst),
      paths: paths)
  }

  static let identity = ProcessIdentity(peer: "127.0.0.1:5", pydevd: nil, dialect: "pydevd")

  mutating func connect(_ number: Int = 1) -> [Effect] {
    state.handle(.connected(ProcessNumber(number), Self.identity))
  }

  mutating func start(thread: String = "pid_7_id_1", in number: Int = 1) -> [Effect] {
    state.handle(.threadStarted(ProcessNumber(number), ThreadID(thread), name: "MainThread"))
  }

  mutating func stop(
    _ cause: SuspensionReport.Cause = .breakpointOrEntry, file: String = "/srv/app/work.py", line: Int = 10,
    thread: String = "pid_7_id_1", in number: Int = 1, depth: Int = 1
  ) -> [Effect] {
    let frames = (0..<depth).map { level in
      StackFrame(
        id: FrameID("f\(level)"), function: level == 0 ? "work" : "caller\(level)", remoteFile: RemotePath(file),
        line: line + level)
    }
    return state.handle(
      .suspended(ProcessNumber(number), SuspensionReport(thread: ThreadID(thread), cause: cause, frames: frames)))
  }

  mutating func command(_ command: DebuggerCommand) -> [Effect] {
    token += 1
    return state.handle(.command(RequestToken(token), command))
  }

  mutating func connectAndStop() {
    _ = connect()
    _ = start()
    _ = stop()
  }
}

extension [Effect] {
  var announcements: [Announcement] {
    compactMap { if case .announce(let announcement) = $0 { announcement } else { nil } }
  }

  var outward: [Effect] { filter { if case .announce = $0 { false } else { true } } }

  var stops: [StopSummary] {
    announcements.compactMap { if case .stopped(let stop) = $0 { stop } else { nil } }
  }

  var failure: String? {
    for case .result(_, .failure(let failure)) in announcements { return failure.message }
    return nil
  }

  var value: ResultValue? {
    for case .result(_, .success(let value)) in announcements { return value }
    return nil
  }

  var sourceRequest: SourceRequest? {
    for case .fetchSource(let request) in self { return request }
    return nil
  }

  var variableRequest: VariableRequest? {
    for case .loadVariables(let request) in self { return request }
    return nil
  }
}

extension SourceFile {
  static func local(_ path: String) -> SourceFile { .local(LocalPath(path)) }
}
