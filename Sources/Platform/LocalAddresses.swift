import Glibc

/// The addresses under which other machines may reach this one.
public enum LocalAddresses {
  /// Those of the interfaces that are up, IPv4 first, without the loopback device and without addresses that hold on one link
  /// only.
  public static func all() -> [String] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: [(family: Int32, text: String)] = []
    for entry in sequence(first: first, next: { $0?.pointee.ifa_next }).compactMap(\.self) {
      let flags = Int32(bitPattern: entry.pointee.ifa_flags)
      guard flags & Int32(IFF_UP) != 0, flags & Int32(IFF_LOOPBACK) == 0,
        let address = entry.pointee.ifa_addr, let text = text(of: address)
      else { continue }
      let family = Int32(address.pointee.sa_family)
      if !found.contains(where: { $0.text == text }) { found.append((family, text)) }
    }
    return found.filter { $0.family == AF_INET }.map(\.text) + found.filter { $0.family != AF_INET }.map(\.text)
  }

  private static func text(of address: UnsafeMutablePointer<sockaddr>) -> String? {
    let size: Int
    switch Int32(address.pointee.sa_family) {
    case AF_INET: size = MemoryLayout<sockaddr_in>.size
    case AF_INET6: size = MemoryLayout<sockaddr_in6>.size
    default: return nil
    }
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard getnameinfo(address, socklen_t(size), &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0 else {
      return nil
    }
    let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    // `fe80::1%eth0` says nothing to another machine.
    return text.contains("%") || text.hasPrefix("169.254.") ? nil : text
  }
}
