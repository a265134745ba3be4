import DebuggerModel
import NIOCore
import NIOPosix
import Platform
import PydevdClient
import PydevdWire
import SourcePaths

extension SessionDriver {
  /// Has a stopped thread say what the file is there, and compares it with the one here. What can't be read is not told of.
  func compare(_ remote: RemotePath, with local: LocalPath, at key: FrameKey) {
    let request = Evaluate(
      thread: key.thread.rawValue, frame: key.frame.rawValue, expression: PythonHelper.fingerprint(of: remote.rawValue),
      trim: false)
    with(key.process) { connection in
      connection.request(request, within: settings.requestTimeout) { [weak self] result in
        guard case .success(let value) = result, !value.isErrorOnEval, let theirs = TextFingerprint(value.value) else {
          return
        }
        self?.assumeIsolated { $0.compare(theirs, remote, local, in: key.process) }
      }
    }
  }

  private func compare(
    _ theirs: TextFingerprint, _ remote: RemotePath, _ local: LocalPath, in process: ProcessNumber
  ) {
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      TextFingerprint(of: try LocalFile.bytes(local.rawValue))
    }.whenSuccess { [weak self] ours in
      guard ours != theirs else { return }
      self?.assumeIsolated { $0.emit(.fileDiffers(process, remote, local)) }
    }
  }
}

/// What tells one text from another: its length and its checksum, with the ends of lines as they are on POSIX.
struct TextFingerprint: Equatable, Sendable {
  let length: Int
  /// Adler-32, which Python has, too.
  let checksum: UInt32

  init(of bytes: [UInt8]) {
    var (a, b, length) = (UInt32(1), UInt32(0), 0)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0d, index + 1 < bytes.count, bytes[index + 1] == 0x0a { continue }
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
      length += 1
    }
    self.length = length
    checksum = b << 16 | a
  }

  /// The answer of ``PythonHelper/fingerprint(of:)``; `nil` where the file can't be read there.
  init?(_ text: String) {
    let fields = text.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }.split(separator: " ")
    guard fields.count == 2, let length = Int(fields[0]), let checksum = UInt32(fields[1]) else { return nil }
    self.length = length
    self.checksum = checksum
  }
}
