import Glibc
import TestSupport
import Testing

@testable import DebuggerSession

/// Interpreters, and what only looks like one.
@Suite struct PythonInterpreterTests {
  private static let words =
    "dialback-python\n/usr/bin/python3.11\n3.11.2\n/usr\ncpython-311-x86_64-linux-gnu\nTrue\nFalse\n"

  @Test func theDescriptionIsFoundAmongOtherWords() throws {
    let python = try #require(
      PythonInterpreter.read("a banner\n" + Self.words + "noise\n/site/pydevd.py\n", path: "/p", name: "python3"))
    #expect(python.path == "/usr/bin/python3.11")
    #expect(python.version == [3, 11, 2])
    #expect(python.tag == "cpython-311-x86_64-linux-gnu")
    #expect(python.hasPip)
    #expect(!python.hasEnvironments)
    #expect(python.ownPydevd == "/site/pydevd.py")
    #expect(PythonInterpreter.read(Self.words, path: "/p", name: "python3")?.ownPydevd == nil)
  }

  @Test(arguments: ["", "-c import os", "dialback-python\n/x\n", words.replacing("3.11.2", with: "three")])
  func otherWordsAreNoDescription(output: String) {
    #expect(PythonInterpreter.read(output, path: "/p", name: "python3") == nil)
  }

  @Test func aProgramThatIsNoPythonIsRefusedWithItsWords() async throws {
    guard case .failure(.isNoPython(let outcome)) = try await PythonInterpreter.ask("/bin/echo", name: "echo") else {
      Issue.record("echo was taken for a Python")
      return
    }
    #expect(outcome.ending == .exited(0))
    let text = ProvisionAdvice(machine: .init()).refused("echo", .isNoPython(outcome))
    #expect(
      text.hasPrefix(
        "echo is not a Python that works: it ended with exit status 0 and said: -c \"\"\"Describes the interpreter"))
  }

  @Test func aProgramThatSaysNothingIsGivenUp() async throws {
    try await TemporaryFolder.with([("silent", "#!/bin/sh\nsleep 60\n")]) { root in
      chmod("\(root)/silent", 0o755)
      let answer = try await PythonInterpreter.ask("\(root)/silent", name: "silent", patience: 0.3)
      #expect(answer == .failure(.silent(seconds: 0)))
    }
  }

  @Test func interpretersAreFoundAsAShellWould() throws {
    try TemporaryFolder.with([
      ("bin/python3.9", ""), ("bin/python3.12", ""), ("bin/python3-config", ""), ("late/python", ""), ("plain", ""),
    ]) { root in
      for name in ["bin/python3.9", "bin/python3.12", "bin/python3-config", "late/python"] {
        chmod("\(root)/\(name)", 0o755)
      }
      let finder = PythonFinder(searchPath: "\(root)/none:\(root)/bin:\(root)/late", workingFolder: root)
      #expect(finder.find("python") == .found("\(root)/late/python"))
      #expect(finder.find("python3") == .missing)
      #expect(finder.find("bin/python3.9") == .found("\(root)/bin/python3.9"))
      #expect(finder.find("./bin") == .isFolder)
      #expect(finder.find("./plain") == .isNoProgram)
      #expect(finder.find("/no/such") == .missing)
      // The folder where one is may be anybody's.
      #expect(PythonFinder(searchPath: "bin::.:late", workingFolder: root).find("python") == .missing)
      #expect(
        finder.others(than: "python3") == ["\(root)/bin/python3.12", "\(root)/bin/python3.9", "\(root)/late/python"])
    }
  }
}
