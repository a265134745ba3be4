import Glibc

/// A new empty folder for one test, which is removed when the test ends, or when its process does: a test that is interrupted
/// or crashes leaves nothing behind either.
public enum TemporaryFolder {
  /// Calls `body` with the path of a folder that holds `files`, named by their paths in it, and removes the folder.
  public static func with<Result>(
    _ files: [(String, String)] = [], _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = try make()
    defer { FolderKeeper.remove(folder) }
    for (name, text) in files { try write(text, to: name, in: folder) }
    return try body(folder)
  }

  /// The same for a test that waits.
  public static func with<Result>(
    _ files: [(String, String)] = [], _ body: (String) async throws -> Result
  ) async throws -> Result {
    let folder = try make()
    defer { FolderKeeper.remove(folder) }
    for (name, text) in files { try write(text, to: name, in: folder) }
    return try await body(folder)
  }

  /// The path is short where `TMPDIR` is: sockets live below it, and their paths have a limit of 107 bytes.
  private static func make() throws -> String {
    let chosen = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let parent = chosen.isEmpty ? "/tmp" : chosen
    var template = Array("\(parent)/dialback-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure("no folder can be made in \(parent)", errno) }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try FolderKeeper.shared.get().keep(folder)
    return folder
  }

  private static func write(_ text: String, to name: String, in folder: String) throws {
    var parent = folder
    for part in name.split(separator: "/").dropLast() {
      parent += "/\(part)"
      guard mkdir(parent, 0o700) == 0 || errno == EEXIST else { throw Failure("\(parent) cannot be made", errno) }
    }
    guard let file = fopen("\(folder)/\(name)", "w") else { throw Failure("\(name) cannot be written", errno) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw Failure("\(name) was not written whole", errno) }
  }
}

extension TemporaryFolder {
  /// An operation on files that failed.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ sentence: String, _ code: Int32) { description = "\(sentence): \(String(cString: strerror(code)))" }
  }
}
