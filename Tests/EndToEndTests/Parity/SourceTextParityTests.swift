import Testing

extension EndToEnd {
  /// The text of code that has no file here, or none at all.
  @Suite struct SourceTextParityTests {
    @Test(arguments: PythonSide.all)
    func theSourceOfExecutedCodeIsWhatPythonKnowsOrItsBytecode(side: PythonSide) async throws {
      try await withScene("nameless.py") { scene in
        try await scene.breakpoint("stop")
        try await scene.start(side)
        try await scene.stop(at: "stop")
        try await scene.run("up")
        let known = try await scene.run("list")
        #expect(known["from"]?.string == "linecache")
        #expect(try text(ofLine: 3, in: known) == "    stop_here()")
        #expect(known["line"]?.int == 3)
        try await scene.run("c")
        try await scene.stop(at: "stop")
        try await scene.run("up")
        let unknown = try await scene.run("list")
        #expect(unknown["from"]?.string == "bytecode")
        #expect(unknown["line"]?.int == 4)
        let call = try text(ofLine: 4, in: unknown)
        #expect(call.contains("stop_here") && call.contains("CALL"), "\(call)")
        #expect(try text(ofLine: 6, in: unknown).contains("Thing"))
        #expect(try text(ofLine: 5, in: unknown).isEmpty)
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func theSourceOfAZippedModuleIsReadInItsArchive(side: PythonSide) async throws {
      try await withScene("packed.py") { scene in
        try await scene.breakpoint("stop")
        try await scene.start(side)
        try await scene.stop(at: "stop")
        try await scene.run("up")
        let zipped = try await scene.run("list")
        #expect(zipped["from"]?.string == "archive")
        #expect(zipped["file"]?.string?.hasSuffix("/pack.zip/inner/packed.py") == true)
        #expect(try text(ofLine: 3, in: zipped) == "def inside():")
        let whole = try await scene.run("source \(scene.workplace.deployed)/pack.zip/inner/packed.py")
        #expect(whole["text"]?.string?.hasPrefix("import packed_main\n\ndef inside():\n") == true)
        try await scene.run("c")
        try await scene.stop(at: "stop")
        try await scene.run("up")
        #expect(try await text(ofLine: 5, in: scene.run("list")).contains("'größer'"))
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aFileThatIsNotThereIsToldAndOneThatIsThereIsShown(side: PythonSide) async throws {
      try await withScene("packed.py") { scene in
        try await scene.breakpoint("stop")
        try await scene.start(side)
        try await scene.stop(at: "stop")
        let own = try await scene.run("source \(scene.program.remotePath)")
        #expect(own["text"]?.string?.contains("# marker: stop") == true)
        #expect(own["from"]?.string == "file")
        let refusal = try await scene.refusal(of: "source /no/such/file.py")
        #expect(refusal.contains("/no/such/file.py can't be had"), "\(refusal)")
        #expect(try await scene.run("source <frozen importlib._bootstrap>")["from"]?.string == "library")
        try await scene.run("clear 1")
        try await scene.finish()
      }
    }

    private func text(ofLine line: Int, in listing: JSON) throws -> String {
      let row = listing["lines"]?.array?.first { $0["line"]?.int == line }
      return try #require(row?["text"]?.string)
    }

    /// A mapping leads to another version of the file; other ends of lines are no difference.
    @Test(arguments: PythonSide.parity, [true, false])
    func anotherVersionOfTheFileIsToldOnce(side: PythonSide, differs: Bool) async throws {
      try await withScene("settings.py") { scene in
        let text = try Files.read(scene.program.localPath)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        try Files.write(differs ? text + "# newer\n" : lines, to: scene.program.localPath)
        try await scene.breakpoint("get")
        try await scene.start(side)
        try await scene.stop(at: "get")
        try await scene.run("n", until: "set")
        _ = try await scene.value(of: "1 + 1")
        let warnings = try scene.batch.events().filter {
          $0["event"]?.string == "warning"
            && $0["message"]?.string?.contains("the lines that both have are matched") == true
        }
        #expect(warnings.count == (differs ? 1 : 0))
      }
    }
  }
}
