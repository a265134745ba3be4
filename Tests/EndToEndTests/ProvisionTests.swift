import Glibc
import Testing

extension EndToEnd {
  /// `run` and `demo` where Python or pydevd has still to be found: what can't be had ends them with a sentence, and what can is
  /// made once.
  @Suite struct ProvisionTests {
    /// A front end, with what makes `dialback` use it.
    enum FrontEnd: String, CaseIterable {
      case screen, plain, batch

      var options: [String] { self == .screen ? [] : ["--\(rawValue)"] }
    }

    @Test(arguments: FrontEnd.allCases)
    func aPythonThatIsNotThereEndsIt(front: FrontEnd) async throws {
      try await withWorkplace { workplace in
        try await expectEnd(
          workplace, front, "/no/such/python", ["/no/such/python: there is no such file", "with --python PATH"])
      }
    }

    @Test(arguments: FrontEnd.allCases)
    func aProgramThatIsNoPythonEndsIt(front: FrontEnd) async throws {
      try await withWorkplace { workplace in
        try await expectEnd(
          workplace, front, "/bin/echo", ["/bin/echo is not a Python that works", "exit status 0 and said: -c"])
      }
    }

    /// Debian's python3 without its package for environments.
    @Test(arguments: FrontEnd.allCases)
    func aPythonWithoutPipAndEnsurepipEndsIt(front: FrontEnd) async throws {
      try await withWorkplace { workplace in
        let python = try BarePython(in: workplace, without: ["pip", "ensurepip"])
        let text = try await expectEnd(
          workplace, front, python.path, ["pydevd 3.5.0 can't be installed for", "neither pip nor ensurepip"])
        #expect(!text.contains("-m pip"))
      }
    }

    @Test(arguments: FrontEnd.allCases)
    func anIndexThatDoesNotAnswerEndsIt(front: FrontEnd) async throws {
      try await withWorkplace { workplace in
        let python = try BarePython(in: workplace)
        let port = try FreePort.pick()
        let text = try await expectEnd(
          workplace, front, python.path, ["pydevd 3.5.0 could not be fetched for", "(Connection refused)"],
          index: "http://127.0.0.1:\(port)/simple")
        #expect(!text.contains("No matching distribution"))
        #expect(try caches(workplace).allSatisfy { !$0.contains("making") })
      }
    }

    @Test func noIndexAtAllEndsIt() async throws {
      try await withWorkplace { workplace in
        let python = try BarePython(in: workplace, without: ["pip"])
        try await expectEnd(workplace, .batch, python.path, ["pip is set to use no package index"], within: 60)
      }
    }

    @Test func aCacheThatCannotBeWrittenEndsIt() async throws {
      try await withWorkplace { workplace in
        let python = try BarePython(in: workplace)
        try Files.makeFolder(workplace.home + "/cache")
        try Files.write("", to: workplace.home + "/cache/dialback")
        let script = try workplace.install("loop.py").localPath
        let outcome = try await Command(
          [
            Environs.binary, "run", "--batch", "--python", python.path, "-c", "wait stopped 20", script,
          ],
          environment: workplace.environment
        ).run()
        #expect(outcome.status == .exited(1))
        #expect(outcome.errors.contains("cache/dialback: Not a directory. Set XDG_CACHE_HOME"))
      }
    }

    /// The folder that is made is used from then on, is the interpreter's own, and is made again where it is broken.
    @Test func whatIsMadeIsKeptForItsInterpreterAndRepaired() async throws {
      try await withWorkplace { workplace in
        let wheels = try await Self.wheels(workplace, .pydevd)
        let python = try BarePython(in: workplace)
        let first = try await demo(workplace, python.path, findLinks: wheels)
        #expect(first.errors.contains("Getting pydevd 3.5.0 for Python 3."))
        #expect(first.errors.contains("  installing pydevd\n"))
        let kept = try #require(try caches(workplace).first { $0.hasPrefix("pydevd-3.5.0-") && !$0.hasSuffix(".lock") })
        let second = try await demo(workplace, python.path, findLinks: "/nowhere")
        #expect(!second.errors.contains("Getting pydevd"))
        // Interrupted, or cleaned by a program that does not know it.
        let inner = "\(workplace.home)/cache/dialback/\(kept)/site-packages/_pydevd_bundle"
        _ = try await Command(["rm", "-r", inner]).run()
        let third = try await demo(workplace, python.path, findLinks: wheels)
        #expect(third.errors.contains("Getting pydevd 3.5.0"))
        #expect(Files.exists(inner))
        let other = try BarePython(in: workplace, side: .pydevdOnNewPython)
        let newWheels = try await Self.wheels(workplace, .pydevdOnNewPython)
        let fourth = try await demo(workplace, other.path, findLinks: newWheels)
        // Where one Python is all there is, the same folder serves.
        let isOther = PythonSide.pydevd.libraryName != PythonSide.pydevdOnNewPython.libraryName
        #expect(fourth.errors.contains("Getting pydevd 3.5.0") == isOther)
        let count = try caches(workplace).count { $0.hasPrefix("pydevd-3.5.0-") && !$0.hasSuffix(".lock") }
        #expect(count == (isOther ? 2 : 1))
      }
    }

