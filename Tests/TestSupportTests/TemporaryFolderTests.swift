import Glibc
import TestSupport
import Testing

@Suite struct TemporaryFolderTests {
  private struct Stop: Error {}

  @Test func aFolderHoldsItsFilesUntilTheTestEnds() throws {
    let folder = try TemporaryFolder.with([("a/b/c.txt", "text"), ("a/d.txt", "")]) { folder in
      #expect(isThere("\(folder)/a/b/c.txt") && isThere("\(folder)/a/d.txt"))
      return folder
    }
    #expect(!isThere(folder))
  }

  @Test func aTestThatFailsLeavesNoFolder() throws {
    var seen = ""
    #expect(throws: Stop.self) {
      try TemporaryFolder.with([("file", "text")]) { folder in
        seen = folder
        throw Stop()
      }
    }
    #expect(!seen.isEmpty && !isThere(seen))
  }

  @Test func aProcessThatIsKilledLeavesNoFolderAndNoProgramInIt() async throws {
    let result = await #expect(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
      try TemporaryFolder.with { folder in
        // The program has no part in the output, which ends with this process then.
        let command = "env HOME=\(folder)/home sh -c 'echo $$ >\(folder)/id; exec sleep 600' >/dev/null 2>&1 &"
        _ = popen(command, "w")
        while try number(in: "\(folder)/id") == nil { usleep(10_000) }
        print("|\(folder)|\(try number(in: "\(folder)/id") ?? 0)|")
        fflush(nil)
        kill(getpid(), SIGKILL)
      }
    }
    let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let words = output.split(separator: "|", omittingEmptySubsequences: false)
    try #require(words.count == 4, "\(output)")
    let folder = String(words[1])
    let process = try #require(pid_t(words[2]))
    for _ in 0..<1_000 where isThere(folder) || ProcessTable.runs(process) {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(!isThere(folder))
    #expect(!ProcessTable.runs(process))
  }
}

private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

private func number(in path: String) throws -> Int? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 32)
  let count = fread(&bytes, 1, bytes.count, file)
  return Int(String(decoding: bytes[..<count], as: UTF8.self).filter { !$0.isWhitespace })
}
