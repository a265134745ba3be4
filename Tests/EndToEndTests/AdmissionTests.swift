import Glibc
import Testing

extension EndToEnd {
  /// A peer that may not connect is told to run on and learns nothing else; its program runs to its end.
  @Suite struct AdmissionTests {
    private static let sides = PythonSide.all + PythonSide.matrix

    @Test(arguments: sides, ["suspend", "go on"])
    func aRefusedProgramRunsToItsEnd(side: PythonSide, suspend: String) async throws {
      try await withWorkplace { workplace in
        try await expectRefusal(
          side, suspend, ["--allow", "10.0.0.0/8"], "not in the allow list; --allow with its address lets it in",
          workplace)
      }
    }

    /// Only pydevd has tokens, and not this process of it.
    @Test(arguments: sides, ["suspend", "go on"])
    func aProgramThatShowsNoTokenRunsToItsEnd(side: PythonSide, suspend: String) async throws {
      try await withWorkplace { workplace in
        let configuration = workplace.folder + "/config.toml"
        try Files.write("access-token = \"ours\"\nclient-access-token = \"theirs\"\n", to: configuration)
        try await expectRefusal(
          side, suspend, ["--config", configuration], "it did not show the client-access-token of the configuration",
          workplace)
      }
    }

    private func expectRefusal(
      _ side: PythonSide, _ suspend: String, _ options: [String], _ words: String, _ workplace: Workplace
    ) async throws {
      let program = try workplace.install("refused.py")
      let port = try FreePort.pick()
      let batch = try await workplace.batch(port, options)
      try batch.send("b refused.py:13 if secret")
      let debuggee = try await workplace.debuggee(program, side, port: port, [suspend])
      #expect(try await debuggee.waitForEnd(within: 90) == .exited(3))
      #expect(debuggee.output.hasSuffix("total 3\nthe end\n"))
      let knock = try await batch.wait(for: "knock", within: 30)
      #expect(knock["peer"]?.string?.hasPrefix("127.0.0.1:") == true)
      #expect(knock["what"]?.string == "refused: \(words)")
      #expect(try batch.events().allSatisfy { $0["event"]?.string != "connected" })
    }

    @Test func nothingButRunIsSentToAPeerThatIsRefused() async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port, ["--allow", "127.0.0.0/24", "--allow", "::1"])
        let peer = try await workplace.claim("4711", from: "127.0.1.1", port)
        #expect(try await peer.waitForEnd(within: 60) == .exited(0))
        #expect(peer.output == "101\t1\t\n")
        // An address of the list is let in.
        _ = try await workplace.claim("4711", from: "127.0.0.2", port)
        let connected = try await batch.wait(for: "connected", within: 120)
        #expect(connected["peer"]?.string?.hasPrefix("127.0.0.2:") == true)
      }
    }

    @Test(.enabled(if: Environs.isStrict || geteuid() == 0, "only root can start a process of another user"))
    func anotherUsersProcessIsRefusedUnlessItIsAllowed() async throws {
      try await withWorkplace { workplace in
        let code = try Files.read("\(Environs.root)/Tests/Fixtures/claiming.py")
        for (options, isAllowed) in [
          ([], false), (["--allow-user", "nobody"], true), (["--allow-user", "any"], true),
        ] {
          let port = try FreePort.pick()
          let batch = try await workplace.batch(port, options)
          let child = try await workplace.start(
            [
              "setpriv", "--reuid=65534", "--clear-groups", "/usr/bin/python3", "-c", code, "\(port)", "127.0.0.1", "0",
              "4711",
            ])
          if isAllowed {
            try await batch.wait(for: "connected", within: 120)
          } else {
            #expect(try await child.waitForEnd(within: 60) == .exited(0))
            #expect(child.output == "101\t1\t\n")
            let knock = try await batch.wait(for: "knock", within: 30)
            #expect(knock["what"]?.string == "refused: of another user (nobody); --allow-user nobody lets it in")
          }
        }
      }
    }

    /// A program that Dialback starts itself is let in, whatever else holds.
    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func aProgramThatWasStartedHereIsLetIn(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let configuration = workplace.home + "/config/dialback/config.toml"
        try Files.makeFolder(workplace.home + "/config")
        try Files.makeFolder(workplace.home + "/config/dialback")
        try Files.write(
          "access-token = \"ours\"\nclient-access-token = \"theirs\"\nallow = [\"10.0.0.0/8\"]\n", to: configuration)
        let program = try workplace.install("counting.py")
        let batch = try await workplace.batch(running: program, side)
        try await batch.wait(for: "connected", within: 120)
        try await batch.wait(for: "stopped", within: 60)
        #expect(try batch.events().allSatisfy { $0["event"]?.string != "knock" })
        try batch.send("quit")
      }
    }
  }
}
