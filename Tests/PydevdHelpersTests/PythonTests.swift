import Subprocess
import SystemPackage
import Testing

/// Runs the Python tests in the folder `python` on every Python that is here.
@Suite(.serialized) struct PythonTests {
  @Test func theHelpersWorkOnEveryPython() async throws {
    let pythons = try await Self.paths("~/.pyenv/versions/*/bin/python", "~/.cache/dialback/test/sid/bin/python3.1?")
    let all = pythons + (try await Self.paths("$(command -v python3)"))
    try #require(!all.isEmpty, "no Python is here")
    try await Self.run(
      [
        "test_texts", "test_literals", "test_evaluation", "test_breakpoints", "test_stops", "test_syntax",
        "test_sources", "test_returned", "test_output", "test_jumps", "test_calls", "test_console", "test_ending",
        "test_link", "test_inquiries", "test_frames", "test_source_text", "test_arrays", "test_referrers",
        "test_exceptions", "test_process", "test_interpreter",
      ], on: all)
  }

  @Test func pydevdHasTheLimitsOnEveryReleaseThatIsHere() async throws {
    let cells = try await Self.paths("${DIALBACK_TEST_CACHE:-~/.cache/dialback/test}/pythons/*-on-*/bin/python")
    try await Self.run(["test_pydevd", "test_pydevd_types", "test_pydevd_evaluation"], on: cells)
  }

  /// Returns the executable files that patterns of the shell name.
  private static func paths(_ patterns: String...) async throws -> [String] {
    let script = "for one in \(patterns.joined(separator: " ")); do [ -x \"$one\" ] && echo \"$one\"; done; true"
    let result = try await Subprocess.run(
      .name("bash"), arguments: ["-c", script], output: .string(limit: 1 << 20), error: .discarded)
    return result.standardOutput.split(separator: "\n").map(String.init)
  }

  /// Runs the modules with several Pythons at a time: the tests wait for most of their time.
  private static func run(_ modules: [String], on pythons: [String]) async throws {
    await withTaskGroup(of: Void.self) { group in
      for (index, python) in pythons.enumerated() {
        if index >= 3 { await group.next() }
        group.addTask { await run(modules, on: python) }
      }
    }
  }

  private static func run(_ modules: [String], on python: String) async {
    let folder = FilePath(#filePath).removingLastComponent().appending("python")
    do {
      let result = try await Subprocess.run(
        .path(FilePath(python)), arguments: Arguments(["-B", "-m", "unittest"] + modules),
        workingDirectory: folder, output: .discarded, error: .string(limit: 1 << 20))
      let text = result.standardError
      #expect(result.terminationStatus.isSuccess, "\(python): \(text.suffix(4000))")
      #expect(text.contains("OK"), "\(python): \(text.suffix(4000))")
    } catch {
      Issue.record("\(python) could not be run: \(error)")
    }
  }
}
