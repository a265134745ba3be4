import PydevdWire
import Testing

@testable import DebuggerSession

@Suite struct PeerFaultTests {
  private func faults(
    _ version: String, _ python: String, compiled: Bool = true, monitored: Bool = false, inModule: Bool = true
  ) -> [PeerFault] {
    PeerFault.Signs(
      dialect: Dialect(versionReply: version), python: python, losesForks: false, isCompiled: compiled,
      isMonitored: monitored, isInModule: inModule
    ).faults
  }

  @Test func aFaultIsToldOfTheReleasesThatHaveIt() {
    #expect(faults("263.7307.50", "3.11.4") == [.nestsInModules])
    #expect(faults("241.19416.19", "3.12.1") == [.nestsInModules, .tracesSlowly])
    #expect(faults("252.23892.515", "3.13.0", compiled: false) == [.tracesSlowly])
    #expect(faults("263.7307.50", "3.13.0", monitored: true, inModule: false).isEmpty)
    #expect(faults("263.7307.50", "3.10.2").isEmpty)
    #expect(faults("212.5284.44", "3.13.0").isEmpty)
    #expect(faults("@@BUILD_NUMBER@@", "3.13.0").isEmpty)
    #expect(faults("263.7307.50", "2.7.18").isEmpty)
  }

  @Test func childrenThatWouldBeLostAreToldOnEveryRelease() {
    let signs = PeerFault.Signs(
      dialect: Dialect(versionReply: "@@BUILD_NUMBER@@"), python: "3.11.4", losesForks: true, isCompiled: false,
      isMonitored: true, isInModule: false)
    #expect(signs.faults == [.losesForks])
  }
}
