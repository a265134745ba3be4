import Testing

extension EndToEnd {
  /// One and the same session, driven in each of the ways that there are, and by keys that are held down.
  @Suite struct DrivingTests {
    private struct Stage {
      let session: TmuxSession
      let story: Program
      let debuggee: ChildProcess
    }

    /// Stopped in `main`, where the program connects.
    private func start(_ workplace: Workplace, _ side: PythonSide) async throws -> Stage {
      let story = try workplace.install("story.py")
      let port = try FreePort.pick()
      let session = try await workplace.listen(port)
      let debuggee = try await workplace.debuggee(story, side, port: port)
      try await session.wait(untilStoppedAt: try story.place("entry"))
      return Stage(session: session, story: story, debuggee: debuggee)
    }

    /// A breakpoint, a stop there, its caller, a value opened, a step, the console, and on to the end.
    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func keysAlone(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let stage = try await start(workplace, side)
        let (session, story) = (stage.session, stage.story)
        try await session.press("L")
        try await session.type("\(try story.line("price-second"))")
        try await session.press("Enter", "b")
        try await session.wait(forText: "● \(try story.place("price-second"))")
        try await session.press("c")
        try await session.wait(untilStoppedAt: try story.place("price-second"))
        try await session.press("u")
        try await session.wait(for: "the caller") { $0.status.contains("total() frame 1") }
        try await session.press("d")
        try await session.press("1")
        try await session.wait(forText: "▸ item")
        try await session.press("g", "l")
        try await openUntilItemShows(session)
        try await session.press("n")
        try await session.wait(untilStoppedAt: try story.place("price-return"))
        try await session.wait(forText: "gross = 12")
        try await session.press("4")
        try await session.press("Delete")
        try await waitUntilDeleted(story, session)
        try await session.press("c")
        #expect(try await stage.debuggee.waitForEnd() == .exited(0))
        try await session.press("6")
        try await session.wait(forText: "warned 73 times")
        #expect(try await session.quit() == .exited(0))
      }
    }

    /// `item` is the first or the second variable.
    private func openUntilItemShows(_ session: TmuxSession) async throws {
      for _ in 0..<3 {
        if try await session.screen().contains("▾ item") { break }
        try await session.press("j", "l")
        try await Task.sleep(for: .milliseconds(200))
      }
      try await session.wait(forText: "['name'] = 'pear'")
    }

    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func theMouseAlone(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let stage = try await start(workplace, side)
        let (session, story) = (stage.session, stage.story)
        let line = try story.line("price-second")
        try await session.wheel(up: true, 20, 10, times: 12)
        let screen = try await session.wait(for: "the top of the file") { screen in
          screen.rows.contains { $0.hasPrefix("  1 ") }
        }
        let row = try #require(screen.rows.firstIndex { $0.split(separator: " ").first == "\(line)" })
        try await session.click(0, row)
        try await session.wait(forText: "● \(try story.place("price-second"))")
        try await session.click(on: "c cont")
        try await session.wait(untilStoppedAt: try story.place("price-second"))
        try await session.click(on: "total     story.py")
        try await session.wait(for: "the caller") { $0.status.contains("total() frame 1") }
        try await session.click(on: "price     story.py")
        try await session.wait(untilStoppedAt: try story.place("price-second"))
        try await session.click(on: "▸ item")
        try await session.wait(forText: "['name'] = 'pear'")
        try await session.click(on: "n over")
        try await session.wait(untilStoppedAt: try story.place("price-return"))
        try await session.wait(forText: "gross = 12")
        try await session.click(on: "● \(try story.place("price-second"))")
        try await session.click(on: "C delete")
        try await waitUntilDeleted(story, session)
        try await session.click(on: "c cont")
        #expect(try await stage.debuggee.waitForEnd() == .exited(0))
        try await session.click(on: "Console──")
        try await session.wait(forText: "warned 73 times")
        // The hints are the console's then, and stand elsewhere.
        try await session.wait(forText: "o filter")
        try await session.click(on: "q quit")
        #expect(try await session.waitForEnd() == .exited(0))
      }
    }

    /// The row of the uncaught exceptions stays.
    private func waitUntilDeleted(_ story: Program, _ session: TmuxSession) async throws {
      let row = "● \(try story.place("price-second"))"
      try await session.wait(for: "the breakpoint's row to go") { screen in
        screen.text.contains("─[4]Breakpoints") && !screen.text.contains(row)
      }
    }

    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func commandsAlone(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let stage = try await start(workplace, side)
        let (session, story) = (stage.session, stage.story)
        try await session.command("b \(try story.line("price-second"))")
        try await session.wait(forText: "● \(try story.place("price-second"))")
        try await session.command("c")
        try await session.wait(untilStoppedAt: try story.place("price-second"))
        try await session.command("up")
        try await session.wait(for: "the caller") { $0.status.contains("total() frame 1") }
        try await session.command("down")
        try await session.wait(untilStoppedAt: try story.place("price-second"))
        try await session.command("p item")
        try await session.wait(forText: "{'name': 'pear', 'net': 10}")
        try await session.command("n")
        try await session.wait(untilStoppedAt: try story.place("price-return"))
        try await session.wait(forText: "gross = 12")
        try await session.command("cl")
        try await waitUntilDeleted(story, session)
        try await session.command("focus console")
        try await session.command("c")
        #expect(try await stage.debuggee.waitForEnd() == .exited(0))
        try await session.wait(forText: "warned 73 times")
        try await session.command("q")
        #expect(try await session.waitForEnd() == .exited(0))
      }
    }

    private func counting(_ workplace: Workplace, _ side: PythonSide) async throws -> TmuxSession {
      let program = try workplace.install("counting.py")
      let port = try FreePort.pick()
      let session = try await workplace.listen(port)
      _ = try await workplace.debuggee(program, side, port: port)
      try await session.wait(untilStoppedAt: try program.place("entry"))
      return session
    }

    /// The value of `count` in the variables pane.
    private static func count(_ screen: Screen) -> Int? {
      screen.rows.lazy.compactMap { row -> Int? in
        let words = row.split { " │*".contains($0) }
        guard let name = words.firstIndex(of: "count"), words.count > name + 2, words[name + 1] == "=" else {
          return nil
        }
        return Int(words[name + 2])
      }.first
    }

    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func eachOf150KeysThatComeAtOnceIsAStep(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let session = try await counting(workplace, side)
        // One step to the loop; then two a round.
        try await session.send(String(repeating: "n", count: 151))
        let screen = try await session.wait(for: "75 rounds", within: 20) { Self.count($0) == 75 }
        #expect(screen.isStopped(at: "counting.py:17"))
        try await Task.sleep(for: .seconds(1))
        let later = try await session.screen()
        #expect(Self.count(later) == 75 && later.isStopped(at: "counting.py:17"))
        #expect(!later.status.contains("steps"))
      }
    }

    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func escDropsTheKeysThatWait(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let session = try await counting(workplace, side)
        try await session.send(String(repeating: "n", count: 3_000))
        try await session.wait(for: "steps that wait", within: 5) { $0.status.contains("steps") }
        try await session.press("Escape")
        try await session.wait(for: "none that wait", within: 1) { !$0.status.contains("steps") && $0.isStopped }
        try await Task.sleep(for: .milliseconds(300))
        let before = try await session.screen()
        try await Task.sleep(for: .seconds(1))
        let after = try await session.screen()
        #expect(before.text == after.text)
        let rounds = try #require(Self.count(after))
        #expect(rounds < 1_400, "all were carried out")
      }
    }
  }
}
