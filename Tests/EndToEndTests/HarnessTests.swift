import Glibc
import Testing

/// The harness itself, with no debugger in it.
@Suite(.serialized, .whereNothing(isMissing: Environs.missingTmux))
struct HarnessTests {
  @Test func aTerminalShowsWhatAProgramPrintsAndTellsItsExitStatus() async throws {
    try await withWorkplace(missing: Environs.missingTmux) { workplace in
      let session = try await workplace.terminal(["sh", "-c", "printf 'a\\033[32mgreen\\033[0m 日本\\n'; read x; exit 3"])
      try await session.wait(forText: "agreen 日本")
      #expect(try await session.styledScreen().foregrounds(of: "green") == [2])
      #expect(try await session.styledScreen().foregrounds(of: "agreen") == [])
      try await session.press("Enter")
      #expect(try await session.waitForEnd() == .exited(3))
    }
  }

  @Test func aTerminalTellsBellsAndTitles() async throws {
    try await withWorkplace(missing: Environs.missingTmux) { workplace in
      let session = try await workplace.terminal(["sh", "-c", "printf '\\a\\033]0;stolen\\007ready'; cat"])
      try await session.wait(forText: "ready")
      #expect(try await session.variable("window_bell_flag") == "1")
      #expect(try await session.variable("pane_title") == "stolen")
    }
  }

  @Test func aTerminalIsResizedAndItsProgramSignalled() async throws {
    try await withWorkplace(missing: Environs.missingTmux) { workplace in
      let session = try await workplace.terminal(["sh", "-c", "while :; do stty size; sleep 0.1; done"], size: .small)
      try await session.wait(forText: "24 80")
      try await session.resize(to: .large)
      try await session.wait(forText: "60 200")
      try session.send(signal: SIGTERM)
      #expect(try await session.waitForEnd() == .killed(signal: Int(SIGTERM)))
    }
  }

  @Test func aChildIsFollowedToItsEnd() async throws {
    try await withWorkplace(missing: Environs.missingTmux) { workplace in
      let child = try await ChildProcess.start(
        ["sh", "-c", "echo out; echo err >&2; exec sleep 100"], environment: workplace.environment,
        folder: workplace.project, log: workplace.folder + "/child")
      try await eventually(complaint: { child.report }) { child.output == "out\n" && child.errors == "err\n" }
      await child.send(signal: SIGKILL)
      #expect(try await child.waitForEnd() == .killed(signal: Int(SIGKILL)))
    }
  }

  @Test func aBatchIsFedAndReadLineByLine() async throws {
    try await withWorkplace(missing: nil) { workplace in
      let script =
        #"while read line; do printf '{"event":"result","time":0.1,"command":"%s"}\nnot whole' "$line"; done"#
      let batch = try await Batch.start(
        ["sh", "-c", script], name: "echo", folder: workplace.project, scratch: workplace.folder,
        environment: workplace.environment, pipe: true)
      try batch.send("first")
      #expect(try await batch.wait(for: "result")["command"] == .string("first"))
      try batch.send("second")
      await #expect(throws: HarnessError.self) { try await batch.wait(for: "result", skipping: 1, within: 1) }
      batch.finishInput()
      #expect(try await batch.child.waitForEnd() == .exited(0))
    }
  }

  @Test func connectionsOfStrangersAreCounted() async throws {
    try await withWorkplace(missing: nil) { workplace in
      let port = try FreePort.pick()
      let script = "import socket,time; s = socket.create_server(('127.0.0.1', \(port))); time.sleep(60)"
      let server = try await ChildProcess.start(
        ["python3", "-c", script], environment: workplace.environment, folder: workplace.project,
        log: workplace.folder + "/server")
      try await eventually(complaint: { server.report }) { try FreePort.isListening(port) }
      let first = try Stranger(port: port, says: [1, 2, 3])
      let second = try Stranger(port: port, says: [])
      // The kernel's table is read in pieces, and one can be missed while others come and go.
      try await eventually(complaint: { "not connected" }) { try FreePort.connections(to: port) == 2 }
      first.leave()
      second.reset()
      try await eventually(complaint: { "still connected" }) { try FreePort.connections(to: port) == 0 }
      await server.stop()
    }
  }

  @Test func aFreePortIsNotListenedAt() throws {
    let port = try FreePort.pick()
    #expect(try !FreePort.isListening(port))
    #expect(try FreePort.connections(to: port) == 0)
  }

  @Test func everyMarkerNamesALine() async throws {
    try await withWorkplace(missing: Environs.missingTmux) { workplace in
      let story = try workplace.install("story.py", as: "tale.py", isMarked: true)
      #expect(try story.line("price-first") == 7)
      #expect(try story.place("price-second") == "tale.py:8")
      #expect(throws: HarnessError.self) { try story.line("nowhere") }
      #expect(try Files.read(story.remotePath).contains("# marker: price-first"))
      #expect(try Files.read(story.localPath).contains("# local: price-first"))
    }
  }

  @Test func jsonIsReadStrictly() throws {
    let value = try JSONParser.parse(#"{"a": [1, -2.5e1, "x\n\u00e9\ud83d\ude00", true, null], "b": {}}"#)
    #expect(value["a"] == .array([.number(1), .number(-25), .string("x\né😀"), .bool(true), .null]))
    for text in ["", "{", "{\"a\":1,}", "[1 2]", "\"\u{1}\"", "nul", "{} {}", "+1"] {
      #expect(throws: HarnessError.self) { try JSONParser.parse(text) }
    }
  }
}
