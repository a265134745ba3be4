import DebuggerModel
import NIOCore
import NIOPosix
import Platform
import PydevdClient
import PydevdHelpers
import PydevdWire
import SourcePaths

extension SessionDriver {
  /// Compares a file of a process with the one here, and both with what the process runs: at the first stop in it, and after
  /// the local file has changed. A file that can't be read there is not reported.
  func compare(_ remote: RemotePath, with local: LocalPath?, at key: FrameKey) {
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      local.flatMap { LocalFile.stamp($0.rawValue) }
    }.whenSuccess { [weak self] stamp in
      self?.assumeIsolated { $0.compare(remote, FileComparison.Subject(local: local, stamp: stamp), at: key) }
    }
  }

  private func compare(_ remote: RemotePath, _ subject: FileComparison.Subject, at key: FrameKey) {
    guard let process = processes[key.process], process.stops[key.thread.rawValue] != nil else { return }
    let earlier = process.comparedFiles[remote]
    guard earlier != subject else { return }
    if let local = subject.local, earlier?.local == local { emit(.fileChanged(local)) }
    processes[key.process]?.comparedFiles[remote] = subject
    let request = Evaluate(
      thread: key.thread.rawValue, frame: key.frame.rawValue,
      expression: SourceCheck.expression(file: ASCIIExpression.literal(remote.rawValue)), trim: false)
    with(key.process) { connection in
      connection.request(request, within: settings.requestTimeout) { [weak self] result in
        self?.assumeIsolated { $0.answered(result, remote, subject, in: key.process) }
      }
    }
  }

  private func answered(
    _ result: Result<WireVariable, any Error>, _ remote: RemotePath, _ subject: FileComparison.Subject,
    in process: ProcessNumber
  ) {
    guard case .success(let value) = result else {
      // The thread went on before it came to the question: the next stop is another chance.
      processes[process]?.comparedFiles[remote] = nil
      return
    }
    guard !value.isErrorOnEval, let theirs = FileComparison(value.value) else { return }
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      subject.local.flatMap { try? LocalFile.bytes($0.rawValue) }.map { TextFingerprint(of: $0) }
    }.whenSuccess { [weak self] ours in
      let differs = ours.map { $0 != theirs.fingerprint } ?? false
      self?.assumeIsolated { driver in
        driver.emit(.fileCompared(process, remote, subject.local, differs: differs, isNewer: theirs.isNewer))
      }
    }
  }
}

/// The answer of a process to ``SourceCheck``.
struct FileComparison: Equatable {
  /// A local file in the state in which it was compared.
  struct Subject: Equatable {
    let local: LocalPath?
    /// `nil` where it is not there.
    let stamp: LocalFile.Stamp?
  }

  let fingerprint: TextFingerprint
  /// The file has changed after the process read it.
  let isNewer: Bool

  /// `nil` where the file can't be read there.
  init?(_ answer: String) {
    let fields = answer.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }.split(separator: " ")
    guard fields.count == 3, let length = Int(fields[0]), let checksum = UInt32(fields[1]) else { return nil }
    fingerprint = TextFingerprint(length: length, checksum: checksum)
    isNewer = fields[2] == "1"
  }
}

/// The length and the checksum of a text, with the ends of lines as they are on POSIX.
struct TextFingerprint: Equatable, Sendable {
  let length: Int
  /// Adler-32, which Python has, too.
  let checksum: UInt32

  init(length: Int, checksum: UInt32) {
    self.length = length
    self.checksum = checksum
  }

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
}
