import Glibc
import Testing

extension EndToEnd {
  /// Stops that pydevd reports alike: where a process connects, where its program asks, and breakpoints in files of several
  /// names.
  @Suite struct StopReasonTests {
    /// Each call that the program has printed, with its line.
    private func calls(_ text: String) -> [(call: String, line: Int)] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard words.count == 3, words[1] == "at", let number = Int(words[2]) else { return nil }
        return (String(words[0]), number)
      }
    }

    /// The stops are where the program says that it called: at the call, or on the next line.
    private func expect(_ stops: [JSON], _ printed: String, from location: SourceLocation = #_sourceLocation) {
      let calls = calls(printed)
      #expect(!calls.isEmpty && stops.count == calls.count, sourceLocation: location)
      for (stop, call) in zip(stops, calls) {
        #expect(stop["reason"]?.string == "call" && stop["call"]?.string == call.call, sourceLocation: location)
        #expect([call.line, call.line + 1].contains(stop["line"]?.int), sourceLocation: location)
      }
    }

    @Test(arguments: PythonSide.all, [[], ["--no-suspend"]])
    func onlyTheStopWhereAProcessConnectsIsAnEntry(side: PythonSide, options: [String]) async throws {
      try await withScene("calling.py", options) { scene in
        try await scene.startAlone(side)
        if options.isEmpty {
          try await scene.stop(at: "entry", reason: "entry")
          try await scene.run("c")
        }
        var stops: [JSON] = []
        for _ in 1...4 {
          stops.append(try await scene.stop())
          try await scene.run("c")
        }
        try await scene.finish(nil)
        expect(stops, scene.printed)
      }
    }

    /// pydevd connects these without a stop.
    @Test(arguments: PythonSide.all, [[], ["--no-suspend"]])
    func aProgramThatPydevdStartsHasNoEntry(side: PythonSide, options: [String]) async throws {
      try await withScene("settracing.py", options) { scene in
        try await scene.start(side, [side.flavour])
        for call in ["settrace", "settrace", "breakpoint"] {
          let stop = try await scene.stop()
          #expect(stop["reason"]?.string == "call" && stop["call"]?.string == call)
          try await scene.run("c")
        }
        try await scene.finish(nil)
        #expect(scene.printed.contains("asked three times"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func runWithoutSuspendStopsAtTheBuiltInBreakpoint(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/settracing.py", as: "settracing.py")
        let batch = try await workplace.batch(running: ["--no-suspend", program.localPath, side.flavour], side)
        for (index, call) in ["settrace", "settrace", "breakpoint"].enumerated() {
          let stop = try await batch.wait(for: "stopped", skipping: index)
          #expect(stop["reason"]?.string == "call" && stop["call"]?.string == call)
          try batch.send("c")
        }
        try await batch.wait(for: "ended")
      }
    }

    @Test(arguments: PythonSide.parity)
    func aPersonReadsWhichFunctionStopped(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/calling.py", as: "calling.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, ["--no-suspend"], size: .large)
        _ = try await workplace.debuggee(program, side, port: port)
        for reason in ["settrace()", "settrace()", "breakpoint()"] {
          try await session.wait(for: reason) { $0.status.contains("STOPPED \(reason)") }
          try await session.press("c")
        }
      }
    }

    /// The program runs under a link of the folder, and under a link of the file that has another name.
    @Test(arguments: PythonSide.all, [("folder", []), ("file", []), ("folder", ["--no-suspend"])])
    func aBreakpointIsHitUnderEveryNameOfItsFile(
      side: PythonSide, way: (link: String, options: [String])
    ) async throws {
      try await withWorkplace { workplace in
        let folder = workplace.deployed + "/releases"
        try Files.makeFolder(folder)
        let text = try Files.read("\(Environs.root)/Tests/Fixtures/parity/linked.py")
        try Files.write(text, to: folder + "/linked.py")
        let link = workplace.deployed + (way.link == "folder" ? "/current" : "/started.py")
        #expect(symlink(folder + (way.link == "folder" ? "" : "/linked.py"), link) == 0)
        let started = way.link == "folder" ? link + "/linked.py" : link
        let port = try FreePort.pick()
        let batch = try await Batch.start(
          [Environs.binary, "listen", "--batch", "--port", "\(port)"] + way.options, name: "links", folder: folder,
          scratch: workplace.folder, environment: workplace.environment, pipe: true)
        try await batch.wait(for: "listening")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = (lines.firstIndex { $0.hasSuffix("# marker: work") } ?? 0) + 1
        try batch.send("b linked.py:\(line)")
        try await batch.wait(for: "result")
        let debuggee = try await workplace.python(
          side, ["-m", "pydevd", "--client", "127.0.0.1", "--port", "\(port)", "--file", started])
        let stop = try await batch.wait(for: "stopped")
        #expect(stop["reason"]?.string == "breakpoint" && stop["breakpoint"]?.int == 1)
        #expect(stop["line"]?.int == line)
        try batch.send("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(debuggee.output.contains("runs as \(started)"))
        try batch.send("q")
        #expect(try await batch.child.waitForEnd() == .exited(0))
        batch.finishInput()
      }
    }
  }
}
