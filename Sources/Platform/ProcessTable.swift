import Glibc

/// The processes of this machine, as the kernel shows them to this one (proc(5)).
public enum ProcessTable {
  /// The processes that can be seen.
  public static func pids() -> [Int] { names(in: "/proc").compactMap(Int.init) }

  /// Whether a process has a socket open, as far as that may be looked up.
  public static func holds(_ inode: UInt64, _ pid: Int) -> Bool {
    let folder = "/proc/\(pid)/fd"
    let wanted = "socket:[\(inode)]"
    return names(in: folder).contains { link("\(folder)/\($0)") == wanted }
  }

  /// Whether a process has an interpreter of Python in its memory, by the names of the files that are mapped there.
  public static func runsPython(_ pid: Int) -> Bool {
    guard let maps = text("/proc/\(pid)/maps") else { return false }
    let names = String(decoding: maps, as: UTF8.self).lowercased()
    return ["python", "pypy"].contains { names.contains($0) }
  }

  public static func status(of pid: Int) -> ProcessStatus? {
    text("/proc/\(pid)/status").map { ProcessStatus(parsing: String(decoding: $0, as: UTF8.self)) }
  }

  /// A process's ancestors, its parent first, as far as they can be seen.
  public static func ancestors(of pid: Int) -> [Int] {
    var ancestors: [Int] = []
    var present = pid
    while ancestors.count < 16, let parent = status(of: present)?.parent, parent > 1 {
      ancestors.append(parent)
      present = parent
    }
    return ancestors
  }

  /// The contents of a file that the kernel makes up; `nil` where it can't be read.
  static func text(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// Some hundred thousand sockets.
  private static let limit = 64 << 20

  private static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names
  }

  private static func link(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = readlink(path, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }
}

/// A process as the kernel describes it (proc_pid_status(5)).
public struct ProcessStatus: Equatable, Sendable {
  public private(set) var parent: Int?
  /// Its real user.
  public private(set) var user: UInt32?
  /// The pid that it has in the innermost of its namespaces: the one that it knows itself by.
  public private(set) var innermostPID: Int?

  private static let heads = ["PPid:", "Uid:", "NSpid:"].map { Array($0.utf8) }

  public init(parsing text: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where Self.heads.contains(where: line.starts) {
      let words = Substring(line).split(whereSeparator: \.isWhitespace)
      // A process chooses its own name: it is one line, its line breaks escaped.
      switch words.first {
      case "PPid:" where words.count > 1: parent = Int(words[1])
      case "Uid:" where words.count > 1: user = UInt32(words[1])
      case "NSpid:": innermostPID = words.last.flatMap { Int($0) }
      case _: break
      }
    }
  }
}
