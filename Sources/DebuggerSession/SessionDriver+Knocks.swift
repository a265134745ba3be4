import DebuggerModel
import NIOCore
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
    report(knock: connection.peer, Self.reason(error))
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

  /// Passes on that somebody connected who is not pydevd, or was turned away.
  /// - Parameter isSaid: the user has been told already.
  func report(knock peer: String, _ what: String, isSaid: Bool = false) {
    let host = peer.lastIndex(of: ":").map { String(peer[..<$0]) } ?? peer
    let key = "\(host) \(what)"
    if let last = knocks[key], NIODeadline.now() - last < .seconds(Self.quietSeconds) { return }
    if knocks.count > 1000 { knocks = [:] }
    knocks[key] = .now()
    emit(.knocked(peer: peer, what: what, isSaid: isSaid))
  }
}
