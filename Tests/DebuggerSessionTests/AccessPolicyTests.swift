import DebuggerModel
import Glibc
import Platform
import Testing

@testable import DebuggerSession

/// The gate for those who connect.
@Suite(.timeLimit(.minutes(1))) struct AccessPolicyTests {
  private func refusal(
    _ ranges: [String], _ users: AccessPolicy.Users, _ address: String, _ sighting: LocalPeer.Sighting
  ) throws -> AccessPolicy.Refusal? {
    let policy = AccessPolicy(addresses: try ranges.map { try AddressRange(parsing: $0) }, users: users)
    return policy.refusal(of: IPAddress(address), sighting)
  }

  @Test func theAddressHasToBeInTheList() throws {
    #expect(try refusal([], .any, "192.0.2.1", .elsewhere) == nil)
    #expect(try refusal(["10.0.0.0/8"], .any, "10.1.1.1", .elsewhere) == nil)
    #expect(try refusal(["10.0.0.0/8", "fd00::/8"], .any, "fd00::1", .elsewhere) == nil)
    #expect(try refusal(["10.0.0.0/8"], .any, "192.0.2.1", .elsewhere) == .address)
    #expect(try refusal(["10.0.0.0/8"], .any, "127.0.0.1", .user(0)) == .address)
    #expect(try refusal(["10.0.0.0/8"], .any, "no address", .unknown) == .address)
  }

  @Test func onThisMachineTheUserCounts() throws {
    let users = AccessPolicy.Users.these([0, 1000])
    #expect(try refusal([], users, "127.0.0.1", .user(1000)) == nil)
    #expect(try refusal([], users, "127.0.0.1", .user(1001)) == .user(1001))
    #expect(try refusal([], users, "192.0.2.1", .user(1001)) == .user(1001))
    #expect(try refusal(["127.0.0.1"], users, "127.0.0.1", .user(1001)) == .user(1001))
    #expect(try refusal([], .any, "127.0.0.1", .user(1001)) == nil)
    #expect(try refusal([], users, "192.0.2.1", .elsewhere) == nil)
    #expect(try refusal([], users, "127.0.0.1", .elsewhere) == .unknownUser)
    #expect(try refusal([], users, "127.0.0.1", .unknown) == nil)
  }

  @Test func usersAreKnownByNameAndNumber() {
    #expect(UserTable.number(of: "root") == 0 && UserTable.name(of: 0) == "root")
    #expect(UserTable.number(of: "54321") == 54321 && UserTable.name(of: 54321) == "54321")
    #expect(["nobody at all", "", "-1", "4294967295", "1e3"].allSatisfy { UserTable.number(of: $0) == nil })
  }

  private func settings(_ policy: AccessPolicy) -> SessionSettings {
    var settings = SessionSettings(host: "127.0.0.1", port: 0)
    settings.access = policy
    return settings
  }

  @Test func whoMayNotConnectIsToldToRunAndNothingElse() async throws {
    let bench = Bench()
    let range = try AddressRange(parsing: "10.0.0.0/8")
    try await bench.start(settings: settings(.init(addresses: [range], users: .these([geteuid()]))))
    let first = try await ScriptedPeer(port: bench.port)
    let second = try await ScriptedPeer(port: bench.port)
    for peer in [first, second] {
      try await eventually("the end") { try await peer.isClosed }
      #expect(try await peer.lines == ["101\t1\t"])
    }
    #expect(await bench.knocks == ["refused: not in the allow list; --allow with its address lets it in"])
    let console = await bench.state.console.chunks(from: 0).map(\.text).joined()
    #expect(console.contains("A process at 127.0.0.1:") && console.contains("was refused: not in the allow list"))
    #expect(await bench.state.processes.isEmpty)
    await bench.leave()
  }

  @Test func anotherUsersProcessIsRefusedByName() async throws {
    let bench = Bench()
    try await bench.start(settings: settings(.init(users: .these([12345]))))
    let peer = try await ScriptedPeer(port: bench.port)
    try await eventually("the end") { try await peer.isClosed }
    #expect(try await peer.lines == ["101\t1\t"])
    let name = UserTable.name(of: geteuid())
    #expect(await bench.knocks == ["refused: of another user (\(name)); --allow-user \(name) lets it in"])
    await bench.leave()
  }

  @Test func oursMayConnectManyAtATime() async throws {
    let bench = Bench()
    try await bench.start(settings: settings(.init(users: .these([geteuid()]))))
    var peers: [ScriptedPeer] = []
    for _ in 1...50 { peers.append(try await ScriptedPeer(port: bench.port)) }
    for peer in peers { try await peer.introduce("@@BUILD_NUMBER@@") }
    try await eventually("all of them") { await bench.state.processes.count == 50 }
    #expect(await bench.knocks.isEmpty)
    await bench.leave()
  }
}
