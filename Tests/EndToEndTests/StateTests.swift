import Glibc
import Testing

extension EndToEnd {
  /// What is kept of a project, where several Dialbacks keep it, and where it can't be kept.
  @Suite struct StateTests {
    private func batch(_ workplace: Workplace, _ more: [String] = []) async throws -> Batch {
      try await workplace.batch(try FreePort.pick(), ["--with-saved"] + more)
    }

    private func kept(_ workplace: Workplace) throws -> String {
      let folder = workplace.home + "/state/dialback/projects"
      let names = try Files.names(in: folder).filter { $0.hasSuffix(".toml") && !$0.hasSuffix(".screen.toml") }
      return try Files.read("\(folder)/\(try #require(names.first))")
    }

    @Test func twoDialbacksInOneProjectKeepTheBreakpointsOfBoth() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py", isMarked: true)
        let (one, other) = (try await batch(workplace), try await batch(workplace))
        try one.send("b \(story.localPath):\(try story.line("price-first"))")
        try await one.wait(for: "result")
        try other.send("b \(story.localPath):\(try story.line("price-second"))")
        // With its own change it learns of the other one's.
        try await other.wait(for: "breakpoint") { $0["line"]?.int == (try? story.line("price-first")) }
        try await other.wait(for: "result")
        // The first one looks when it is awake.
        try await eventually(within: 20, complaint: { "not taken over; \(one.child.report)" }) {
          try one.send("break")
          let lines = try one.events().last { $0["event"]?.string == "result" }?["value"]?.array ?? []
          return lines.count == 2 ? true : nil
        }
        // One that the other has set is removed here, and there.
        try one.send("clear \(story.localPath):\(try story.line("price-second"))")
        try await eventually(within: 20, complaint: { "not removed; \(other.child.report)" }) {
          try other.send("break")
          let last = try other.events().last { $0["event"]?.string == "result" && $0["command"]?.string == "break" }
          return last?["value"]?.array?.count == 1 ? true : nil
        }
        for batch in [one, other] {
          try batch.send("q")
          #expect(try await batch.child.waitForEnd() == .exited(0))
        }
        let text = try kept(workplace)
        #expect(text.contains("line = \(try story.line("price-first"))\n"))
        #expect(!text.contains("line = \(try story.line("price-second"))\n"))
      }
    }

    /// On the screen, where it is idle: a key is enough.
    @Test func aScreenTakesOverWatchesAndBreakpoints() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py", isMarked: true)
        let one = try await workplace.listen(try FreePort.pick())
        let other = try await workplace.listen(try FreePort.pick())
        for line in ["display one_of_mine", "b \(story.localPath):\(try story.line("price-first"))"] {
          try await one.type(":" + line)
          try await one.press("Enter")
        }
        try await one.press("2")
        try await one.wait(forText: "one_of_mine")
        try await other.press("2")
        try await eventually(within: 20, complaint: { "not taken over" }) {
          try await other.press("j")
          try await Task.sleep(for: .milliseconds(300))
          let screen = try await other.screen()
          let place = "story.py:\(try story.line("price-first"))"
          return screen.contains("one_of_mine") && screen.contains(place)
        }
        #expect(try await other.quit() == .exited(0))
        #expect(try await one.quit() == .exited(0))
      }
    }

    /// A mapping that was kept comes back at the start, and must not be in the way of the breakpoints.
    @Test func aKeptMappingLeavesTheKeptBreakpoints() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py", isMarked: true)
        let place = "story.py:\(try story.line("price-first"))"
        for start in 0..<3 {
          let screen = try await workplace.listen(try FreePort.pick())
          if start == 0 {
            for line in ["b \(story.localPath):\(try story.line("price-first"))", "map /opt/app=\(workplace.folder)"] {
              try await screen.type(":" + line)
              try await screen.press("Enter")
            }
          }
          try await screen.press("4")
          try await screen.wait(forText: place)
          #expect(try await screen.quit() == .exited(0))
        }
      }
    }

    @Test(arguments: ["/proc/no/such", "/dev/null/home"])
    func aHomeThatCannotBeWrittenIsSaidAndStopsNothing(home: String) async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let arguments = ["env", "HOME=\(home)", "XDG_STATE_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME="]
        let outcome = try await Command(
          arguments + [
            Environs.binary, "listen", "--batch", "--with-saved", "--port", "\(port)", "-c", "b /x.py:3", "-c", "q",
          ],
          environment: workplace.environment
        ).run()
        #expect(outcome.status == .exited(0), "\(outcome.errors)")
        #expect(outcome.output.contains("The breakpoints could not be kept: \(home)/.local/state/dialback/"))
        #expect(outcome.output.contains("XDG_STATE_HOME can name another folder"))
      }
    }

    /// The old file stays whole, and nothing half written is left. Only root can make a small disk.
    @Test(.enabled(if: geteuid() == 0)) func aFullDiskLosesNothing() async throws {
      try await withWorkplace { workplace in
        let state = workplace.folder + "/small"
        try Files.makeFolder(state)
        let long = String(repeating: "x", count: 30_000)
        let script = """
          mount -t tmpfs -o size=16k none '\(state)' && export XDG_STATE_HOME='\(state)'
          '\(Environs.binary)' listen --batch --with-saved --port 0 -c 'b /x.py:3' -c q >/dev/null 2>&1
          cp '\(state)'/dialback/projects/*.toml '\(workplace.folder)/before'
          '\(Environs.binary)' listen --batch --with-saved --port 0 -c 'b /x.py:4 if "\(long)"' -c 'wait warning 10' -c q
          cp '\(state)'/dialback/projects/*.toml '\(workplace.folder)/after'
          ls '\(state)'/dialback/projects
          """
        let outcome = try await Command(
          ["unshare", "-m", "sh", "-c", script], environment: workplace.environment
        ).run()
        #expect(outcome.output.contains("No space left on device"), "\(outcome.errors)")
        let before = try Files.read(workplace.folder + "/before")
        #expect(before.contains("line = 3\n"))
        #expect(try Files.read(workplace.folder + "/after") == before)
        #expect(!outcome.output.contains(".new"))
      }
    }
  }
}
