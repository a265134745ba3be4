import Glibc
import Platform
import TestSupport
import Testing

@testable import DebuggerSession

/// A private pydevd that is there whole or not at all.
@Suite struct PrivateFolderTests {
  private func folder(_ root: String, processID: Int32 = getpid()) -> PrivateFolder {
    PrivateFolder(cacheFolder: root + "/cache", release: "3.5.0", tag: "cpython-311", processID: processID)
  }

  private func write(_ text: String, _ path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    try TemporaryFolder.with([]) { root in
      defer { FolderTree.remove(root + "/cache") }
      try body(root)
    }
  }

  @Test func oneAtATimeMakesIt() throws {
    try withFolder { root in
      let lock = try #require(try folder(root).lock())
      #expect(try folder(root).lock() == nil)
      let other = PrivateFolder(cacheFolder: root + "/cache", release: "3.5.0", tag: "cpython-312")
      close(try #require(try other.lock()))
      close(lock)
      close(try #require(try folder(root).lock()))
    }
  }

  @Test func whatAnInterruptedRunLeftIsRemovedAndNeverUsed() throws {
    try withFolder { root in
      let interrupted = try folder(root, processID: 1).begin()
      try write("half", interrupted.site + "/pydevd.py")
      #expect(access(folder(root).site, F_OK) != 0)
      let staging = try folder(root).begin()
      #expect(access(interrupted.path, F_OK) != 0)
      #expect(FolderTree.names(in: staging.site).isEmpty)
    }
  }

  @Test func theWholeOneTakesTheBrokenOnesPlace() throws {
    try withFolder { root in
      try FolderTree.make(folder(root).site)
      try write("broken", folder(root).site + "/pydevd.py")
      let staging = try folder(root).begin()
      try write("whole", staging.site + "/pydevd.py")
      try folder(root).finish(staging)
      FolderTree.remove(staging.path)
      #expect(try LocalFile.bytes(folder(root).site + "/pydevd.py") == Array("whole".utf8))
      #expect(FolderTree.names(in: root + "/cache") == ["pydevd-3.5.0-cpython-311"])
    }
  }

  @Test func aCacheThatIsAFileIsAProblemWithAPath() throws {
    try TemporaryFolder.with([("cache", "")]) { root in
      let problem = #expect(throws: FolderTree.Problem.self) { _ = try folder(root).lock() }
      #expect(problem?.description == "\(root)/cache: Not a directory")
    }
  }
}