    /// The limit is about the program, not about the network.
    @Test func theTimeLimitOfAWaitCountsFromTheProgramsStart() async throws {
      try await withWorkplace { workplace in
        let wheels = try await Self.wheels(workplace, .pydevd)
        let python = try BarePython(in: workplace, slowness: 8)
        _ = try await demo(workplace, python.path, findLinks: wheels, limit: 7)
      }
    }

    @Test(arguments: [TerminalSize.small, .large])
    func theWaitIsShownAndCanBeLeft(size: TerminalSize) async throws {
      try await withWorkplace { workplace in
        let python = try BarePython(in: workplace)
        let silence = try SilentPort()
        let session = try await workplace.terminal(
          Self.pip(index: "http://127.0.0.1:\(silence.port)/simple")
            + [Environs.binary, "demo", "--python", python.path, "--log", workplace.logPath], size: size)
        try await session.wait(for: "the step with its time", within: 20) { screen in
          screen.contains("Getting pydevd 3.5.0 for Python 3.")
            && screen.contains("asking the package index for pydevd")
            && !screen.contains("settrace")
        }
        try await session.wait(for: "the connection of pip", within: 20) { _ in
          try FreePort.connections(to: silence.port) > 0
        }
        try await session.press("C-c")
        #expect(session.ending == nil)
        #expect(try await session.quit() == .exited(0))
        try await eventually(complaint: { "pip still runs" }) {
          try FreePort.connections(to: silence.port) == 0 ? true : nil
        }
        #expect(
          try caches(workplace).allSatisfy {
            !$0.contains("making") && !$0.hasPrefix("pydevd-3.5.0-cp") || $0.hasSuffix(".lock")
          })
      }
    }

    @Test func aKilledDialbackLeavesNothingThatIsTakenForWhole() async throws {
      try await withWorkplace { workplace in
        let python = try BarePython(in: workplace)
        let silence = try SilentPort()
        let session = try await workplace.terminal(
          Self.pip(index: "http://127.0.0.1:\(silence.port)/simple")
            + [Environs.binary, "demo", "--plain", "--python", python.path], size: .large)
        try await session.wait(forText: "--   asking the package index for pydevd 3.5.0", within: 20)
        try await session.wait(for: "the connection of pip", within: 20) { _ in
          try FreePort.connections(to: silence.port) > 0
        }
        try session.send(signal: SIGKILL)
        #expect(try await session.waitForEnd() == .killed(signal: Int(SIGKILL)))
        #expect(try caches(workplace).contains { $0.contains(".making-") })
        silence.end()
        let after = try await demo(workplace, python.path, findLinks: try await Self.wheels(workplace, .pydevd))
        #expect(after.errors.contains("Getting pydevd 3.5.0"))
        #expect(try !caches(workplace).contains { $0.contains(".making-") })
      }
    }

    // MARK: What they share

    /// What makes pip look there and nowhere else.
    private static func pip(index: String? = nil, findLinks: String = "/nowhere") -> [String] {
      let only = index.map { ["PIP_INDEX_URL=\($0)"] } ?? ["PIP_NO_INDEX=1", "PIP_FIND_LINKS=\(findLinks)"]
      return ["env", "PIP_CONFIG_FILE=/dev/null", "PIP_NO_CACHE_DIR=1"] + only
    }

