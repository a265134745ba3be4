import Testing

extension EndToEnd {
  /// The ways in which a process dials in, as pydevd's own tests use them.
  @Suite struct ConnectionParityTests {
    @Test(arguments: PythonSide.parity)
    func settraceInADebuggedProgramStopsThereOrInTheCaller(side: PythonSide) async throws {
      try await withScene("settracing.py") { scene in
        try await scene.start(side, [side.flavour])
        let caller = try await scene.stop()
        #expect(caller["line"]?.int == (try scene.program.line("caller")))
        #expect(caller["function"]?.string == "outer" && caller["reason"]?.string == "call")
        try await scene.run("c", until: "own", reason: "call")
        try await scene.run("c")
        // The built-in `breakpoint()`: pydevd stops after the call, pydevd-pycharm at it.
        let stop = try await scene.stop()
        #expect(stop["function"]?.string == "outer")
        let line = try scene.program.line("builtin")
        #expect([line - 1, line].contains(stop["line"]?.int))
        try await scene.finish()
        #expect(scene.printed.contains("asked three times"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func threadsThatRanBeforeSettraceStopToo(side: PythonSide) async throws {
      try await withScene("attaching.py") { scene in
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        let main = try await scene.run("threads").array?.first { $0["state"]?.string == "stopped" }
        try await scene.breakpoint("worker")
        let first = try await scene.stop(at: "worker")
        let second = try await scene.stop(at: "worker")
        #expect(Set([first, second, main].map { $0?["thread"]?.string }).count == 3)
        try await scene.run("thread \(first["thread"]?.string ?? "")")
        #expect(try await scene.value(of: "release()") == "'released'")
        try await scene.run("clear")
        try await scene.run("c all")
        try await scene.finish(nil)
      }
    }

    /// pydevd's hook takes the arguments of `settrace`; the other family's takes none.
    @Test func theBuiltInBreakpointDialsInByItself() async throws {
      try await withScene("dialling.py") { scene in
        try await scene.launch(
          .pydevd, [scene.program.remotePath, "\(scene.port)"], ["PYTHONBREAKPOINT": "pydevd.settrace"])
        let stop = try await scene.stop()
        #expect(["call", "after"].contains { (try? scene.program.line($0)) == stop["line"]?.int })
        #expect(stop["reason"]?.string == "entry")
        try await scene.finish()
      }
    }

    /// Only pydevd has tokens.
    @Test(arguments: [true, false])
    func aProcessThatWantsATokenObeysOnlyWithIt(isRight: Bool) async throws {
      try await withWorkplace { workplace in
        let configuration = workplace.folder + "/config.toml"
        try Files.write(
          "access-token = \"\(isRight ? "ours" : "guessed")\"\nclient-access-token = \"theirs\"\n", to: configuration)
        let scene = try await Scene("calls.py", workplace, ["--config", configuration])
        try await scene.breakpoint("main-print")
        try await scene.start(.pydevd, pydevd: ["--access-token", "ours", "--client-access-token", "theirs"])
        if isRight {
          try await scene.stop(at: "main-print")
          try await scene.finish()
        } else {
          try await scene.batch.wait(for: "knock") {
            $0["what"]?.string?.contains("does not take the access-token") == true
          }
          #expect(try scene.batch.events().allSatisfy { $0["event"]?.string != "connected" })
        }
      }
    }

    @Test(.enabled(if: !Gdb.isBroken, "\(Gdb.words)"), arguments: PythonSide.parity)
    func aRunningProgramIsAttachedToFromOutside(side: PythonSide) async throws {
      try await withWorkplace(missing: Environs.missingDebugger) { workplace in
        let scene = try await Scene("pausing.py", workplace)
        try await scene.launch(side, [scene.program.remotePath])
        try await scene.breakpoint("sleep")
        try await scene.attach(side)
        try await scene.stop(at: "sleep", within: 30)
        try await scene.run("clear 1")
        #expect(try await scene.value(of: "end('main')") == "'told'")
        try await scene.finish()
      }
    }

    @Test(.enabled(if: !Gdb.isBroken, "\(Gdb.words)"), arguments: PythonSide.parity)
    func aProgramWhoseThreadsWaitIsAttachedTo(side: PythonSide) async throws {
      try await withWorkplace(missing: Environs.missingDebugger) { workplace in
        let scene = try await Scene("pausing.py", workplace)
        try await scene.launch(side, [scene.program.remotePath, "ada", "grace"])
        try await scene.breakpoint("sleep")
        try await scene.attach(side)
        let first = try await scene.stop(at: "sleep", within: 30)
        let second = try await scene.stop(at: "sleep")
        #expect(first["thread"] != second["thread"])
        try await scene.run("clear 1")
        for name in ["ada", "grace"] { #expect(try await scene.value(of: "end('\(name)')") == "'told'") }
        try await scene.run("c all")
        try await scene.finish(nil)
      }
    }
  }
}

extension Scene {
  /// Has pydevd's own script attach to the program: it makes the process dial in.
  fileprivate func attach(_ side: PythonSide) async throws {
    guard let pid = debuggee?.processID else { throw HarnessError("nothing runs") }
    let script =
      "import runpy, sys, os, pydevd_attach_to_process as package; "
      + "sys.argv[0] = os.path.join(list(package.__path__)[0], 'attach_pydevd.py'); "
      + "runpy.run_path(sys.argv[0], run_name='__main__')"
    _ = try await workplace.python(side, ["-c", script, "--pid", "\(pid)", "--port", "\(port)"])
  }
}

/// The gdb of this machine.
private enum Gdb {
  static let words =
    "gdb can't write the registers of this machine's processor: it leaves the programs that it attaches to broken"

  /// gdb 13 fails so where the processor has more of them than it knows; nothing of Dialback's is in that.
  static let isBroken: Bool = {
    // It may also stand still, and then for ever.
    let trial =
      "sleep 20 & p=$!; sleep 0.3; "
      + "out=$(timeout -k 1 10 gdb --nx --batch -p $p -ex 'call (int)getpid()' 2>&1 </dev/null); ended=$?; "
      + "kill -KILL $p 2>/dev/null; [ $ended -lt 124 ] || exit 1; "
      + "case $out in *'write extended state status'*) exit 1 ;; esac"
    return !Environs.shellSucceeds(trial)
  }()
}

extension Environs {
  /// What attaching from outside needs beside the rest.
  fileprivate static let missingDebugger: String? = {
    if let missing { return missing }
    let folders = (variable("PATH") ?? "").split(separator: ":")
    return folders.contains { Files.isExecutable("\($0)/gdb") } ? nil : "gdb is not installed"
  }()
}
