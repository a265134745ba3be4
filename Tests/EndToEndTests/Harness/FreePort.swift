import Glibc

/// TCP ports of this machine, as the kernel sees them.
enum FreePort {
  /// A port that nothing listens at. The kernel hands them out in turn, so a test that binds it soon gets it.
  static func pick() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw HarnessError("no socket") }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && getsockname(descriptor, generic, &length) == 0
      }
    }
    guard bound else { throw HarnessError("no free port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// How many connections of `port` are established, seen from the side that listens (/proc/net/tcp).
  static func connections(to port: Int) throws -> Int { try count(port, state: "01") }

  /// True once something listens at `port`.
  static func isListening(_ port: Int) throws -> Bool { try count(port, state: "0A") > 0 }

  private static func count(_ port: Int, state: String) throws -> Int {
    let wanted = ":" + hexadecimal(port)
    let table = try Files.read("/proc/net/tcp") + Files.read("/proc/net/tcp6")
    return table.split(separator: "\n").count { line in
      let fields = line.split(separator: " ")
      return fields.count > 3 && fields[1].hasSuffix(wanted) && fields[3] == state
    }
  }

  private static func hexadecimal(_ port: Int) -> String {
    let digits = String(port, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
