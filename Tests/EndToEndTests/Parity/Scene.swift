import Testing

/// One of our small programs, started by pydevd from its first line, and the batch session that it dialled into.
final class Scene {
  let workplace: Workplace
  let program: Program
  let batch: Batch
  let port: Int
  private(set) var debuggee: ChildProcess?
  /// How many results and stops have been taken.
  private var results = 0
  private var stops = 0

  init(_ fixture: String, _ workplace: Workplace, _ options: [String] = []) async throws {
    self.workplace = workplace
    program = try workplace.install("parity/\(fixture)", as: fixture)
    port = try FreePort.pick()
    batch = try await workplace.batch(port, options)
  }

  /// Runs the program on the Python of `side`, under pydevd's own command line.
  func start(
    _ side: PythonSide, pydevd options: [String] = [], _ arguments: [String] = [], environment: [String: String] = [:]
  ) async throws {
    try await launch(
      side,
      ["-m", "pydevd", "--client", "127.0.0.1", "--port", "\(port)"] + options
        + ["--file", program.remotePath] + arguments, environment)
  }

  /// Runs the program as it is: it calls `settrace(PORT, SIDE)` itself.
  func startAlone(_ side: PythonSide, _ arguments: [String] = [], environment: [String: String] = [:]) async throws {
    try await launch(side, [program.remotePath, "\(port)", side.flavour] + arguments, environment)
  }

  /// Runs the interpreter of `side` with these arguments.
  func launch(_ side: PythonSide, _ arguments: [String], _ environment: [String: String] = [:]) async throws {
    debuggee = try await workplace.python(side, arguments, environment)
  }

  /// Runs a command and gives its value; a failure fails the test.
  @discardableResult
  func run(_ command: String, within seconds: Double = 15) async throws -> JSON {
    let result = try await result(of: command, within: seconds)
    guard result["ok"]?.bool == true else {
      throw HarnessError("`\(command)`: \(result["error"]?.string ?? "no error"); \(batch.child.report)")
    }
    return result["value"] ?? .null
  }

  /// Runs a command that must fail, and gives its sentence.
  func refusal(of command: String, within seconds: Double = 15) async throws -> String {
    let result = try await result(of: command, within: seconds)
    guard result["ok"]?.bool == false, let error = result["error"]?.string else {
      throw HarnessError("`\(command)` was to fail; \(batch.child.report)")
    }
    return error
  }

  private func result(of command: String, within seconds: Double) async throws -> JSON {
    try batch.send(command)
    let result = try await batch.wait(for: "result", skipping: results, within: seconds)
    results += 1
    return result
  }

  /// Sets a breakpoint on the line of a marker, with the options of the command.
  @discardableResult
  func breakpoint(_ marker: String, _ options: String = "") async throws -> Int {
    try await run("b \(program.place(marker)) \(options)")["number"]?.int ?? 0
  }

  /// Frames that a program hands over to pydevd have stops of their own beside that of their thread.
  private static func isOfThread(_ stop: JSON) -> Bool { stop["thread"]?.string?.hasPrefix("__frame__:") == false }

  /// The next stop, whatever it is.
  @discardableResult
  func stop(within seconds: Double = 15) async throws -> JSON {
    let stop = try await batch.wait(for: "stopped", skipping: stops, within: seconds, where: Self.isOfThread)
    stops += 1
    return stop
  }

  /// The next stop: it has to be at one of the markers, for that reason.
  @discardableResult
  func stop(
    at markers: String..., reason: String = "breakpoint", within seconds: Double = 15,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSON {
    let stop = try await stop(within: seconds)
    let lines = try markers.map { try program.line($0) }
    let line = stop["line"]?.int ?? 0
    #expect(lines.contains(line), "stopped at \(line), not at \(markers) \(lines)", sourceLocation: sourceLocation)
    #expect(stop["reason"]?.string == reason, sourceLocation: sourceLocation)
    return stop
  }

  /// Runs a command that ends in a stop of its own.
  @discardableResult
  func run(
    _ command: String, until markers: String..., reason: String = "step",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSON {
    try await run(command)
    let stop = try await stop()
    let lines = try markers.map { try program.line($0) }
    let line = stop["line"]?.int ?? 0
    #expect(
      lines.contains(line), "`\(command)` stopped at \(line), not at \(markers) \(lines)",
      sourceLocation: sourceLocation)
    #expect(stop["reason"]?.string == reason, sourceLocation: sourceLocation)
    return stop
  }

  /// The value of an expression in the selected frame, as it is shown.
  func value(of expression: String) async throws -> String { try await run("p \(expression)")["value"]?.string ?? "" }

  /// The plain variables of the selected frame: values by name.
  func locals() async throws -> [String: String] {
    let variables = try await run("locals").array ?? []
    let plain = variables.filter { $0["group"] == nil }
    return Dictionary(plain.map { ($0["name"]?.string ?? "", $0["value"]?.string ?? "") }) { $1 }
  }

  /// Lets it run, and waits for its end: by exit with `status`, without another stop.
  func finish(
    _ command: String? = "c", status: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    if let command { try await run(command) }
    try await batch.wait(for: "ended")
    #expect(try await debuggee?.waitForEnd() == .exited(status), sourceLocation: sourceLocation)
    let all = try batch.events().filter { $0["event"]?.string == "stopped" && Self.isOfThread($0) }
    #expect(all.count == stops, "stopped once more: \(all.dropFirst(stops))", sourceLocation: sourceLocation)
  }

  /// What has been redirected so far.
  func output(_ category: String = "stdout") throws -> String {
    try batch.events().filter { $0["event"]?.string == "output" && $0["category"]?.string == category }
      .map { $0["text"]?.string ?? "" }.joined()
  }

  /// What the program has written to the terminal that it was started on.
  var printed: String { debuggee?.output ?? "" }
}

/// Runs a test with a scene in a workplace of its own.
func withScene(
  _ fixture: String, _ options: [String] = [], _ body: (Scene) async throws -> Void
) async throws {
  try await withWorkplace { workplace in
    let scene = try await Scene(fixture, workplace, options)
    try await body(scene)
  }
}

/// A scene with a library beside the program.
func withLibrary(_ fixture: String, _ body: (Scene, String) async throws -> Void) async throws {
  try await withScene(fixture) { scene in
    let folder = scene.workplace.folder + "/library"
    try Files.makeFolder(folder)
    let text = try Files.read("\(Environs.root)/Tests/Fixtures/parity/library/outside.py")
    try Files.write(text, to: folder + "/outside.py")
    try await body(scene, folder)
  }
}
