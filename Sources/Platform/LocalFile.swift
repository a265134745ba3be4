import Glibc

/// Regular files of this machine, as bytes.
public enum LocalFile {
  public struct Failure: Error, CustomStringConvertible {
    let path: String
    let code: Int32

    public var description: String { "\(path): \(String(cString: strerror(code)))" }
  }

  /// The most bytes that are read of one file.
  private static let limit = 64 << 20

  /// Returns the contents of a file. Anything but a regular file, a pipe for one, is refused without waiting for it.
  public static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: path, code: EINVAL)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw Failure(path: path, code: errno) }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// The state of a file that changes with its contents.
  public struct Stamp: Equatable, Sendable {
    let inode: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// Returns `nil` where there is no such file.
  public static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  /// Returns the path that a path leads to by links; `nil` where that is not there.
  public static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether the path names something, a link that leads nowhere excepted.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
