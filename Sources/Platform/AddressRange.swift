/// The addresses that begin with the same bits, as `10.0.0.0/8` or `fd00::/8` writes them (CIDR, RFC 4632).
public struct AddressRange: Hashable, Sendable {
  /// The lowest one.
  public let address: IPAddress
  /// How many bits all of them begin with.
  public let length: Int

  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Parameter text: an address alone is a range of one.
  public init(parsing text: String) throws(Failure) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let written = parts.first.flatMap({ IPAddress.bytes(of: String($0)) }),
      let address = IPAddress(bytes: written)
    else {
      throw Failure(
        description:
          "\(text): a range of addresses is written as 10.0.0.0/8, fd00::/8 or, for one address alone, 10.0.0.7")
    }
    let bits = written.count * 8
    let digits = parts.count < 2 ? "\(bits)" : String(parts[1])
    guard digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let count = Int(digits),
      count <= bits
    else {
      throw Failure(description: "\(text): behind the slash belongs a number from 0 to \(bits)")
    }
    // What is written as IPv6 and stands for IPv4 has its length counted from the first of the sixteen bytes.
    let length = count - (bits - address.bytes.count * 8)
    guard length >= 0 else {
      throw Failure(description: "\(text): IPv4 addresses are written as 10.0.0.0/8, all of them as 0.0.0.0/0")
    }
    let lowest = Self.masked(address.bytes, length)
    guard lowest == address.bytes, let network = IPAddress(bytes: lowest) else {
      let network = IPAddress(bytes: lowest)?.description ?? "?"
      throw Failure(
        description:
          "\(text): \(address) has bits beyond the first \(length); say \(network)/\(length), or \(address) for "
          + "that address alone")
    }
    self.address = network
    self.length = length
  }

  public func contains(_ other: IPAddress) -> Bool {
    other.bytes.count == address.bytes.count && Self.masked(other.bytes, length) == address.bytes
  }

  private static func masked(_ bytes: [UInt8], _ length: Int) -> [UInt8] {
    bytes.enumerated().map { index, byte in
      let kept = min(8, max(0, length - index * 8))
      return byte & ~UInt8(truncatingIfNeeded: 0xff >> kept)
    }
  }
}

extension AddressRange: CustomStringConvertible {
  public var description: String { length == address.bytes.count * 8 ? "\(address)" : "\(address)/\(length)" }
}
