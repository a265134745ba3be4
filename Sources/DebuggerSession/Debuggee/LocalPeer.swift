import Glibc
import NIOCore
import Platform

/// The process at the other end of a connection, where it is one of this machine. All of this reads the kernel's tables, and is
/// for a thread that may block.
///
/// A pid that a peer names proves nothing: it may be that of a container, of a host at the far end of a tunnel, or of a process
/// that the peer would like to see ended. What proves something is the peer's socket: both of its ends are those of our own.
enum LocalPeer {
  /// The maker of the socket at the other end.
  enum Sighting: Equatable, Sendable {
    /// A user of this machine.
    case user(UInt32)
    /// The other end is not on this machine, as far as its network namespace goes.
    case elsewhere
    /// No process has the other end open any more.
    case gone
    /// The kernel's tables can't be read, or are not those of our sockets.
    case unknown
  }

  /// Looks at the other ends of connections, all at once.
  /// - Parameter connections: as this end sees them.
  static func sightings(_ connections: [SocketTable.Connection]) -> [Sighting] {
    let wanted = Set(connections + connections.map(\.reversed))
    guard let found = SocketTable.sockets(wanted) else { return connections.map { _ in .unknown } }
    return connections.map { connection in
      // Where our own end isn't listed, either, the table says nothing about the other one.
      guard let socket = found[connection.reversed] else { return found[connection] == nil ? .unknown : .elsewhere }
      return socket.inode == 0 ? .gone : .user(socket.user)
    }
  }

  /// Finds the process at the other end of a connection. Never this process itself, and never one that runs no Python: the other
  /// end may be a tunnel, whose far end is the peer.
  /// - Parameters:
  ///   - connection: as this end sees it.
  ///   - claim: the pid that the peer names. In a pid namespace of its own that is another one than here.
  static func process(_ connection: SocketTable.Connection, claiming claim: Int) -> Int? {
    guard claim > 1, claim <= Int(pid_t.max),
      let socket = SocketTable.sockets([connection.reversed])?[connection.reversed], socket.inode != 0
    else { return nil }
    let isHolder = { pid in
      ProcessTable.status(of: pid).map { ($0.innermostPID ?? pid) == claim } == true
        && ProcessTable.holds(socket.inode, pid)
    }
    // Forked children have the sockets of their parents open as well: the pid tells them apart.
    guard let holder = isHolder(claim) ? claim : ProcessTable.pids().first(where: isHolder), holder != getpid(),
      isOf(socket.user, holder), ProcessTable.runsPython(holder)
    else { return nil }
    return holder
  }

  /// Whether the process at the other end was started by this one, or by one that this one started.
  static func isDescendant(_ connection: SocketTable.Connection) -> Bool {
    guard let socket = SocketTable.sockets([connection.reversed])?[connection.reversed], socket.inode != 0 else {
      return false
    }
    let own = Int(getpid())
    return ProcessTable.pids().contains { pid in
      ProcessTable.ancestors(of: pid).contains(own) && ProcessTable.holds(socket.inode, pid)
    }
  }

  /// Ends the process at the other end of a connection, where there is no doubt about which one that is.
  /// - Returns: whether it was sent the signal.
  static func end(_ connection: SocketTable.Connection, claiming claim: Int) -> Bool {
    guard let pid = process(connection, claiming: claim) else { return false }
    return kill(pid_t(pid), SIGKILL) == 0
  }

  /// A socket can be handed to a process of somebody else, so only those processes count that the socket's own user could end.
  private static func isOf(_ user: UInt32, _ pid: Int) -> Bool {
    user == 0 || ProcessTable.status(of: pid)?.user == user
  }
}

extension SocketTable.Connection {
  /// - Returns: `nil` for sockets that are not TCP's.
  init?(own: SocketAddress?, other: SocketAddress?) {
    guard let own = own.flatMap(SocketTable.Endpoint.init), let other = other.flatMap(SocketTable.Endpoint.init) else {
      return nil
    }
    self.init(own: own, other: other)
  }
}

extension SocketTable.Endpoint {
  fileprivate init?(_ address: SocketAddress) {
    guard let ip = address.ipAddress.flatMap({ IPAddress($0) }), let port = address.port.flatMap(UInt16.init(exactly:))
    else { return nil }
    self.init(address: ip, port: port)
  }
}
