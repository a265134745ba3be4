import TestSupport
import Testing

@testable import DebuggerSession

/// Programs that are run to their end, and those that don't come to it.
@Suite struct ChildCommandTests {
  private func shell(_ script: String, seconds: Double = 20) -> ChildCommand {
    ChildCommand(path: "/bin/sh", arguments: ["-c", script], environment: ["HOME": "/h"], seconds: seconds)
  }

  private actor Lines {
    var all: [String] = []
    func add(_ line: String) { all.append(line) }
  }

  private func isGone(_ pid: Int32) async throws -> Bool {
    for _ in 0..<100 where ProcessTable.runs(pid) { try await Task.sleep(for: .milliseconds(50)) }
    return !ProcessTable.runs(pid)
  }

  @Test func outputsEndingAndLinesComeOut() async throws {
    let lines = Lines()
    let outcome = try await shell("echo one; echo two >&2; echo $HOME; printf rest; exit 3").run {
      await lines.add($0)
    }
    #expect(outcome == .init(ending: .exited(3), output: "one\n/h\nrest", errors: "two\n"))
    #expect(await lines.all.sorted() == ["/h", "one", "rest", "two"])
  }

  @Test func itsTimeIsBoundedAndItsChildrenEndWithIt() async throws {
    let outcome = try await shell("/bin/sleep 300 & echo $!; wait", seconds: 0.5).run()
    #expect(outcome.ending == .overdue)
    let child = try #require(Int32(outcome.output.prefix { $0.isNumber }))
    #expect(try await isGone(child))
  }

  @Test func cancellingEndsItAndItsChildren() async throws {
    let (numbers, announce) = AsyncStream.makeStream(of: Int32.self)
    let task = Task {
      try await shell("/bin/sleep 300 & echo $!; wait").run { announce.yield(Int32($0) ?? 0) }
    }
    let child = try #require(await numbers.first { _ in true })
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await isGone(child))
  }

  @Test func theLineThatSaysMostIsItsComplaint() {
    func complaint(_ errors: String) -> String {
      ChildCommand.Outcome(ending: .exited(1), output: "out\n", errors: errors).complaint
    }
    #expect(
      complaint("pyenv: python2: command not found\n\nIt exists in: 2.7\n") == "pyenv: python2: command not found")
    #expect(complaint("Traceback (most recent call last):\n  File\nImportError: no os\n") == "ImportError: no os")
    #expect(complaint("") == "out")
  }
}
