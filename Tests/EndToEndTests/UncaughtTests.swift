import Testing

extension EndToEnd {
  /// On the screen a program stops where an exception is about to end it, without being asked.
  @Suite struct UncaughtTests {
    @Test(arguments: PythonSide.all)
    func theScreenStopsAtAnUncaughtExceptionByItself(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/catching.py", as: "catching.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let debuggee = try await workplace.debuggee(program, side, port: port)
        try await session.wait(untilStoppedAt: try program.place("entry"))
        try await session.press("c")
        try await session.wait(untilStoppedAt: try program.place("raise-trouble"))
        try await session.wait(for: "the reason") { $0.status.contains("STOPPED uncaught") }
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(1))
        try await session.wait(forText: "has ended: Trouble: ")
      }
    }

    @Test func theRowIsRemovedForGood() async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/catching.py", as: "catching.py")
        for isFirst in [true, false] {
          let port = try FreePort.pick()
          let session = try await workplace.listen(port)
          let debuggee = try await workplace.debuggee(program, .pydevd, port: port)
          try await session.wait(untilStoppedAt: try program.place("entry"))
          if isFirst { try await session.command("nocatch *") }
          try await session.press("c")
          #expect(try await debuggee.waitForEnd() == .exited(1))
          try await session.wait(forText: "has ended: Trouble: ")
          try await session.command("q")
          #expect(try await session.waitForEnd() == .exited(0))
        }
      }
    }

    @Test func theConfigurationTurnsItOff() async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/catching.py", as: "catching.py")
        try Files.write("uncaught = \"off\"\n", to: workplace.project + "/.dialback.toml")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let debuggee = try await workplace.debuggee(program, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try program.place("entry"))
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(1))
      }
    }
  }
}
