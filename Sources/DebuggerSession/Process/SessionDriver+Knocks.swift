import DebuggerModel
import NIOCore
import Platform
import PydevdClient
import PydevdWire

/// Peers that connect and are not pydevd, or are turned away.
extension SessionDriver {
  /// A dispatcher of `--multiproc` closes its connection once it has its port: sooner than this, in milliseconds.
  private static let dispatcherCloses: Int64 = 500
  /// Seconds in which the same from the same host is reported once: something may look every few seconds whether the port is open.
  private static let quietSeconds: Int64 = 10

  /// Reports why a stranger was no process to debug.
  func strangerClosed(_ connection: PydevdConnection, _ error: (any Error)?) {
    let key = ObjectIdentifier(connection)
    guard strangers.removeValue(forKey: key) != nil else { return }
    let asked = dispatches.removeValue(forKey: key)
    if error == nil, let asked, NIODeadline.now() - asked < .milliseconds(Self.dispatcherCloses) { return }
    let address = SocketTable.Connection(own: connection.ends.own, other: connection.ends.other)?.other.address
    let isLeftOut = error == nil && settings.access.refusal(of: address, .elsewhere) == .address
    let reason =
      isLeftOut ? "it closed the connection without a word, and is not in the allow list" : Self.reason(error)
    report(knock: connection.peer, reason)
  }

  private static func reason(_ error: (any Error)?) -> String {
    if case ClientError.noRoom(let limit)? = error as? ClientError {
      return
        "it was closed before it had said who it is, since the messages of all peers take more than \(limit >> 20) MB"
    }
    return switch error as? WireError {
    case .notPydevd(let start): "it sent “\(start)”"
    case let error?: "\(error)"
    case nil: "it closed the connection without a word, so the way here is open"
    }
  }

  /// Passes on that somebody connected who is not pydevd.
  func report(knock peer: String, _ what: String) {
    if isNew(knock: peer, what) { emit(.knocked(peer: peer, what: what)) }
  }

  /// Passes on that somebody was refused.
  func report(refusal peer: String, _ reason: String) {
    if isNew(knock: peer, reason) { emit(.refused(peer: peer, reason: reason)) }
  }

  /// Whether the same was not reported of the same host a moment ago.
  private func isNew(knock peer: String, _ what: String) -> Bool {
    let host = peer.lastIndex(of: ":").map { String(peer[..<$0]) } ?? peer
    let key = "\(host) \(what)"
    if let last = knocks[key], NIODeadline.now() - last < .seconds(Self.quietSeconds) { return false }
    if knocks.count > 1000 { knocks = [:] }
    knocks[key] = .now()
    return true
  }
}
