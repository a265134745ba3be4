import DebuggerModel
import DebuggerSession
import Glibc
import Platform

/// The peers that may connect, as the command line and the user's configuration name them.
enum AccessOptions {
  /// The word for every user.
  static let anyone = "any"

  static func ranges(_ texts: [String]) throws(AddressRange.Failure) -> [AddressRange] {
    var ranges: [AddressRange] = []
    for text in texts { ranges.append(try AddressRange(parsing: text)) }
    return ranges
  }

  struct UnknownUser: Error, CustomStringConvertible {
    let name: String

    var description: String {
      "\(name): there is no such user on this machine; name one, or its number, or `\(anyone)` for all of them"
    }
  }

  /// - Parameter names: of users who may connect beside root and the one who runs Dialback.
  static func users(_ names: [String]) throws(UnknownUser) -> AccessPolicy.Users {
    var numbers: Set<UInt32> = [0, getuid(), geteuid()]
    for name in names where name != anyone {
      guard let number = UserTable.number(of: name) else { throw UnknownUser(name: name) }
      numbers.insert(number)
    }
    return names.contains(anyone) ? .any : .these(numbers)
  }
}

extension Launch {
  /// The command line's, or else the configuration's.
  var allowed: [String] { options.allowed.isEmpty ? configuration.allowed ?? [] : options.allowed }

  var allowedUsers: [String] { options.allowedUsers.isEmpty ? configuration.allowedUsers ?? [] : options.allowedUsers }

  /// Users only count where something is kept out: a port that any machine reaches is open to this one's users as well.
  private var isOpen: Bool { !DebuggerState.Listener.isLoopback(host) && allowed.isEmpty && allowedUsers.isEmpty }

  /// - Throws: what is wrong with a setting of who may connect: with its default somebody else could.
  func access() throws -> AccessPolicy {
    if let fault = configuration.accessFault { throw Failure.usage(fault) }
    return AccessPolicy(
      addresses: try named(options.allowed.isEmpty, "allow") { try AccessOptions.ranges(allowed) },
      users: isOpen
        ? .any : try named(options.allowedUsers.isEmpty, "allow-user") { try AccessOptions.users(allowedUsers) })
  }

  /// Adds to an error where the setting was made.
  private func named<Value>(_ isOfFile: Bool, _ key: String, _ read: () throws -> Value) throws -> Value {
    do { return try read() } catch {
      throw Failure.usage("\(isOfFile ? configuration.place(of: key) : "--\(key)") \(error)")
    }
  }

  /// A sentence for each thing about who may connect that is likely not meant.
  var accessWarnings: [String] {
    var warnings: [String] = []
    if !DebuggerState.Listener.isLoopback(host), allowed.isEmpty {
      let place = listensEverywhere ? "every address" : host
      warnings.append(
        "Listening on \(place): whoever reaches this port can be debugged here. --allow CIDR says who may connect; "
          + "--host 127.0.0.1 is safer.")
    }
    if configuration.clientAccessToken != nil, configuration.accessToken == nil {
      warnings.append(
        "Every process is refused: client-access-token is set, and pydevd shows its own token only to who shows it the "
          + "access-token.")
    }
    return warnings
  }

  /// A sentence for an allow list that leaves out this machine, where nobody else reaches the port; `nil` otherwise.
  var unreachable: String? {
    guard DebuggerState.Listener.isLoopback(host), let ranges = try? AccessOptions.ranges(allowed), !ranges.isEmpty
    else { return nil }
    let loopback = ["127.0.0.1", "::1"].compactMap { IPAddress($0) }
    guard !ranges.contains(where: { range in range.address.isLoopback || loopback.contains(where: range.contains) })
    else {
      return nil
    }
    return "Nobody can connect: only this machine reaches \(host), and the allow list leaves its address out. "
      + "--allow 127.0.0.1 lets it in; --host ADDR listens where the others come from."
  }
}
