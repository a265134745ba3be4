import Testing

extension EndToEnd {
  /// Commands that no other suite has a story for, in batch.
  @Suite struct CommandTests {
    @Test(arguments: PythonSide.parity)
    func breakpointsArePassedOverMutedAndHeardAgain(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        let loop = try await scene.breakpoint("loop")
        try await scene.run("ignore \(loop) 1")
        let get = try await scene.breakpoint("get")
        try await scene.start(side)
        try await scene.stop(at: "get")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        #expect(try await scene.value(of: "index").hasSuffix("1"))
        try await scene.run("mute on")
        try await scene.run("tbreak \(scene.program.place("end"))")
        try await scene.run("mute off")
        try await scene.run("clear \(loop) \(get)")
        try await scene.run("c", until: "end", reason: "breakpoint")
        try await scene.breakpoint("loop")
        try await scene.run("mute")
        try await scene.finish()
      }
    }

    @Test func aMappingToAFolderThatIsNotHereIsSaid() async throws {
      try await withScene("settings.py") { scene in
        try await scene.run("map /srv/elsewhere=/no/such")
        let warning = try await scene.batch.wait(for: "warning")
        #expect(
          warning["message"]?.string?.hasPrefix(
            "The mapping /srv/elsewhere=/no/such leads to a folder that is not here") == true)
      }
    }

    @Test(arguments: PythonSide.parity)
    func framesWatchesAndMapsAreMovedThrough(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        try await scene.breakpoint("outer")
        try await scene.start(side)
        try await scene.stop(at: "outer")
        #expect(try await scene.run("u")["function"]?.string == "work")
        #expect(try await scene.run("d")["function"]?.string == "outer")
        try await scene.run("u 2")
        try await scene.run("catchup")
        #expect(try await scene.refusal(of: "down").contains("innermost"))
        let watch = try await scene.run("display wrapped").int ?? 0
        try await scene.run("undisplay \(watch)")
        #expect(try await scene.refusal(of: "undisplay \(watch)").contains("no watch"))
        let listing = try await scene.run("l \(scene.program.line("entered"))")
        #expect(listing["line"]?.int == (try scene.program.line("entered")))
        try await scene.run("map /srv/other=\(scene.workplace.project)/other")
        #expect(try await scene.run("maps").array?.count == 2)
        try await scene.run("unmap /srv/other")
        #expect(try await scene.run("maps").array?.count == 1)
        #expect(try await scene.refusal(of: "unmap /srv/other").contains("no mapping"))
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func whatIsOfNoUseInBatchSaysSoAndQuitLetsTheProgramGo(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        try await scene.breakpoint("entered")
        try await scene.start(side)
        try await scene.stop(at: "entered")
        #expect(try await scene.run("giveup").int == 0)
        #expect(try await scene.refusal(of: "key F9 next").contains("batch"))
        #expect(try await scene.refusal(of: "set nosuch 1").contains("nosuch"))
        try await scene.finish("quit")
        #expect(try await scene.batch.child.waitForEnd() == .exited(0))
      }
    }

    /// pydevd-pycharm has no such step, and says so.
    @Test func aStepOutPassesTheLibraryOver() async throws {
      try await withLibrary("mycode.py") { scene, library in
        try await scene.breakpoint("second")
        try await scene.start(.pydevd, [library])
        try await scene.stop(at: "second")
        try await scene.run("myreturn", until: "first")
        try await scene.finish()
      }
    }
  }
}
