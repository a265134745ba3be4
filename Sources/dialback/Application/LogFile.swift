import Glibc
import Logging

/// A log in a file; standard output and error belong to the screen.
struct LogFile: LogHandler {
  private let descriptor: Int32
  var metadata: Logger.Metadata = [:]
  /// Traces, too: which messages went and came, and when what of a stop was done.
  var logLevel: Logger.Level = .trace

  /// - Parameter path: `nil` for no log.
  static func logger(_ path: String?) throws(Failure) -> Logger {
    guard let path else { return Logger(label: "dialback") { _ in SwiftLogNoOpLogHandler() } }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .unusable("--log \(path): \(String(cString: strerror(errno))); name a file that can be written")
    }
    return Logger(label: "dialback") { _ in LogFile(descriptor: descriptor) }
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let line = Array("\(MonotonicTime.now) \(event.level) \(event.message)\n".utf8)
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
