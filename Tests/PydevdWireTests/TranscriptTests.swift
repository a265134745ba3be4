import PydevdWire
import Testing

/// Recorded sessions with real processes.
@Suite struct TranscriptTests {
  struct Recording: Sendable {
    let name: String
    let family: Dialect.Family
    let major: Int
    /// How deep the stack was at each stop.
    let depths: [Int]
    let threads: Int
  }

  static let recordings = [
    Recording(
      name: "pd35-step", family: .pydevd, major: 0, depths: [1, 1, 1, 1, 2, 3, 3, 2, 2, 2, 1, 1, 1], threads: 1),
    Recording(
      name: "pc263-step", family: .pycharm, major: 263, depths: [1, 1, 1, 1, 2, 3, 3, 2, 2, 2, 1, 1, 1], threads: 1),
    Recording(
      name: "pc212-step", family: .pycharm, major: 212, depths: [1, 1, 1, 1, 2, 3, 3, 2, 2, 2, 1, 1, 1], threads: 1),
    Recording(name: "pc191-step", family: .pycharm, major: 191, depths: [1, 1, 1, 1, 2], threads: 1),
    Recording(name: "pd35-unicode", family: .pydevd, major: 0, depths: [2, 2], threads: 1),
    Recording(name: "pc263-unicode", family: .pycharm, major: 263, depths: [2, 2], threads: 1),
  ]

  private func frames(_ recording: Recording) throws -> [Frame] {
    let transcript = try Transcript(recording.name)
    let frames = try Decoding.frames(transcript.received)
    #expect(frames.count == transcript.received.count)
    return frames
  }

  private func dialect(_ frames: [Frame]) throws -> Dialect {
    let reply = try #require(frames.first { $0.command == .version })
    return Dialect(versionReply: try Version().reply(from: reply, dialect: .pydevd))
  }

  @Test(arguments: recordings)
  func theDialectIsTold(_ recording: Recording) throws {
    let dialect = try dialect(frames(recording))
    #expect(dialect.family == recording.family)
    #expect(dialect.major == recording.major)
  }

  @Test(arguments: recordings)
  func everyEventIsKnownAndRead(_ recording: Recording) throws {
    let frames = try frames(recording)
    let dialect = try dialect(frames)
    var depths: [Int] = []
    var threads = 0
    for frame in frames where frame.sequence % 2 == 0 {
      switch try WireEvent.decode(frame, dialect: dialect) {
      case .threadSuspended(let suspension): depths.append(suspension.frames.count)
      case .threadCreated(let list): threads += list.count
      case .unknown(let frame): Issue.record("unknown: \(frame)")
      case .threadKilled, .threadResumed, .output, .exit, .signatureTrace, .breakpointConditionFailed, .exceptionTrace,
        .exceptionTraceProceeded, .showConsole, .concurrency, .inputRequested, .processCreated, .cythonWarning,
        .singleSuspend, .singleResume, .remoteError, .endedByException:
        break
      }
    }
    #expect(depths == recording.depths)
    #expect(threads == recording.threads)
  }

  @Test(arguments: recordings)
  func theMessagesAreTheSameWhenTheyComeGluedAndCut(_ recording: Recording) throws {
    let transcript = try Transcript(recording.name)
    let expected = try Decoding.frames(transcript.received)
    let bytes = transcript.received.flatMap { $0 }
    #expect(try Decoding.frames([bytes]) == expected)
    let chunks = stride(from: 0, to: bytes.count, by: 7).map { Array(bytes[$0..<min($0 + 7, bytes.count)]) }
    #expect(try Decoding.frames(chunks) == expected)
  }

  @Test(arguments: recordings)
  func whatWasSentIsOneLineEach(_ recording: Recording) throws {
    let sent = try Transcript(recording.name).lines.filter { $0.direction == "ide>py" }
    #expect(!sent.isEmpty)
    for line in sent {
      let frame = try #require(try Decoding.frames([line.bytes]).first)
      // Nothing is percent-coded on the way to a process; only lines without a `%` are the same again.
      guard !line.bytes.contains(0x25) else { continue }
      #expect(encode(command: frame.command, sequence: frame.sequence, payload: frame.payload) == line.bytes)
    }
  }

  @Test(arguments: ["pd35-unicode", "pc263-unicode"])
  func namesAndPathsOfAllScriptsAreRead(_ name: String) throws {
    let recording = try #require(Self.recordings.first { $0.name == name })
    let frames = try frames(recording)
    let dialect = try dialect(frames)
    let stop = try #require(frames.first { $0.command == .threadSuspend })
    guard case .threadSuspended(let suspension) = try WireEvent.decode(stop, dialect: dialect) else { return }
    #expect(suspension.frames.first?.file == "/srv/app/päth 中 %41&+q'x/módulo ü.py")
    let reply = try #require(frames.first { $0.command == .getFrame })
    let variables = try GetFrame(thread: "T", frame: "F").reply(from: reply, dialect: dialect)
    #expect(variables.contains { $0.name == "ñandú" })
  }
}
