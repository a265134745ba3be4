import Glibc

/// The few file operations that the tests need; a failure is a ``HarnessError`` that names the path.
enum Files {
  /// The whole file as text, invalid UTF-8 repaired.
  static func read(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw HarnessError("\(path) cannot be read: \(reason())") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number that is all that the file holds; nil when it holds something else, or nothing yet.
  static func number(in path: String) throws -> Int? {
    Int(try read(path).filter { !$0.isWhitespace })
  }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw HarnessError("\(path) cannot be written: \(reason())") }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw HarnessError("\(path) was not written whole: \(reason())")
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// What is in a folder, hidden files left out.
  static func names(in folder: String) throws -> [String] {
    guard let directory = opendir(folder) else { throw HarnessError("\(folder) cannot be read: \(reason())") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// Makes the folder; its parent must be there.
  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw HarnessError("\(path) cannot be made: \(reason())") }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
