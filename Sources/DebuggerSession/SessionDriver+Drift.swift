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
      }
    }
  }

  private func compare(
    _ remote: RemotePath, _ subject: FileComparison.Subject, in number: ProcessNumber, thread: String, frame: String,
    isRead: Bool = false
  ) {
    guard let process = processes[number], process.stops[thread] != nil else {
      return emit(.comparisonOver(number, remote))
    }
    let earlier = process.comparedFiles[remote]
    guard earlier != subject else { return emit(.comparisonOver(number, remote)) }
    if !isRead, let local = subject.local, earlier?.local == local { emit(.fileChanged(local)) }
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

  /// Reads the compared files of stopped processes again where they were edited, and compares them again.
  /// - Parameter done: called once the new texts have been posted; it may be called on any thread.
  public nonisolated func lookAtFiles(then done: @escaping @Sendable () -> Void) {
    eventLoop.execute { self.assumeIsolated { $0.look(done) } }
  }

  private func look(_ done: @escaping @Sendable () -> Void) {
    lookAtStore()
    let files = comparedFiles
    guard !files.isEmpty else { return done() }
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      files.compactMap { file -> (ComparedFile, [DebuggerEvent])? in
        guard let local = file.subject.local else { return nil }
        let stamp = LocalFile.stamp(local.rawValue)
        guard stamp != file.subject.stamp else { return nil }
        var file = file
        file.subject = FileComparison.Subject(local: local, stamp: stamp)
        return (file, Self.reading(local))
      }
    }.whenComplete { [weak self] result in
      self?.assumeIsolated { driver in
        for (file, events) in (try? result.get()) ?? [] { driver.takeEdited(file, events) }
      }
      done()
    }
  }

  private func takeEdited(_ file: ComparedFile, _ events: [DebuggerEvent]) {
    handOver(SessionBatch(events: events, receipt: nil))
    guard let (thread, frame) = processes[file.process]?.stops.min(by: { $0.key < $1.key }) else { return }
    compare(file.remote, file.subject, in: file.process, thread: thread, frame: frame, isRead: true)
  }

  /// The files that were compared with those of the processes that stand somewhere.
  private var comparedFiles: [ComparedFile] {
    processes.filter { !$0.value.stops.isEmpty && $0.value.farewell == nil }.flatMap { number, process in
      process.comparedFiles.map { ComparedFile(process: number, remote: $0.key, subject: $0.value) }
    }
  }

  private func answered(
    _ result: Result<WireVariable, any Error>, _ remote: RemotePath, _ subject: FileComparison.Subject,
    in process: ProcessNumber
  ) {
    guard case .success(let value) = result else {
      // The thread went on before it came to the question: the next stop is another chance.
      processes[process]?.comparedFiles[remote] = nil
      return emit(.comparisonOver(process, remote))
    }
    guard !value.isErrorOnEval, let theirs = FileComparison(value.value) else {
      return emit(.comparisonOver(process, remote))
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

/// A file of a process, and what it was compared with.
private struct ComparedFile: Sendable {
  let process: ProcessNumber
  let remote: RemotePath
  var subject: FileComparison.Subject
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
    guard fields.count == 3, let length = WireNumber.count(fields[0]), let checksum = UInt32(fields[1]) else {
      return nil
    }
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
