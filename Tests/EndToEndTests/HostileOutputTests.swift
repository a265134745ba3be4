import Testing

extension EndToEnd {
  /// Nothing that a debuggee writes, or calls things, reaches the terminal as a command.
  @Suite struct HostileOutputTests {
    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func coloursAreShownAndEverythingElseIsInertAndVisible(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let hostile = try workplace.install("hostile.py")
        let port = try FreePort.pick()
        // Dialback's own bell is off: one that rings is the debuggee's.
        try Files.write("bell = false\n", to: workplace.project + "/.dialback.toml")
        let session = try await workplace.listen(port, size: .large)
        _ = try await workplace.debuggee(hostile, side, port: port)
        try await session.wait(untilStoppedAt: try hostile.place("entry"))
        try await session.command("b \(try hostile.line("last"))")
        try await session.press("c")
        try await session.wait(untilStoppedAt: try hostile.place("last"))
        try await session.wait(for: "the output") { screen in
          ["1:ok:1", "2::2", "3::3", "4:␇:4", "5:"].allSatisfy(screen.contains)
        }
        #expect(try await session.styledScreen().foregrounds(of: "1:ok:1") == [])
        #expect(try await session.styledScreen().foregrounds(of: "ok").contains(2))
        try await expectNoHarm(session, titled: "hostile.py:")
      }
    }

    @Test func aValueAThreadAndAFileWithEscapesAreInert() async throws {
      try await withWorkplace { workplace in
        let hostile = try workplace.install("hostile.py", as: "file\u{1b}]0;stolen\u{7}\u{1b}[2J.py")
        let port = try FreePort.pick()
        // Dialback's own bell is off: one that rings is the debuggee's.
        try Files.write("bell = false\n", to: workplace.project + "/.dialback.toml")
        let session = try await workplace.listen(port, size: .large)
        _ = try await workplace.debuggee(hostile, .pydevd, port: port)
        let shown = "file␛]0;stolen␇␛[2J.py"
        try await session.wait(untilStoppedAt: "\(shown):\(try hostile.line("entry"))")
        try await session.press("n")
        try await session.wait(untilStoppedAt: "\(shown):\(try hostile.line("print"))")
        try await session.wait(for: "value and thread") { screen in
          // A string is escaped as Python does it, a name is drawn with pictures of its controls.
          screen.contains("thread␛]0;")
            && screen.rows.contains { $0.contains("value") && $0.contains(#"begin\x1b[32m"#) }
        }
        try await session.command("p value")
        try await session.command("threads")
        try await session.wait(for: "still a stop") { $0.isStopped }
        try await expectNoHarm(session, titled: "file]0;stolen[2J.py step")
      }
    }

    @Test func aFloodOfOutputNeitherStopsKeysNorIsItLost() async throws {
      try await withWorkplace { workplace in
        let flood = try workplace.install("flood.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, ["-c", "b \(try flood.place("last"))"])
        let debuggee = try await workplace.debuggee(flood, .pydevd, port: port, ["20000"])
        try await session.wait(untilStoppedAt: try flood.place("entry"))
        try await session.press("c")
        try await session.press("?")
        try await session.wait(for: "help during the flood", within: 1) { $0.contains("Step over") }
        try await session.press("q")
        try await session.wait(untilStoppedAt: try flood.place("last"), within: 40)
        try await session.wait(forText: "line 19999")
        try await session.wait(forText: "the flood is over after 20000")
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
      }
    }

    private func expectNoHarm(_ session: TmuxSession, titled start: String) async throws {
      var title = ""
      try await eventually(
        complaint: { "the window isn't named “\(start)… - dialback” but “\(title)”" },
        holds: {
          title = try await session.variable("pane_title")
          return title.hasPrefix(start) && title.hasSuffix(" - dialback")
        })
      #expect(try await session.variable("window_bell_flag") == "0")
      #expect(try await session.variable("alternate_on") == "1")
      #expect(try await !session.screen().text.contains("\u{1b}"))
    }
  }
}
