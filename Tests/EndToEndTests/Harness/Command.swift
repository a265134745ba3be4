import Subprocess

/// A program that is run to its end, with what it wrote.
struct Command {
  let arguments: [String]
  var environment: [String: String] = [:]

  struct Outcome {
    let status: Ending
    let output: String
    let errors: String
  }

  init(_ arguments: [String], environment: [String: String] = [:]) {
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs it with no standard input.
  func run() async throws -> Outcome {
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(Self.line(arguments, environment)), output: .string(limit: 4_000_000),
      error: .string(limit: 4_000_000))
    return Outcome(
      status: Ending(result.terminationStatus), output: result.standardOutput, errors: result.standardError)
  }

  /// What `env` is called with: `environment` and the PATH are all that the program gets. An empty one stands for
  /// the environment of the tests.
  static func line(_ arguments: [String], _ environment: [String: String]) -> [String] {
    if environment.isEmpty { return arguments }
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return ["-i", "PATH=\(Environs.variable("PATH") ?? "/usr/bin:/bin")"] + variables + arguments
  }
}
