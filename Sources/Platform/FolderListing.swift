import Glibc

/// The files and folders in a folder.
public struct FolderListing {
  public struct Entry {
    public let name: String
    public let isFolder: Bool
  }

  public let entries: [Entry]

  /// Lists a folder by name. One that can't be read is listed as empty. A link to a file is a file; a link to a folder is
  /// left out, since it may lead back.
  public init(_ folder: String) {
    guard let stream = opendir(folder) else {
      entries = []
      return
    }
    defer { closedir(stream) }
    var found: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_DIR): found.append(Entry(name: name, isFolder: true))
      case Int(DT_REG): found.append(Entry(name: name, isFolder: false))
      case Int(DT_LNK): if Self.isFile("\(folder)/\(name)") { found.append(Entry(name: name, isFolder: false)) }
      case Int(DT_UNKNOWN):
        // Some file systems report no type.
        if Self.isFile("\(folder)/\(name)") {
          found.append(Entry(name: name, isFolder: false))
        } else if Self.isRealFolder("\(folder)/\(name)") {
          found.append(Entry(name: name, isFolder: true))
        }
      default: continue
      }
    }
    entries = found.sorted { $0.name < $1.name }
  }

  public func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
