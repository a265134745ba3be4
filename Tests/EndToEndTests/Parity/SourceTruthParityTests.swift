import Testing

extension EndToEnd {
  /// Sources are shown as Python reads them, and it is said where they are not those that run.
  @Suite struct SourceTruthParityTests {
    @Test(arguments: PythonSide.all)
    func aSourceIsShownInTheEncodingThatItNames(side: PythonSide) async throws {
      try await withScene("encoded.py") { scene in
        try await scene.breakpoint("stop")
        try await scene.start(side, [scene.workplace.project])
        // The process sends the text where this machine can't decode the file.
        for (name, letters, owner) in [
          ("in_koi8_r", "счёт", scene.workplace.project), ("in_shift_jis", "日本", scene.workplace.project),
          ("in_mac_greek", "αβγ", scene.workplace.deployed),
        ] {
          try await scene.stop(at: "stop")
          try await scene.run("up")
          let listing = try await scene.run("list")
          #expect(listing["file"]?.string == "\(owner)/\(name).py")
          let row = listing["lines"]?.array?.first { $0["line"]?.int == 3 }
          #expect(row?["text"]?.string == "    text = u'\(letters)'")
          let whole = try await scene.run("source \(scene.workplace.deployed)/\(name).py")
          #expect(whole["text"]?.string?.contains("    text = u'\(letters)'\n") == true, "\(whole)")
          try await scene.run("c")
        }
        try await scene.finish(nil)
      }
    }

    @Test(arguments: PythonSide.all)
    func aFileThatIsNewerThanTheProcessIsReported(side: PythonSide) async throws {
      try await withScene("rewritten.py") { scene in
        try await scene.breakpoint("work")
        try await scene.start(side, [scene.program.remotePath, scene.program.localPath])
        try await scene.stop(at: "work")
        _ = try await scene.value(of: "b")
        let before = try await scene.run("list rewritten.py:1")["lines"]?.array?.first
        #expect(before?["text"]?.string?.contains("Has its own file changed") == true)
        #expect(try warnings(scene).isEmpty)
        let line = try scene.program.line("work")
        try await scene.run("c")
        let stop = try await scene.stop()
        #expect(stop["line"]?.int == line + 2 && stop["remote_line"]?.int == line)
        try await scene.batch.wait(for: "warning")
        try await scene.run("n")
        try await scene.stop()
        _ = try await scene.value(of: "1")
        #expect(try warnings(scene).count == 1)
        // The text is the one that is on the disk now.
        let after = try await scene.run("list rewritten.py:1")["lines"]?.array?.first
        #expect(after?["text"]?.string == "# a line")
        try await scene.finish()
      }
    }

    private func warnings(_ scene: Scene) throws -> [JSON] {
      try scene.batch.events().filter {
        $0["event"]?.string == "warning" && $0["message"]?.string?.contains("has changed after") == true
      }
    }

    /// What is set before the process connects is on the line of its own text from the first moment: a line more at the top
    /// here would be another statement there.
    @Test(arguments: PythonSide.all)
    func noLineOfTheOtherTextIsStoppedAt(side: PythonSide) async throws {
      try await withScene("edited.py", ["--no-suspend"]) { scene in
        let theirs = try scene.program.line("add")
        try Files.write("import os\n" + Files.read(scene.program.localPath), to: scene.program.localPath)
        #expect(try await scene.run("b edited.py:\(theirs + 1)")["state"]?.string == "pending")
        try await scene.startAlone(side)
        for total in ["0", "1", "3"] {
          let stop = try await scene.stop()
          #expect(stop["line"]?.int == theirs + 1 && stop["remote_line"]?.int == theirs)
          #expect(stop["breakpoint"]?.int == 1)
          #expect(try await scene.value(of: "total") == total)
          try await scene.run("c")
        }
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(scene.printed.contains("added on line \(theirs)"))
      }
    }

    /// The text here has two lines more, which the process does not have.
    @Test(arguments: PythonSide.all)
    func linesGoThroughTheDifferenceOfTwoVersions(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        let last = try scene.program.line("set")
        var lines = try Files.read(scene.program.localPath).split(separator: "\n", omittingEmptySubsequences: false)
        lines.insert(contentsOf: ["    one = 1", "    two = 2"], at: last - 1)
        try Files.write(lines.joined(separator: "\n"), to: scene.program.localPath)
        try await scene.breakpoint("get")
        try await scene.start(side)
        try await scene.stop(at: "get")
        let warning = try await scene.batch.wait(for: "warning")
        #expect(warning["message"]?.string?.contains("the lines that both have are matched") == true)
        let translated = try await scene.run("b settings.py:\(last + 2)")["number"]?.int
        let lost = try await scene.run("b settings.py:\(last)")["number"]?.int
        try await eventually(complaint: { scene.batch.child.report }) {
          try scene.batch.events().last { $0["event"]?.string == "breakpoint" && $0["number"]?.int == lost }?["state"]?
            .string == "unbound"
        }
        try await scene.run("c")
        let stop = try await scene.stop()
        #expect(stop["line"]?.int == last + 2 && stop["remote_line"]?.int == last)
        #expect(stop["breakpoint"]?.int == translated)
        #expect(try await scene.run("list")["line"]?.int == last + 2)
      }
    }

    /// The breakpoint is placed in the files that the finder lists, and in no others.
    @Test func aBreakpointOnAFunctionSeesTheProjectOfTheFinder() async throws {
      try await withWorkplace { workplace in
        for folder in ["v1.2", "build"] { try Files.makeFolder("\(workplace.project)/\(folder)") }
        try Files.write("build/\n", to: "\(workplace.project)/.gitignore")
        try Files.write("def dotted_target():\n    return 1\n", to: "\(workplace.project)/v1.2/mod.py")
        try Files.write("def ignored_target():\n    return 3\n", to: "\(workplace.project)/build/gen.py")
        let batch = try await workplace.batch(try FreePort.pick())
        // Both are looked for in their order.
        try batch.send("b ignored_target")
        try batch.send("b dotted_target")
        let places = try await eventually(complaint: { batch.child.report }) {
          let found = try batch.events().filter { $0["event"]?.string == "breakpoint" && ($0["line"]?.int ?? 0) > 0 }
          return found.isEmpty ? nil : found
        }
        #expect(places.map { $0["file"]?.string } == ["\(workplace.project)/v1.2/mod.py"])
        #expect(places.map { $0["line"]?.int } == [2])
      }
    }
  }
}
