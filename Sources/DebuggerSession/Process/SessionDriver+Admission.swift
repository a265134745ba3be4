import DebuggerModel
import Logging
import NIOCore
import NIOPosix
import Platform
import PydevdClient
import PydevdWire

/// The gate. A peer that may not connect is told to run on, and nothing else: no version is asked for, and no breakpoint,
/// condition or path is sent.
extension SessionDriver {
  private struct Arrival: Sendable {
    let connection: PydevdConnection
    /// As this end sees it.
    let ends: SocketTable.Connection?
  }

  /// Greets a peer that may connect, and turns away any other one.
  func admit(_ connection: PydevdConnection) {
    guard settings.access.asksForUsers || settings.accessTokens?.ofProcesses != nil else {
      return decide(on: connection, .unknown)
    }
    arrivals.append(connection)
    if !isLookingAtArrivals { lookAtArrivals() }
  }

  /// The kernel's table is long where there are many connections: those that come while it is read share the next look.
  private func lookAtArrivals() {
    isLookingAtArrivals = !arrivals.isEmpty
    guard isLookingAtArrivals else { return }
    let all = arrivals.map { Arrival(connection: $0, ends: .init(own: $0.ends.own, other: $0.ends.other)) }
    arrivals = []
    let sightings = NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      LocalPeer.sightings(all.compactMap(\.ends))
    }
    sightings.whenComplete { [weak self] result in
      self?.assumeIsolated { driver in
        var found = ((try? result.get()) ?? [])[...]
        for arrival in all {
          driver.decide(on: arrival.connection, arrival.ends == nil ? .unknown : found.popFirst() ?? .unknown)
        }
        driver.lookAtArrivals()
      }
    }
  }

  private func decide(on connection: PydevdConnection, _ sighting: LocalPeer.Sighting) {
    // Nobody listens there any more: its end is on its way.
    guard strangers[ObjectIdentifier(connection)] != nil, sighting != .gone else { return }
    let ends = SocketTable.Connection(own: connection.ends.own, other: connection.ends.other)
    let refusal = settings.access.refusal(of: ends?.other.address, sighting)
    let wantsToken = settings.accessTokens?.ofProcesses != nil
    guard refusal != nil || wantsToken else { return greet(connection) }
    let startsPrograms = settings.startsPrograms
    let isOwn = NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      (startsPrograms && ends.map(LocalPeer.isDescendant) == true, refusal?.reason)
    }
    isOwn.whenComplete { [weak self] result in
      self?.assumeIsolated { driver in
        guard driver.strangers[ObjectIdentifier(connection)] != nil else { return }
        let (isOwn, reason) = (try? result.get()) ?? (false, nil)
        if isOwn {
          driver.greet(connection)
        } else if refusal != nil {
          driver.refuse(connection, reason ?? "")
        } else {
          driver.demandToken(of: connection)
        }
      }
    }
  }

  /// Lets a process run on that may not connect.
  /// - Parameter wasRun: it was sent RUN already.
  func refuse(_ connection: PydevdConnection, _ reason: String, wasRun: Bool = false) {
    strangers[ObjectIdentifier(connection)] = nil
    dispatches[ObjectIdentifier(connection)] = nil
    logger.info("a peer at \(connection.peer) was refused: \(reason)")
    report(refusal: connection.peer, reason)
    connection.assumeIsolated { $0.turnAway(wasRun: wasRun) }
  }
}
