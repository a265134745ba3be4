import DebuggerModel
import Glibc
import Platform
import Testing

@testable import DebuggerSession

@Suite struct LocalPeerTests {
  @Test func theOtherEndIsFoundByBothAddresses() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.expect("501\t")
    let ends = try #require(try await peer.ends).reversed
    #expect(LocalPeer.sightings([ends]) == [.user(geteuid())])
    let elsewhere = SocketTable.Connection(
      own: ends.own, other: .init(address: try #require(IPAddress("127.0.0.2")), port: ends.other.port))
    #expect(LocalPeer.sightings([elsewhere, ends]) == [.unknown, .user(geteuid())])
    await bench.leave()
  }

  /// Here both ends are the test's own.
  @Test func thisProcessIsNeverTheOtherEnd() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.expect("501\t")
    let ends = try #require(try await peer.ends).reversed
    for claim in [Int(getpid()), Int(getppid()), 0, 1, -1, .max, .min] {
      #expect(LocalPeer.process(ends, claiming: claim) == nil)
    }
    #expect(!LocalPeer.isDescendant(ends))
    await bench.leave()
  }

  @Test func theParentIsTheFirstOfTheAncestors() {
    #expect(ProcessTable.ancestors(of: Int(getpid())).first == Int(getppid()))
    #expect(ProcessTable.ancestors(of: -1).isEmpty)
  }

  @Test func theStackOfAnExpressionLeavesPydevdOut() {
    let text = "4\twait\t/srv/app/wait.py\n88\tdo_wait_suspend\t/x/pydevd.py\n12\t<module>\t/srv/app/main.py"
    let frames = StackReading.frames(in: text)
    #expect(frames.map(\.function) == ["wait", "<module>"])
    #expect(frames.map(\.line) == [4, 12])
    #expect(StackReading.expression(for: "pid_4_id_77").hasSuffix("(77)"))
    #expect(StackReading.expression(for: "pid_4_id_7)x").hasSuffix("(0)"))
  }
}
