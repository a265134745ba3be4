import Testing

extension EndToEnd {
  /// Texts of values that are read, changed or copied, beside what the program itself has.
  @Suite struct TextTests {
    private static let texts = [PythonSide.pydevd, .pycharm263, .pycharm212]

    @Test(arguments: texts)
    func stringsAreEscapedAsPythonDoes(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let batch = try await stopped(workplace, side)
        let reprs = try reprs(workplace)
        try batch.send("locals")
        let locals = try await batch.wait(for: "result") { $0["command"]?.string == "locals" }["value"]?.array ?? []
        for name in ["control", "invisible", "printable"] {
          let shown = locals.first { $0["name"]?.string == name }?["value"]?.string
          #expect(shown == reprs[name])
          try batch.send("p \(name)")
          let value = try await batch.wait(for: "result") { $0["command"]?.string == "p \(name)" }
          #expect(value["value"]?["value"]?.string == reprs[name])
        }
        try batch.send("q")
      }
    }

    @Test(arguments: texts)
    func whatPythonDoesNotTakeIsAnError(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let batch = try await stopped(workplace, side)
        #expect(try await answer("set deaf['a'] = 5", batch)["error"]?.string?.contains("is still 1") == true)
        #expect(try await answer("set bounded.level = 50", batch)["error"]?.string?.contains("is still 10") == true)
        // The same value again, a new key, and an item that takes it.
        #expect(try await answer("set deaf['a'] = 1", batch)["ok"]?.bool == true)
        #expect(try await answer("set d_small['b'] = 5", batch)["value"]?["value"]?.string == "5")
        #expect(try await answer("set d_small['a'] = d_small['a'][:1]", batch)["value"]?["value"]?.string == "[1]")
        #expect(try await answer("set bounded.level = 3", batch)["value"]?["value"]?.string == "3")
        try batch.send("c")
        try await batch.wait(for: "output") {
          $0["text"]?.string?.contains("{'a': [1], 'b': 5} {'a': 1} 3") == true
        }
        try batch.send("q")
      }
    }

    @Test(arguments: texts)
    func thePromptHasATextThatMakesTheValue(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let (session, debuggee) = try await shown(workplace, side)
        try await session.press("1", "g", "=")
        try await session.wait(forText: "column_119 FROM t'")
        try await session.press("Enter")
        try await session.wait(forText: "a_sql is as it was")
        try await session.press("=")
        try await session.wait(forText: "column_119 FROM t'")
        try await session.type("[:5]")
        try await session.press("Enter")
        try await session.wait(forText: "= 'SELEC'")
        // No text makes this one, so the prompt stays empty.
        try await select("c_sly", session)
        try await session.press("=")
        try await session.wait(forText: "c_sly = ")
        try await Task.sleep(for: .milliseconds(400))
        try await session.type("[7]")
        try await session.press("Enter")
        try await session.wait(forText: "c_sly = [7]")
        try await select("d_small", session)
        try await session.press("=")
        try await session.wait(forText: "d_small = {'a': [1, 2.5, None, \"it's\"]}")
        try await session.type("['a']")
        try await session.press("Enter")
        try await session.wait(forText: "d_small = [1, 2.5")
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        try await session.press("6")
        try await session.wait(forText: "length 5 [1, 2.5, None, \"it's\"] {'a': 1} 10")
      }
    }

    @Test(arguments: texts)
    func aValueIsCopiedWhole(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let folder = workplace.home + "/config/dialback"
        try Files.makeFolder(workplace.home + "/config")
        try Files.makeFolder(folder)
        let copied = workplace.folder + "/copied"
        try Files.write("copy-command = \"cat >'\(copied)'\"\n", to: folder + "/config.toml")
        let (session, _) = try await shown(workplace, side)
        let reprs = try reprs(workplace)
        try await session.press("1", "g")
        for (name, key) in [("a_sql", "y"), ("b_numbers", "j"), ("b_numbers", "y")] {
          try await session.press(key)
          guard key == "y" else { continue }
          let wanted = try #require(reprs[name])
          try await eventually("\(name) at the command") { try Files.exists(copied) && Files.read(copied) == wanted }
          try await eventually("\(name) in tmux") { try await session.tmux(["show-buffer"]) == wanted }
        }
      }
    }

    // MARK: The scene

    private func stopped(_ workplace: Workplace, _ side: PythonSide) async throws -> Batch {
      let program = try workplace.install("texts.py")
      let port = try FreePort.pick()
      let batch = try await workplace.batch(port)
      try batch.send("break \(try program.place("texts"))")
      _ = try await workplace.debuggee(program, side, port: port)
      try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
      try batch.send("c")
      try await batch.wait(for: "stopped") { $0["reason"]?.string == "breakpoint" }
      return batch
    }

    private func shown(_ workplace: Workplace, _ side: PythonSide) async throws -> (TmuxSession, ChildProcess) {
      let program = try workplace.install("texts.py")
      let port = try FreePort.pick()
      let session = try await workplace.listen(port, ["-c", "break \(try program.place("texts"))"])
      let debuggee = try await workplace.debuggee(program, side, port: port)
      try await session.wait(untilStoppedAt: try program.place("entry"))
      try await session.press("c")
      try await session.wait(untilStoppedAt: try program.place("texts"))
      try await session.wait(forText: "= 'SELECT column")
      return (session, debuggee)
    }

    /// Puts the cursor of the variables on one that a filter leaves.
    private func select(_ name: String, _ session: TmuxSession) async throws {
      try await session.press("F")
      try await session.press("C-u")
      try await session.type(name)
      try await session.press("Enter", "g")
      // It is the only one with its sign beside the groups.
      try await session.wait(for: "\(name) alone") { $0.contains("▸ \(name) = ") && !$0.contains("b_numbers = [0") }
    }

    /// The texts of the values as the program has them.
    private func reprs(_ workplace: Workplace) throws -> [String: String] {
      let lines = try Files.read(workplace.deployed + "/reprs.txt").split(separator: "\n")
      return Dictionary(
        lines.compactMap { line in
          let parts = line.split(separator: " ", maxSplits: 1)
          return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }, uniquingKeysWith: { first, _ in first })
    }

    private func answer(_ command: String, _ batch: Batch) async throws -> JSON {
      try batch.send(command)
      return try await batch.wait(for: "result") { $0["command"]?.string == command }
    }

    private func eventually(_ what: String, _ isSo: () async throws -> Bool) async throws {
      for _ in 0..<100 {
        if try await isSo() { return }
        try await Task.sleep(for: .milliseconds(100))
      }
      #expect(try await isSo(), "\(what)")
    }
  }
}
