import Glibc

/// The private world of one test: a home, the folder of the person's project, the folder that the debuggee was
/// deployed to, and everything that runs in them.
actor Workplace {
  nonisolated let folder: String
  nonisolated var project: String { folder + "/project" }
  nonisolated var deployed: String { folder + "/deployed" }
  nonisolated var home: String { folder + "/home" }
  nonisolated var logPath: String { folder + "/dialback.log" }
  private var children: [ChildProcess] = []
  private var sessions: [TmuxSession] = []

  /// - Parameter folder: an empty one, which whoever made it removes.
  init(in folder: String) throws {
    self.folder = folder
    for name in ["project", "deployed", "home"] { try Files.makeFolder("\(folder)/\(name)") }
  }

  /// Nothing of the person who runs the tests reaches a program under test, nor the other way round.
  nonisolated var environment: [String: String] {
    [
      "HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_STATE_HOME": home + "/state",
      "XDG_DATA_HOME": home + "/data", "XDG_CACHE_HOME": home + "/cache", "XDG_RUNTIME_DIR": home,
      "TMPDIR": folder, "TMUX_TMPDIR": folder, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh",
      "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1",
    ]
  }

  /// `--map` for the two folders.
  nonisolated var map: String { "\(deployed)=\(project)" }

  /// Copies a fixture to both folders.
  nonisolated func install(_ fixture: String, as name: String? = nil, isMarked: Bool = false) throws -> Program {
    try Program(fixture: fixture, as: name ?? fixture, remote: deployed, local: project, isMarked: isMarked)
  }

  /// `dialback ARGUMENTS` on a terminal.
  func dialback(_ arguments: [String], size: TerminalSize = .usual, term: String = "tmux-256color") async throws
    -> TmuxSession
  {
    try await terminal([Environs.binary] + arguments, size: size, term: term)
  }

  /// `dialback listen` at `port`, with the map of the two folders and a log, once it listens.
  func listen(_ port: Int, _ more: [String] = [], size: TerminalSize = .usual) async throws -> TmuxSession {
    let session = try await dialback(
      ["listen", "--port", "\(port)", "--map", map, "--log", logPath] + more, size: size)
    try await session.wait(forText: "Waiting for process connection")
    return session
  }

  /// Any program on a terminal, in the project's folder.
  func terminal(_ arguments: [String], size: TerminalSize = .usual, term: String = "tmux-256color") async throws
    -> TmuxSession
  {
    let session = try await TmuxSession.start(
      arguments, name: "t\(sessions.count)", size: size, folder: project, scratch: folder, environment: environment,
      term: term)
    sessions.append(session)
    return session
  }

  /// `dialback listen --batch ARGUMENTS` at `port`, once it listens. `before` is what the program is called with.
  func batch(_ port: Int, _ more: [String] = [], pipe: Bool = true, through before: [String] = []) async throws -> Batch
  {
    let batch = try await Batch.start(
      before + [Environs.binary, "listen", "--batch", "--port", "\(port)", "--map", map, "--log", logPath] + more,
      name: "batch\(children.count)", folder: project, scratch: folder, environment: environment, pipe: pipe)
    children.append(batch.child)
    try await batch.wait(for: "listening")
    return batch
  }

  /// `dialback run --batch` with the person's copy of `program` on the Python of `side`, once it listens.
  func batch(running program: Program, _ side: PythonSide) async throws -> Batch {
    try await batch(running: [program.localPath], side)
  }

  /// `dialback run --batch` with what follows its options.
  func batch(
    running program: [String], _ side: PythonSide, environment added: [String: String] = [:]
  ) async throws -> Batch {
    let batch = try await Batch.start(
      [Environs.binary, "run", "--batch", "--log", logPath, "--python", side.python] + program,
      name: "batch\(children.count)", folder: project, scratch: folder,
      environment: environment.merging(added) { $1 }, pipe: true)
    children.append(batch.child)
    try await batch.wait(for: "listening")
    return batch
  }

  /// Starts the deployed copy of `program` on the Python of `side`, told to dial `port`.
  func debuggee(_ program: Program, _ side: PythonSide, port: Int, _ more: [String] = []) async throws -> ChildProcess {
    try await python(side, [program.remotePath, "\(port)", side.flavour] + more)
  }

  /// Starts any program in the deployed folder.
  func run(_ arguments: [String], name: String) async throws -> ChildProcess {
    let child = try await ChildProcess.start(
      arguments, environment: environment, folder: deployed, log: "\(folder)/\(name)")
    children.append(child)
    return child
  }

  /// Starts the Python of `side` in the deployed folder.
  func python(_ side: PythonSide, _ arguments: [String], _ added: [String: String] = [:]) async throws -> ChildProcess {
    try await start([side.python] + arguments, added)
  }

  /// Starts any program in the deployed folder.
  func start(_ arguments: [String], _ added: [String: String] = [:]) async throws -> ChildProcess {
    let child = try await ChildProcess.start(
      arguments, environment: environment.merging(added) { $1 }, folder: deployed,
      log: "\(folder)/debuggee\(children.count)")
    children.append(child)
    return child
  }

  /// Ends all that still runs.
  func close() async {
    for session in sessions { await session.stop() }
    for child in children { await child.stop() }
  }

  /// What a person wants to see after a failure: screens, the log's tail, what the debuggees wrote.
  func report() async -> String {
    var parts: [String] = []
    for session in sessions { parts.append("screen:\n" + ((try? await session.screen().report) ?? "(gone)")) }
    for child in children { parts.append("process \(child.processID), \(child.report)") }
    parts.append("log:\n" + ((try? Files.read(logPath).suffix(3_000)).map(String.init) ?? "(none)"))
    return parts.joined(separator: "\n--------\n")
  }
}
