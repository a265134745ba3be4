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
      self?.assumeIsolated { driver in
        driver.compare(
          remote, FileComparison.Subject(local: local, stamp: stamp), in: key.process, thread: key.thread.rawValue,
          frame: key.frame.rawValue)
        driver.watchFiles()
      }
    }
  }

  private func compare(
    _ remote: RemotePath, _ subject: FileComparison.Subject, in number: ProcessNumber, thread: String, frame: String
  ) {
    guard let process = processes[number], process.stops[thread] != nil else {
      return emit(.comparisonFailed(number, remote))
    }
    let earlier = process.comparedFiles[remote]
    guard earlier != subject else { return emit(.comparisonFailed(number, remote)) }
    if let local = subject.local, earlier?.local == local { emit(.fileChanged(local)) }
    processes[number]?.comparedFiles[remote] = subject
    let request = Evaluate(
      thread: thread, frame: frame,
      expression: SourceCheck.expression(file: ASCIIExpression.literal(remote.rawValue)), trim: false)
    with(number) { connection in
      connection.request(request, within: settings.requestTimeout) { [weak self] result in
        self?.assumeIsolated { $0.answered(result, remote, subject, in: number) }
      }
    }
  }

  /// Looks at the compared files every second as long as a process stands somewhere: they may be edited under a stop.
  private func watchFiles() {
    guard !isWatchingFiles, !watchedFiles.isEmpty else { return }
    isWatchingFiles = true
    eventLoop.scheduleTask(in: .seconds(1)) { [weak self] in
      self?.assumeIsolated { driver in
        driver.isWatchingFiles = false
        driver.lookAtFiles()
        driver.watchFiles()
      }
    }
  }

  /// The local files that were compared with those of the processes that stand somewhere.
  private var watchedFiles: [(process: ProcessNumber, remote: RemotePath, local: LocalPath)] {
    processes.filter { !$0.value.stops.isEmpty && $0.value.farewell == nil }.flatMap { number, process in
      process.comparedFiles.compactMap { remote, subject in subject.local.map { (number, remote, $0) } }
    }
  }

  private func lookAtFiles() {
    let files = watchedFiles
    guard !files.isEmpty else { return }
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      files.map { LocalFile.stamp($0.local.rawValue) }
    }.whenSuccess { [weak self] stamps in
      self?.assumeIsolated { driver in
        for (file, stamp) in zip(files, stamps) {
          guard let (thread, frame) = driver.processes[file.process]?.stops.min(by: { $0.key < $1.key }) else {
            continue
          }
          let subject = FileComparison.Subject(local: file.local, stamp: stamp)
          driver.compare(file.remote, subject, in: file.process, thread: thread, frame: frame)
        }
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
      return emit(.comparisonFailed(process, remote))
    }
    guard !value.isErrorOnEval, let theirs = FileComparison(value.value) else {
      return emit(.comparisonFailed(process, remote))
    }
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
