import Glibc
import Subprocess

/// A program that runs beside the test; its two outputs go to files, so that they can be looked at meanwhile.
actor ChildProcess {
  let processID: pid_t
  nonisolated let outputPath: String
  nonisolated let errorPath: String
  private(set) var ending: Ending?
  private var task: Task<Void, Never>?

  /// Starts `arguments` in `folder`. `log` is the path of its output files without their `.out` and `.err`;
  /// `input` is the file that it reads as its standard input.
  static func start(
    _ arguments: [String], environment: [String: String], folder: String, log: String, input: String = "/dev/null"
  ) async throws -> ChildProcess {
    let script = #"cd "$1" || exit; log=$2; input=$3; shift 3; exec "$@" >"$log.out" 2>"$log.err" <"$input""#
    let line = Command.line(["sh", "-c", script, "sh", folder, log, input] + arguments, environment)
    let (identifiers, announce) = AsyncStream.makeStream(of: pid_t.self)
    let running = Task {
      let result = try await Subprocess.run(
        .name("env"), arguments: Arguments(line), input: .none, output: .discarded, error: .discarded
      ) { execution in
        announce.yield(execution.processIdentifier.value)
        announce.finish()
      }
      return Ending(result.terminationStatus)
    }
    guard let processID = await identifiers.first(where: { _ in true }) else {
      throw HarnessError("\(arguments) could not be started")
    }
    let child = ChildProcess(processID: processID, log: log)
    await child.follow(running)
    return child
  }

  private init(processID: pid_t, log: String) {
    self.processID = processID
    outputPath = log + ".out"
    errorPath = log + ".err"
  }

  private func follow(_ running: Task<Ending, any Error>) {
    task = Task { ending = (try? await running.value) ?? .killed(signal: 0) }
  }

  /// What it has written to its standard output so far.
  nonisolated var output: String { (try? Files.read(outputPath)) ?? "" }

  /// What it has written to its standard error so far.
  nonisolated var errors: String { (try? Files.read(errorPath)) ?? "" }

  /// Sends the signal, unless it has ended.
  func send(signal: Int32) {
    if ending == nil { kill(processID, signal) }
  }

  /// Waits for its end.
  func waitForEnd(within seconds: Double = 15) async throws -> Ending {
    try await eventually(within: seconds, complaint: { "process \(processID) still runs; \(report)" }) { ending }
  }

  /// Makes sure that it is gone.
  func stop() async {
    send(signal: SIGKILL)
    await task?.value
  }

  /// The end of both outputs, for a failed test.
  nonisolated var report: String {
    "output:\n\(output.suffix(2_000))\nerrors:\n\(errors.suffix(4_000))"
  }
}
