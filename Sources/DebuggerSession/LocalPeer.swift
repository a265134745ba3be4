import Glibc

/// What this machine knows of a process that has dialled in: only where the other end of the connection is here.
enum LocalPeer {
  /// Whether a process of this machine holds the socket at the other end of a loopback connection. A pid alone proves nothing:
  /// it may be one of a container, or of a host at the far end of a tunnel.
  /// - Parameter peer: `address:port` of the other end.
  static func owns(_ pid: Int, peer: String) -> Bool {
    guard let port = peer.split(separator: ":").last.flatMap({ UInt16($0) }) else { return false }
    let descriptors = Set(descriptors(of: pid))
    return !descriptors.isEmpty && !descriptors.isDisjoint(with: inodes(ofLocalPort: port))
  }

  /// The process's ancestors, its parent first, as far as they can be seen.
  static func ancestors(of pid: Int) -> [Int] {
    var ancestors: [Int] = []
    var present = pid
    while ancestors.count < 16, let parent = parent(of: present), parent > 1 {
      ancestors.append(parent)
      present = parent
    }
    return ancestors
  }

  /// The name in brackets may have any character in it: what counts stands behind the last bracket (proc(5), `stat`).
  private static func parent(of pid: Int) -> Int? {
    guard let text = read("/proc/\(pid)/stat"), let bracket = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: bracket)...].split(separator: " ")
    return fields.count > 1 ? Int(fields[1]) : nil
  }

  /// `socket:[INODE]` of the sockets whose own end has this port.
  private static func inodes(ofLocalPort port: UInt16) -> Set<String> {
    let digits = String(port, radix: 16, uppercase: true)
    let end = Array((":" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    var found: Set<String> = []
    for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
      // Hundreds of processes are as many lines, and each of them is looked for: only its own line is taken apart.
      for line in bytes(of: table).split(separator: UInt8(ascii: "\n")).dropFirst() {
        let start = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard start.count == 3, start[1].suffix(end.count).elementsEqual(end) else { continue }
        let rest = start[2].split(separator: UInt8(ascii: " "))
        if rest.count > 7 { found.insert("socket:[\(String(decoding: rest[7], as: UTF8.self))]") }
      }
    }
    return found
  }

  private static func descriptors(of pid: Int) -> [String] {
    let folder = "/proc/\(pid)/fd"
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var links: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if Int(name) != nil, let link = link("\(folder)/\(name)") { links.append(link) }
    }
    return links
  }

  private static func link(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let base = bytes.baseAddress else { return 0 }
      return readlink(path, base.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  private static func read(_ path: String) -> String? {
    let bytes = bytes(of: path)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// None where the file can't be read.
  private static func bytes(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count < 4 << 20 {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }
}