    /// Runs the demo to its first stop, within so many seconds of the program's start.
    private func demo(
      _ workplace: Workplace, _ python: String, findLinks: String, limit: Int = 30
    ) async throws -> Command.Outcome {
      let outcome = try await Command(
        Self.pip(findLinks: findLinks)
          + [Environs.binary, "demo", "--batch", "--python", python, "-c", "wait stopped \(limit)", "-c", "q"],
        environment: workplace.environment
      ).run()
      #expect(outcome.status == .exited(0), "\(outcome.errors)")
      #expect(outcome.output.contains(#""event": "stopped""#), "\(outcome.output)")
      return outcome
    }

    private func caches(_ workplace: Workplace) throws -> [String] {
      try Files.names(in: workplace.home + "/cache/dialback")
    }

    /// Starts the demo with a Python, and expects the end with status 1 and a sentence with all of `words`.
    /// - Returns: what was said.
    @discardableResult
    private func expectEnd(
      _ workplace: Workplace, _ front: FrontEnd, _ python: String, _ words: [String], index: String? = nil,
      within seconds: Double = 30
    ) async throws -> String {
      let arguments =
        Self.pip(index: index) + [Environs.binary, "demo", "--log", workplace.logPath, "--python", python]
        + front.options
      if front == .batch {
        let errors = workplace.folder + "/errors"
        let outcome = try await Command(
          ["timeout", "\(Int(seconds))", "sh", "-c", "exec \"$@\" 2>\(errors) <&1", "sh"] + arguments
            + ["-c", "wait stopped 25"],
          environment: workplace.environment
        ).run()
        #expect(outcome.status == .exited(1))
        let text = try Files.read(errors)
        let sentence = try #require(text.split(separator: "\n").last.map(String.init))
        for word in words { #expect(sentence.contains(word)) }
        let events = try outcome.output.split(separator: "\n").map { try JSONParser.parse($0) }
        let warning = events.last { $0["event"]?.string == "warning" }?["message"]?.string
        #expect("dialback: \(warning ?? "")" == sentence)
        return sentence
      }
      let session = try await workplace.terminal(arguments, size: .large)
      #expect(try await session.waitForEnd(within: seconds) == .exited(1))
      let screen = try await session.wait(forText: "dialback: ")
      let text = screen.rows.joined().replacing(" ", with: "")
      for word in words { #expect(text.contains(word.replacing(" ", with: ""))) }
      #expect(try await session.variable("alternate_on") == "0")
      #expect(try await session.variable("cursor_flag") == "1")
      return screen.rows.joined()
    }

    /// A folder with a wheel of the pydevd that a side has.
    private static func wheels(_ workplace: Workplace, _ side: PythonSide) async throws -> String {
      let folder = "\(workplace.folder)/wheels-\(side.name)"
      let outcome = try await Command(
        [side.python, Environs.root + "/Tests/Fixtures/wheel.py", folder], environment: workplace.environment
      ).run()
      #expect(outcome.status == .exited(0), "\(outcome.errors)")
      return folder
    }
  }
}

/// A real Python that lacks pydevd, and other modules which its installation has.
private struct BarePython {
  let path: String

  private static let pydevd = ["pydevd", "_pydevd_bundle", "_pydev_bundle"]

  /// - Parameter slowness: seconds that its pip takes longer.
  init(
    in workplace: Workplace, without modules: [String] = [], side: PythonSide = .pydevd, slowness: Int = 0
  ) throws {
    let folder = "\(workplace.folder)/bare-\(side.name)"
    path = folder + "/python"
    try Files.makeFolder(folder)
    try Files.write(try Files.read(Environs.root + "/Tests/Fixtures/bare.py"), to: folder + "/sitecustomize.py")
    let script = """
      #!/bin/sh
      case "$*" in *"-m pip"*) sleep \(slowness) ;; esac
      BARE_PYTHON='\(path)' BARE_WITHOUT='\((Self.pydevd + modules).joined(separator: " "))' PYTHONPATH='\(folder)' exec '\(side.python)' "$@"

      """
    try Files.write(script, to: path)
    chmod(path, 0o755)
  }
}

/// A port whose connections are made by the kernel and answered by nobody.
private final class SilentPort {
  let port: Int
  private var descriptor: Int32

  init() throws {
    port = try FreePort.pick()
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
    }
    guard isOpen, listen(descriptor, 8) == 0 else { throw HarnessError("port \(port) can't be listened at") }
  }

  /// Refuses connections from now on, and ends those that there are.
  func end() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
  }

  deinit { end() }
}
