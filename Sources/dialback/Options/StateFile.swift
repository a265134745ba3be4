import Glibc
import Platform
import TOML

/// A TOML file of the user's state folder that several Dialbacks write. Each writes what it makes of the newest text, under a lock
/// on a file beside it. What can't be read is never written over.
struct StateFile {
  let path: String
  /// Read where `path` is not there: the name that an earlier version gave the file.
  var oldPath: String?

  /// The contents, and a sentence about what was lost of them.
  struct Reading {
    /// `nil` where nothing was kept.
    var table: TOMLTable?
    var text: String?
    var warning: String?
    /// Changes with the file.
    var stamp: LocalFile.Stamp?
  }

  var stamp: LocalFile.Stamp? { LocalFile.stamp(path) }

  /// Reads the file. A damaged one is moved aside.
  /// - Throws: why it can't be read.
  func read() throws(TextFile.Failure) -> Reading {
    let stamp = stamp
    let text: String
    do { text = try TextFile.read(path) } catch {
      guard error.isMissing else { throw error }
      guard let oldPath, let old = try? TextFile.read(oldPath) else { return Reading() }
      return Reading(table: try? TOMLParser.parse(old), text: old)
    }
    do {
      guard !text.isEmpty else { return Reading(warning: setAside("is empty"), stamp: nil) }
      let table = try TOMLParser.parse(text)
      guard let problem = Self.problem(of: table) else {
        return Reading(table: table, text: text, stamp: stamp)
      }
      return Reading(table: table, text: text, warning: keepCopy(text, problem), stamp: stamp)
    } catch {
      return Reading(warning: setAside("is damaged (line \(error.place.line): \(error.description))"), stamp: nil)
    }
  }

  /// A file says how much is in it, since one that was cut off at the end of a line looks whole.
  private static func problem(of table: TOMLTable) -> String? {
    guard let count = table[entryCount]?.int else { return nil }
    let found = table.entries.reduce(0) { $0 + ($1.value.array?.count ?? 0) }
    return found == count ? nil : "has \(found) of \(count) entries"
  }

  /// The key of the number of elements in all lists.
  static let entryCount = "entries"

  private func setAside(_ problem: String) -> String {
    let aside = freeName
    guard rename(path, aside) == 0 else {
      return "\(path) \(problem), and can't be moved aside: \(String(cString: strerror(errno)))"
    }
    return "\(path) \(problem); it is kept as \(aside), and a new one is begun"
  }

  /// Keeps what a reader may not have understood: the next write leaves it out.
  func keepCopy(_ text: String, _ problem: String) -> String {
    let known = names.first { TextFile.exists($0) && (try? TextFile.read($0)) == text }
    let aside = known ?? freeName
    do { if known == nil { try TextFile.write(text, to: aside) } } catch {
      return "\(path) \(problem), and no copy can be kept: \(error)"
    }
    return "\(path) \(problem); a copy as it was is \(aside)"
  }

  private var names: [String] { ["\(path).damaged"] + (2...99).map { "\(path).damaged-\($0)" } }

  private var freeName: String { names.first { !TextFile.exists($0) } ?? "\(path).damaged-\(getpid())" }

  /// Writes the file as `change` makes it of the newest contents.
  /// - Parameter change: `nil` where nothing is to be written.
  /// - Returns: the stamp of the file as it is now.
  func update(_ change: (Reading) -> String?) throws(TextFile.Failure) -> LocalFile.Stamp? {
    let lock = try lock()
    defer { if let lock { _ = close(lock) } }
    if let text = change(try read()) { try TextFile.write(text, to: path) }
    return stamp
  }

  /// - Returns: the descriptor to be closed; `nil` where the file system has no locks.
  private func lock() throws(TextFile.Failure) -> Int32? {
    TextFile.makeFolders(above: path)
    let file = path + ".lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw TextFile.Failure(path: file, code: errno) }
    for _ in 0..<Self.tries {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      _ = poll(nil, 0, Self.pause)
    }
    let code = errno
    close(descriptor)
    guard code == EWOULDBLOCK || code == EINTR else { return nil }
    throw TextFile.Failure(path: file, code: code, reason: "another Dialback has the lock, and does not go on")
  }

  /// A lock is held for a few milliseconds, unless its holder was suspended.
  private static let tries = 200
  private static let pause: Int32 = 10
}

/// Lines of TOML.
enum TOMLText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isHidden(scalar):
        let code = String(scalar.value, radix: 16)
        let digits = scalar.value > 0xffff ? 8 : 4
        result += (digits == 8 ? "\\U" : "\\u") + String(repeating: "0", count: digits - code.count) + code
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// What a terminal would obey, or what can't be seen.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  static func list(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: ", "))]" }

  static func line(_ key: String, _ value: String) -> String { "\(key) = \(value)\n" }
}
