import Glibc
import Testing

/// A new empty folder below the one for temporary files, which the system clears.
enum TemporaryFolder {
  static func make() throws -> String {
    var template = Array("/tmp/dialback-test-XXXXXX".utf8CString)
    return try String(cString: #require(mkdtemp(&template)))
  }
}
