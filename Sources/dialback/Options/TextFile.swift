import Glibc

/// Small text files of this machine: the configuration, key maps, command files, kept breakpoints.
enum TextFile {
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let code: Int32
    /// Said instead of the system's words.
    var reason: String?

    var description: String { "\(path): \(reason ?? String(cString: strerror(code)))" }

    var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  }

  /// The sources of a text.
  enum Kind {
    /// Regular files only, and nothing is waited for: somebody else may have put something else there.
    case file
    /// Whatever the user has named, a pipe of the shell for one.
    case named
  }

  /// Bytes that a file may have, where nothing else is said.
  static let largest = 64 << 20

  /// - Parameter limit: the bytes from which on a file is refused.
  static func read(_ path: String, _ kind: Kind = .file, limit: Int = largest) throws(Failure) -> String {
    var status = stat()
    // To open a device can have effects of its own.
    if kind == .file, stat(path, &status) == 0 { try check(status, path, limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (kind == .file ? O_NONBLOCK : 0))
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { _ = close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw Failure(path: path, code: errno) }
    if kind == .file { try check(status, path, limit) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(path: path, code: errno) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
      if bytes.count > limit { throw tooLarge(path, limit) }
    }
  }

  private static func check(_ status: stat, _ path: String, _ limit: Int) throws(Failure) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: if status.st_size > limit { throw tooLarge(path, limit) }
    case S_IFDIR: throw Failure(path: path, code: EISDIR)
    default: throw Failure(path: path, code: EINVAL, reason: "it is no regular file")
    }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> Failure {
    Failure(path: path, code: EFBIG, reason: "it is larger than \(limit >> 20) MB")
  }

  /// Writes a file whole or not at all, making the folders above it. It is on the disk when this returns.
  static func write(_ text: String, to path: String) throws(Failure) {
    makeFolders(above: path)
    let (temporary, descriptor) = try temporaryFile(for: path)
    var code = write(Array(text.utf8), to: descriptor)
    // Where the file system knows no such thing, the file is as safe as any other.
    if code == 0, fsync(descriptor) != 0, errno != EINVAL, errno != ENOSYS { code = errno }
    if close(descriptor) != 0, code == 0, errno != EINTR { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code != 0 else { return }
    unlink(temporary)
    throw Failure(path: path, code: code)
  }

  /// - Returns: 0, or the error's number.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? ENOSPC : errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// A new file beside another one. What is there already, or a link, is never written to.
  private static func temporaryFile(for path: String) throws(Failure) -> (String, Int32) {
    for number in 0..<100 {
      let temporary = "\(path).\(getpid())-\(number).new"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if descriptor >= 0 { return (temporary, descriptor) }
      guard errno == EEXIST else { break }
    }
    throw Failure(path: path, code: errno)
  }

  static func makeFolders(above path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
