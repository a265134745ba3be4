public import Platform

/// The peers that may connect, by address and, where the other end is on this machine, by user. Any other one is told to run
/// on, and nothing else.
public struct AccessPolicy: Sendable, Equatable {
  public enum Users: Sendable, Equatable {
    case any
    case these(Set<UInt32>)
  }

  /// The addresses that processes may connect from; any, if it is empty.
  public var addresses: [AddressRange]
  /// The users whose processes may connect from this machine.
  public var users: Users

  public init(addresses: [AddressRange] = [], users: Users) {
    self.addresses = addresses
    self.users = users
  }

  /// A reason to refuse a peer.
  enum Refusal: Equatable {
    case address
    case user(UInt32)
    /// It is on this machine, and its user can't be found out.
    case unknownUser
    case token
  }

  /// Whether a peer's user makes a difference.
  var asksForUsers: Bool { users != .any }

  /// Returns `nil` for a peer that may connect.
  /// - Parameter address: the peer's.
  func refusal(of address: IPAddress?, _ sighting: LocalPeer.Sighting) -> Refusal? {
    if !addresses.isEmpty, !addresses.contains(where: { range in address.map(range.contains) == true }) {
      return .address
    }
    guard case .these(let users) = users else { return nil }
    switch sighting {
    case .user(let user): return users.contains(user) ? nil : .user(user)
    // It comes from this machine, and its socket has other ends than ours: something between the two rewrites addresses.
    case .elsewhere: return address?.isLoopback == true ? .unknownUser : nil
    // Where the system doesn't tell, nothing is known against it.
    case .gone, .unknown: return nil
    }
  }
}

extension AccessPolicy.Refusal {
  /// The reason and what lets the peer in, for a sentence. Looks for the user's name: for a thread that may block.
  var reason: String {
    switch self {
    case .address: return "not in the allow list; --allow with its address lets it in"
    case .user(let user) where UserTable.isForeign(user):
      return "of a user of another namespace; --allow-user any lets it in"
    case .user(let user):
      let name = UserTable.name(of: user)
      return "of another user (\(name)); --allow-user \(name) lets it in"
    case .unknownUser: return "its user can't be found out; --allow-user any lets it in"
    case .token: return "it did not show the client-access-token of the configuration"
    }
  }
}
