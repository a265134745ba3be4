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

  /// - Parameter isRead: the local text is the one of the subject.
  private func compare(
    _ remote: RemotePath, _ subject: FileComparison.Subject, in number: ProcessNumber, thread: String, frame: String,
    isRead: Bool = false
  ) {
    guard let process = processes[number], process.stops[thread] != nil else {
      return emit(.comparisonOver(number, remote))
    }
    let (earlier, isUnderWay) = (process.comparedFiles[remote], process.comparing.contains(remote))
    guard earlier != subject else {
      // The answer that is on its way is for this question, too.
      if !isUnderWay { emit(.comparisonOver(number, remote)) }
      return
    }
    if !isRead, let local = subject.local, files[local].map({ $0 != subject.stamp }) ?? (earlier?.local == local) {
      emit(.fileChanged(local))
    }
    processes[number]?.comparedFiles[remote] = subject
    processes[number]?.comparing.insert(remote)
    processes[number]?.editedFiles[remote] = nil
    let expression = SourceCheck.expression(
      file: ASCIIExpression.literal(remote.rawValue), hasReloaded: process.hasReloaded)
    let request = Evaluate(thread: thread, frame: frame, expression: expression, trim: false)
    with(number) { connection in
      connection.request(request, within: settings.requestTimeout) { [weak self] result in
        self?.assumeIsolated { $0.answered(result, remote, subject, in: number) }
      }
    }
  }

  /// Reads the local files that were edited again, and has stopped processes compare them with what they run.
  /// - Parameter done: called once the new texts and the answers have been posted; it may be called on any thread.
  public nonisolated func lookAtFiles(then done: @escaping @Sendable () -> Void) {
    eventLoop.execute { self.assumeIsolated { $0.look(done) } }
  }

  private func look(_ done: @escaping @Sendable () -> Void) {
    lookAtStore()
    let files = files
    guard !files.isEmpty else { return whenCompared(done) }
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      files.compactMap { path, known -> EditedFile? in
        let stamp = LocalFile.stamp(path.rawValue)
        return stamp == known ? nil : EditedFile(path: path, stamp: stamp, events: Self.reading(path))
      }
    }.whenComplete { [weak self] result in
      self?.assumeIsolated { driver in
        for file in (try? result.get()) ?? [] { driver.takeEdited(file) }
        driver.whenCompared(done)
      }
    }
  }

  private func takeEdited(_ file: EditedFile) {
    // Another look may have been quicker.
    guard files[file.path] != file.stamp else { return }
    files.updateValue(file.stamp, forKey: file.path)
    handOver(SessionBatch(events: file.events, receipt: nil))
    for (number, process) in processes where process.farewell == nil {
      for remote in process.remotes(of: file.path) {
        processes[number]?.editedFiles[remote] = FileComparison.Subject(local: file.path, stamp: file.stamp)
      }
      compareEdited(number)
    }
  }

  /// Asks a process that stands somewhere about the files that were edited.
  func compareEdited(_ number: ProcessNumber) {
    guard let process = processes[number], !process.editedFiles.isEmpty,
      let (thread, frame) = process.stops.min(by: { $0.key < $1.key })
    else { return }
    for (remote, subject) in process.editedFiles {
      compare(remote, subject, in: number, thread: thread, frame: frame, isRead: true)
    }
    processes[number]?.editedFiles = [:]
  }

  /// Compares what was compared before once more: the process runs other code now.
  func compareAgain(_ number: ProcessNumber) {
    guard let process = processes[number] else { return }
    processes[number]?.editedFiles.merge(process.comparedFiles) { edited, _ in edited }
    processes[number]?.comparedFiles = [:]
    compareEdited(number)
  }

  private func answered(
    _ result: Result<WireVariable, any Error>, _ remote: RemotePath, _ subject: FileComparison.Subject,
    in process: ProcessNumber
  ) {
    guard case .success(let value) = result else {
      // The thread went on before it came to the question: the next stop is another chance.
      processes[process]?.comparedFiles[remote] = nil
      if processes[process]?.editedFiles[remote] == nil { processes[process]?.editedFiles[remote] = subject }
      return compared(remote, in: process, .comparisonOver(process, remote))
    }
    guard !value.isErrorOnEval, let theirs = FileComparison(value.value) else {
      return compared(remote, in: process, .comparisonOver(process, remote))
    }
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      subject.local.flatMap { try? LocalFile.bytes($0.rawValue) }.map { TextFingerprint(of: $0) }
    }.whenSuccess { [weak self] ours in
      let differs = ours.map { $0 != theirs.fingerprint } ?? false
      let event = DebuggerEvent.fileCompared(
        process, remote, subject.local, differs: differs, isNewer: theirs.isNewer, oldFrames: theirs.oldFrames)
      self?.assumeIsolated { driver in
        // Each stop has other frames.
        if !theirs.oldFrames.isEmpty { driver.processes[process]?.comparedFiles[remote] = nil }
        driver.compared(remote, in: process, event)
      }
    }
  }

  private func compared(_ remote: RemotePath, in process: ProcessNumber, _ event: DebuggerEvent) {
    emit(event)
    processes[process]?.comparing.remove(remote)
    guard !isComparing else { return }
    let waiting = awaitingComparisons.sorted { $0.key < $1.key }
    awaitingComparisons = [:]
    for (_, done) in waiting { done() }
  }

  private var isComparing: Bool { processes.values.contains { !$0.comparing.isEmpty && $0.farewell == nil } }

  /// Calls `done` when no process is being asked about a file any more, or after a second.
  private func whenCompared(_ done: @escaping @Sendable () -> Void) {
    guard isComparing else { return done() }
    lastAwaiting += 1
    let number = lastAwaiting
    awaitingComparisons[number] = done
    eventLoop.scheduleTask(in: .seconds(1)) { [weak self] in
      self?.assumeIsolated { $0.awaitingComparisons.removeValue(forKey: number)?() }
    }
  }
}

/// A local file that has changed since it was read, with its new text.
private struct EditedFile: Sendable {
  let path: LocalPath
  let stamp: LocalFile.Stamp?
  let events: [DebuggerEvent]
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
  /// The frames whose code is from before a reload.
  let oldFrames: Set<FrameID>

  /// `nil` where the file can't be read there.
  init?(_ answer: String) {
    let fields = answer.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }.split(separator: " ")
    guard fields.count >= 3, let length = WireNumber.count(fields[0]), let checksum = UInt32(fields[1]) else {
      return nil
    }
    fingerprint = TextFingerprint(length: length, checksum: checksum)
    isNewer = fields[2] == "1"
    oldFrames = Set(fields.dropFirst(3).map { FrameID(String($0)) })
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
