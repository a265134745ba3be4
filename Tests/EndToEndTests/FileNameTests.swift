import Testing

extension EndToEnd {
  /// Files of one name in different folders.
  @Suite struct FileNameTests {
    @Test(arguments: PythonSide.parity)
    func filesOfOneNameAreDistinguishedByTheShortestEndOfTheirPaths(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/named.py", as: "named.py")
        for folder in [workplace.project, workplace.deployed] {
          for (name, text) in [
            ("a", "def inner(n):\n    return n * 2\n"),
            ("b", "from a import models as other\ndef outer(n):\n    return other.inner(n) + 1\n"),
          ] {
            try Files.makeFolder("\(folder)/\(name)")
            try Files.write("", to: "\(folder)/\(name)/__init__.py")
            try Files.write(text, to: "\(folder)/\(name)/models.py")
          }
        }
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, size: .large)
        try await session.command("b a/models.py:2")
        try await session.wait(forText: "models.py:2")
        let debuggee = try await workplace.debuggee(program, side, port: port)
        try await session.wait(untilStoppedAt: try program.place("import"))
        try await session.command("b b/models.py:3")
        // Breakpoints, then the stack and the status line.
        for name in ["a/models.py:2", "b/models.py:3"] { try await session.wait(forText: name) }
        try await session.press("c")
        try await session.wait(untilStoppedAt: "b/models.py:3")
        try await session.press("c")
        try await session.wait(untilStoppedAt: "a/models.py:2")
        let rows = try await session.screen().rows.filter { $0.contains("outer ") }
        #expect(rows.contains { $0.contains("b/models.py:3") })
        try await session.command("clear")
        try await session.press("y")
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(debuggee.output.contains("41"))
      }
    }
  }
}
