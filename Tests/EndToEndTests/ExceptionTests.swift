import Testing

extension EndToEnd {
  /// Exception breakpoints.
  @Suite struct ExceptionTests {
    @Test(arguments: PythonSide.all)
    func aClassOfTheScriptStopsWhereItIsRaised(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.run("catch Trouble raised")
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c")
        let stop = try await scene.stop(at: "raise-trouble", reason: "exception")
        #expect(stop["function"]?.string == "risky")
        #expect(stop["exception"]?["type"]?.string == "Trouble")
        #expect(stop["exception"]?["message"]?.string == "level 2 is too much")
        #expect(try await scene.value(of: "level") == "2")
        let listed = try await scene.run("catch").array ?? []
        #expect(listed.map { $0["exception"]?.string } == ["Trouble"])
        #expect(listed.map { $0["state"]?.string } == ["set"])
        #expect(listed.map { $0["hits"]?.int } == [1])
        try await scene.run("nocatch Trouble")
        #expect(try await scene.refusal(of: "nocatch Trouble").contains("Trouble"))
        try await scene.finish(status: 1)
        #expect(scene.printed.contains("dying"))
      }
    }

    /// pydevd-pycharm remembers which functions it need not look at, and passes over the new breakpoint there.
    @Test(arguments: PythonSide.all)
    func aFunctionThatRanBeforeStopsToo(side: PythonSide) async throws {
      try await withScene("failing_again.py") { scene in
        try await scene.breakpoint("after", "if number == 3")
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c")
        try await scene.stop(at: "after")
        try await scene.run("catch ValueError raised")
        try await scene.run("c")
        let stop = try await scene.stop(at: "raise", reason: "exception")
        #expect(stop["exception"]?["message"]?.string == "number 4")
        try await scene.run("nocatch ValueError")
        try await scene.finish()
        #expect(scene.printed.contains("handled: number 5"))
      }
    }

    @Test(arguments: PythonSide.all)
    func whatNobodyHandlesStopsWhereItWasRaised(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("catch *")
        try await scene.run("c")
        let stop = try await scene.stop(at: "raise-trouble", reason: "uncaught")
        #expect(stop["exception"]?["type"]?.string == "Trouble")
        #expect(stop["exception"]?["message"]?.string == "level 9 is too much")
        let functions = try await scene.run("where").array?.map { $0["function"]?.string ?? "" } ?? []
        #expect(functions.prefix(2) == ["risky", "main"])
        #expect(try await scene.value(of: "level") == "9")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.all)
    func raisedAndUncaughtStopAtTheRaiseAndAtTheEnd(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.breakpoint("dies")
        try await scene.run("c", until: "dies", reason: "breakpoint")
        try await scene.run("clear 1")
        try await scene.run("catch Trouble raised uncaught")
        try await scene.run("c", until: "raise-trouble", reason: "exception")
        try await scene.run("c", until: "raise-trouble", reason: "uncaught")
        try await scene.finish(status: 1)
      }
    }

    /// As the program's own traceback has it, stopped at or not.
    @Test(arguments: PythonSide.all, ["nocatch", "catch * uncaught"])
    func theExceptionThatEndsAProgramIsReported(side: PythonSide, command: String) async throws {
      try await withScene("catching.py") { scene in
        try await scene.run(command)
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        if command != "nocatch" { try await scene.run("c", until: "raise-trouble", reason: "uncaught") }
        try await scene.finish(status: 1)
        let ended = try await scene.batch.wait(for: "ended")
        #expect(ended["reason"]?.string == "exited")
        let last = scene.debuggee?.errors.split(separator: "\n").last { !$0.hasPrefix(" ") && $0.contains("Trouble: ") }
        let exception = ended["exception"]
        #expect(
          last.map { $0.hasSuffix("\(exception?["type"]?.string ?? ""): \(exception?["message"]?.string ?? "")") }
            == true)
      }
    }

    @Test(arguments: PythonSide.all)
    func anExceptionThatIsRaisedHasAllFramesThatItMayComeTo(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.run("catch Trouble raised")
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c", until: "raise-trouble", reason: "exception")
        let frames = try await scene.run("exception")["frames"]?.array ?? []
        #expect(frames.map { $0["function"]?.string } == ["risky", "between", "main", "<module>"])
        let lines = try ["raise-trouble", "pass-trouble", "call-trouble", "exit"].map(scene.program.line)
        #expect(frames.map { $0["line"]?.int } == lines)
        let stack = try await scene.run("w").array ?? []
        #expect(frames.map { $0["remote_file"] } == stack.map { $0["remote_file"] })
        try await scene.run("nocatch")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.all)
    func theCausesOfAnExceptionAreTold(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.run("catch DeepTrouble raised")
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        #expect(try await scene.refusal(of: "exception").contains("exception"))
        try await scene.run("c", until: "raise-deep", reason: "exception")
        let told = try await scene.run("exception")
        #expect(told["type"]?.string == "DeepTrouble")
        #expect(told["message"]?.string == "deep")
        #expect(told["frames"]?.array?.first?["line"]?.int == (try scene.program.line("raise-deep")))
        let chain = told["chain"]?.array ?? []
        #expect(chain.map { $0["type"]?.string } == ["KeyError"])
        #expect(chain.map { $0["link"]?.string } == ["cause"])
        #expect(chain.first?["frames"]?.array?.first?["line"]?.int == (try scene.program.line("raise-key")))
        #expect(chain.first?["frames"]?.array?.first?["file"]?.string == scene.program.localPath)
        try await scene.run("nocatch")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.all)
    func aConditionKnowsTheExceptionAndTheFrame(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.run("catch Trouble raised if 'too much' in str(__exception__[1]) and level > 2")
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c", until: "raise-trouble", reason: "exception")
        #expect(try await scene.value(of: "level") == "3")
        try await scene.run("nocatch Trouble")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.all)
    func aConditionThatRaisesStopsAndIsToldOnTheBreakpoint(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.run("catch ValueError raised if nosuch > 3")
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c", until: "raise-value", reason: "exception")
        let told = try await scene.batch.wait(for: "breakpoint") { $0["state"]?.string == "error" }
        #expect(told["exception"]?.string == "ValueError")
        #expect(told["message"]?.string?.contains("nosuch") == true)
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.all)
    func aLogIsWrittenWithoutAStop(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.run("catch Trouble raised log 'seen: %s' % __exception__[1]")
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.breakpoint("raise-value")
        try await scene.run("c", until: "raise-value", reason: "breakpoint")
        let printed = try scene.batch.events().filter { $0["event"]?.string == "output" }
        let text = printed.compactMap { $0["text"]?.string }.joined()
        #expect(text.contains("seen: level 2 is too much"))
        #expect(text.contains("seen: level 3 is too much"))
        try await scene.run("nocatch")
        try await scene.run("clear 2")
        try await scene.finish(status: 1)
      }
    }

    @Test func exceptionBreakpointsSurviveARestart() async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/catching.py", as: "catching.py")
        let first = try await workplace.batch(
          try FreePort.pick(), ["--with-saved", "-c", "catch Trouble raised", "-c", "q"], pipe: false)
        #expect(try await first.child.waitForEnd() == .exited(0))
        let port = try FreePort.pick()
        let second = try await workplace.batch(port, ["--with-saved"])
        _ = try await workplace.debuggee(program, .pydevd, port: port)
        try await second.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        try second.send("c")
        try await second.wait(for: "stopped") { $0["exception"]?["type"]?.string == "Trouble" }
      }
    }
  }
}
