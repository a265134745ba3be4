import Glibc
import Testing

/// A folder with some files, for the length of a test.
enum TemporaryProject {
  static func with(_ files: [(String, String)], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/dialback-search-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    let root = String(cString: made)
    var folders = [root]
    for (name, text) in files {
      var folder = root
      for part in name.split(separator: "/").dropLast() {
        folder += "/\(part)"
        if mkdir(folder, 0o700) == 0 { folders.append(folder) }
      }
      let file = try #require(fopen("\(root)/\(name)", "w"))
      fputs(text, file)
      fclose(file)
    }
    defer {
      for (name, _) in files { unlink("\(root)/\(name)") }
      for folder in folders.reversed() { rmdir(folder) }
    }
    try body(root)
  }
}
