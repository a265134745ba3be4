import DebuggerModel
import Glibc
import Testing

@testable import DebuggerSession

@Suite struct LocalPeerTests {
  @Test func aPidThatDoesNotHoldTheSocketIsNotTakenForThePeer() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.expect("501\t")
    #expect(LocalPeer.owns(Int(getpid()), peer: "127.0.0.1:\(await bench.port)"))
    #expect(!LocalPeer.owns(Int(getppid()), peer: "127.0.0.1:\(await bench.port)"))
    #expect(!LocalPeer.owns(Int(getpid()), peer: "nonsense"))
    await bench.leave()
  }

  @Test func theParentIsTheFirstOfTheAncestors() {
    #expect(LocalPeer.ancestors(of: Int(getpid())).first == Int(getppid()))
    #expect(LocalPeer.ancestors(of: -1).isEmpty)
  }

  @Test func theStackOfAnExpressionLeavesPydevdOut() {
    let text = "4\twait\t/srv/app/wait.py\n88\tdo_wait_suspend\t/x/pydevd.py\n12\t<module>\t/srv/app/main.py"
    let frames = StackExpression.frames(in: text)
    #expect(frames.map(\.function) == ["wait", "<module>"])
    #expect(frames.map(\.line) == [4, 12])
    #expect(StackExpression.text(for: "pid_4_id_77").contains("id(t) == 77"))
    #expect(StackExpression.text(for: "pid_4_id_7)x").contains("id(t) == 0"))
  }
}
