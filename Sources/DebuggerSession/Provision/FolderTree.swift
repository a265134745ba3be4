import Glibc

/// Folders on the disk: made, listed and removed with all that is in them.
enum FolderTree {
  /// A folder or file that the system refuses.
  struct Problem: Error, CustomStringConvertible {
    let path: String
    let code: Int32

    var reason: String { String(cString: strerror(code)) }
    var description: String { "\(path): \(reason)" }
  }

  /// Makes a folder and those that it is in.
  static func make(_ path: String) throws(Problem) {
    var folder = ""
    for part in path.split(separator: "/") {
      folder += "/" + part
      guard mkdir(folder, 0o755) != 0 else { continue }
      let code = errno
      // A read-only file system says so of folders that are there, too.
      var status = stat()
      guard stat(folder, &status) == 0 else { throw Problem(path: folder, code: code) }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw Problem(path: folder, code: ENOTDIR) }
    }
  }

  /// The names in a folder; none where it can't be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a file or a folder; what can't be removed stays.
  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
