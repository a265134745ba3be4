import ArgumentParser
import DebuggerSession
import Glibc
import Platform
import TestSupport
import Testing

@testable import dialback

/// Settings of who may connect.
@Suite struct AccessOptionsTests {
  private let own: AccessPolicy.Users = .these([0, geteuid()])

  private func launch(_ arguments: [String]) throws -> Launch {
    let options = try SessionOptions.parse(arguments)
    return try Launch(options: options, places: Places(environment: ["HOME": "/nowhere"], workingFolder: "/"))
  }

  private func policy(_ arguments: String...) throws -> AccessPolicy { try launch(arguments).access() }

  @Test func oneselfAndRootMayConnectUnlessMoreIsSaid() throws {
    #expect(try policy() == .init(users: own))
    #expect(try policy("--host", "::1") == .init(users: own))
    #expect(try policy("--allow-user", "54321") == .init(users: .these([0, geteuid(), 54321])))
    #expect(try policy("--allow-user", "54321", "--allow-user", "any") == .init(users: .any))
    // Everybody, with a warning.
    #expect(try policy("--host", "0.0.0.0") == .init(users: .any))
    let range = try AddressRange(parsing: "10.0.0.0/8")
    #expect(try policy("--host", "0.0.0.0", "--allow", "10.0.0.0/8") == .init(addresses: [range], users: own))
    #expect(try launch(["--host", "0.0.0.0", "--allow", "10.0.0.0/8"]).warnings.isEmpty)
    #expect(try launch(["--host", "192.0.2.7"]).warnings.first?.hasPrefix("Listening on 192.0.2.7") == true)
  }

  @Test func anAllowListThatLeavesOutThisMachineIsSaid() throws {
    #expect(try launch(["--allow", "10.0.0.0/8"]).unreachable?.hasPrefix("Nobody can connect") == true)
    for list in [["127.0.0.2"], ["0.0.0.0/0"], ["::/0"], ["10.0.0.0/8", "::1"], []] {
      #expect(try launch(list.flatMap { ["--allow", $0] }).unreachable == nil)
    }
    #expect(try launch(["--host", "0.0.0.0", "--allow", "10.0.0.0/8"]).unreachable == nil)
  }

  private func withFile(_ text: String, _ arguments: [String] = [], _ body: (Launch, String) throws -> Void) throws {
    try TemporaryFolder.with([("user.toml", text)]) { root in
      try body(try launch(["--config", root + "/user.toml", "--root", root] + arguments), root)
    }
  }

  @Test func theCommandLineGoesBeforeTheConfiguration() throws {
    let text = "allow = [\"10.0.0.0/8\", \"fd00::/8\"]\nallow-user = [\"54321\"]\n"
    try withFile(text) { launch, _ in
      let ranges = try ["10.0.0.0/8", "fd00::/8"].map { try AddressRange(parsing: $0) }
      #expect(try launch.access() == .init(addresses: ranges, users: .these([0, geteuid(), 54321])))
      #expect(try EffectiveConfiguration(launch: launch).lines().contains { $0.hasPrefix("allow = [\"10.0.0.0/8\", ") })
    }
    try withFile(text, ["--allow", "127.0.0.0/8", "--allow-user", "any"]) { launch, _ in
      let range = try AddressRange(parsing: "127.0.0.0/8")
      let policy = try launch.access()
      #expect(policy == .init(addresses: [range], users: .any))
    }
    try withFile("allow-user = \"any\"") { launch, _ in
      let policy = try launch.access()
      #expect(policy == .init(users: .any))
    }
  }

  @Test(arguments: [
    ("allow = [\"10.0.0.0/33\"]", ":1: allow 10.0.0.0/33: behind the slash"), ("allow = 3", ":1:9: allow takes a list"),
    ("allow-user = [\"nobody at all\"]", ":1: allow-user nobody at all: there is no such user"),
    ("allow-user = 0", ":1:14: allow-user takes a list"),
    ("client-access-token = 5", ":1:23: client-access-token takes the text"),
    ("access-token = [\"x\"]", ":1:16: access-token takes the text"),
  ])
  func nothingStartsWithoutKnowingWhoMayConnect(text: String, words: String) throws {
    try withFile(text) { launch, root in
      let failure = try #require(throws: Failure.self) { try SessionPlan(launch: launch, purpose: .listen) }
      #expect(failure.status == EX_USAGE)
      #expect(failure.description.hasPrefix(root + "/user.toml" + words), "\(failure.description)")
    }
  }

  @Test func aProjectCanNotLetAnybodyIn() {
    var configuration = Configuration(text: "allow = [\"10.0.0.0/8\"]", path: "user.toml")
    configuration.read("allow = [\"0.0.0.0/0\"]\nallow-user = \"any\"\n", ".dialback.toml", .project)
    #expect(configuration.allowed == ["10.0.0.0/8"] && configuration.allowedUsers == nil)
    #expect(configuration.accessFault == nil)
    #expect(configuration.warnings.count == 2)
    #expect(configuration.warnings.allSatisfy { $0.contains("a project can't set allow") })
  }

  @Test func aTokenThatNobodyCanShowIsSaid() throws {
    try withFile("client-access-token = \"theirs\"") { launch, _ in
      #expect(launch.warnings.count == 1 && launch.warnings[0].hasPrefix("Every process is refused"))
    }
  }
}
