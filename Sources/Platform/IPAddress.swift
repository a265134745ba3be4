import Glibc

/// An IPv4 or IPv6 address. An IPv4 address in the form of an IPv6 one (`::ffff:10.0.0.7`) is the IPv4 address.
public struct IPAddress: Hashable, Sendable {
  /// Four or sixteen, in the order of the network.
  public let bytes: [UInt8]

  /// The first bytes of an IPv6 address that stands for an IPv4 one.
  static let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xff, 0xff]

  /// - Parameter bytes: in the order of the network; `nil` comes of any other number of them than four and sixteen.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    let isMapped = bytes.count == 16 && bytes.starts(with: Self.mapped)
    self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
  }

  /// - Parameter text: `10.0.0.7` or `fd00::7`.
  public init?(_ text: String) {
    guard let bytes = Self.bytes(of: text) else { return nil }
    self.init(bytes: bytes)
  }

  /// The bytes of an address as it is written, four of `10.0.0.7`, sixteen of `::ffff:10.0.0.7`.
  static func bytes(of text: String) -> [UInt8]? {
    let isSix = text.contains(":")
    var bytes = [UInt8](repeating: 0, count: isSix ? 16 : 4)
    return inet_pton(isSix ? AF_INET6 : AF_INET, text, &bytes) == 1 ? bytes : nil
  }

  /// Whether only this machine has it.
  public var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }
}

extension IPAddress: CustomStringConvertible {
  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
