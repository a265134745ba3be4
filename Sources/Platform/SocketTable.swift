/// The TCP sockets of a network namespace, as the kernel lists them (proc_pid_net(5), `tcp` and `tcp6`).
public enum SocketTable {
  /// One end of a connection.
  public struct Endpoint: Hashable, Sendable {
    public let address: IPAddress
    public let port: UInt16

    public init(address: IPAddress, port: UInt16) {
      self.address = address
      self.port = port
    }
  }

  /// A socket by its own end and the other one: no two connections of a namespace have both in common.
  public struct Connection: Hashable, Sendable {
    public let own: Endpoint
    public let other: Endpoint

    public init(own: Endpoint, other: Endpoint) {
      self.own = own
      self.other = other
    }

    /// The same connection, as the other end sees it.
    public var reversed: Connection { Connection(own: other, other: own) }
  }

  public struct Socket: Hashable, Sendable {
    /// The user who has made it, as this process's user namespace numbers users.
    public let user: UInt32
    /// 0 where no process has it open any more.
    public let inode: UInt64
  }

  /// Finds sockets in the text of a table. A line that is not understood is passed over.
  public static func sockets(_ wanted: Set<Connection>, in text: [UInt8]) -> [Connection: Socket] {
    let ports = wanted.map(\.other.port).map(digits)
    var found: [Connection: Socket] = [:]
    // Of a long table few lines are of interest: what costs more is done for those that have one of the ports somewhere.
    for line in lines(of: text).dropFirst() where ports.contains(where: { contains($0, line) }) {
      let fields = line.split(separator: space, maxSplits: 10)
      // sl, both ends, state, queues, timer, retransmissions, uid, timeout, inode
      guard fields.count > 9, let own = endpoint(fields[1]), let other = endpoint(fields[2]),
        let user = UInt32(text: fields[7]), let inode = UInt64(text: fields[9])
      else { continue }
      let connection = Connection(own: own, other: other)
      // One that waits for late packets has no inode, and may stand beside a new one of the same ends.
      guard wanted.contains(connection), found[connection].map({ $0.inode == 0 }) != false else { continue }
      found[connection] = Socket(user: user, inode: inode)
    }
    return found
  }

  /// Finds sockets in the tables of this process's network namespace: both hold connections over IPv4.
  /// - Returns: `nil` where there are no tables to read.
  public static func sockets(_ wanted: Set<Connection>) -> [Connection: Socket]? {
    guard let four = ProcessTable.text("/proc/net/tcp") else { return nil }
    var found = sockets(wanted, in: four)
    if let six = ProcessTable.text("/proc/net/tcp6") {
      found.merge(sockets(wanted, in: six)) { $0.inode == 0 ? $1 : $0 }
    }
    return found
  }

  private static func lines(of text: [UInt8]) -> some Sequence<ArraySlice<UInt8>> {
    sequence(state: text[...]) { rest in
      guard !rest.isEmpty else { return nil }
      let end = rest.firstIndex(of: newline) ?? rest.endIndex
      defer { rest = rest[min(end + 1, rest.endIndex)...] }
      return rest[..<end]
    }
  }

  /// A port as the kernel writes it.
  private static func digits(_ port: UInt16) -> [UInt8] {
    let text = String(port, radix: 16, uppercase: true)
    return Array((":" + String(repeating: "0", count: 4 - text.count) + text).utf8)
  }

  private static func contains(_ port: [UInt8], _ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { line in
      line.indices.contains { line[$0] == colon && line[$0...].starts(with: port) }
    }
  }

  private static let newline = UInt8(ascii: "\n")
  private static let colon = UInt8(ascii: ":")
  private static let space = UInt8(ascii: " ")

  private static func port(_ text: ArraySlice<UInt8>) -> UInt16? {
    text.lastIndex(of: UInt8(ascii: ":")).flatMap { hexadecimal(text[($0 + 1)...]) }.flatMap(UInt16.init(exactly:))
  }

  /// `0100007F:7A03`: each four bytes of the address are a number of this machine's byte order.
  private static func endpoint(_ text: ArraySlice<UInt8>) -> Endpoint? {
    guard let colon = text.lastIndex(of: UInt8(ascii: ":")), let port = port(text) else { return nil }
    var bytes: [UInt8] = []
    var rest = text[..<colon]
    while !rest.isEmpty {
      guard rest.count >= 8, let word = hexadecimal(rest.prefix(8)) else { return nil }
      withUnsafeBytes(of: word) { bytes += $0 }
      rest = rest.dropFirst(8)
    }
    return IPAddress(bytes: bytes).map { Endpoint(address: $0, port: port) }
  }

  /// A number of one to eight digits.
  private static func hexadecimal(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard (1...8).contains(text.count) else { return nil }
    var value: UInt32 = 0
    for byte in text {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

extension FixedWidthInteger {
  fileprivate init?(text: ArraySlice<UInt8>) { self.init(String(decoding: text, as: UTF8.self)) }
}
