import NIOCore
import PydevdWire
import Testing

@testable import PydevdClient

@Suite(.timeLimit(.minutes(1))) struct ReadPacingTests {
  private static let output = Frame(command: .writeToConsole, sequence: 2, payload: "")
  private static let stop = Frame(command: .threadSuspend, sequence: 4, payload: "")
  private let start = NIODeadline.now()

  /// Reads of one message of output each, so many a millisecond; gives whether each of them makes the next one wait.
  private func flood(
    _ pacing: inout ReadPacing, perMillisecond: Int64, from begin: Int64, to end: Int64, bytes: Int = 100
  ) -> [Bool] {
    (begin * perMillisecond..<end * perMillisecond).map { number in
      pacing.take([Self.output], bytes: bytes, at: start + .microseconds(number * 1000 / perMillisecond))
    }
  }

  @Test func aFloodIsReadWithPauses() {
    var pacing = ReadPacing()
    let begins = flood(&pacing, perMillisecond: 4, from: 0, to: 10)
    let goesOn = flood(&pacing, perMillisecond: 4, from: 10, to: 40)
    #expect(!begins.contains(true))
    #expect(!goesOn.contains(false))
  }

  @Test func outputNowAndThenIsReadAtOnce() {
    var pacing = ReadPacing()
    let waits = flood(&pacing, perMillisecond: 1, from: 0, to: 40)
    #expect(!waits.contains(true))
  }

  @Test func whatIsNoOutputEndsTheFlood() {
    var pacing = ReadPacing()
    let before = flood(&pacing, perMillisecond: 4, from: 0, to: 20)
    let atStop = pacing.take([Self.output, Self.stop], bytes: 500, at: start + .milliseconds(20))
    let behind = flood(&pacing, perMillisecond: 4, from: 20, to: 30)
    #expect(before.last == true)
    #expect(!atStop)
    #expect(!behind.contains(true))
  }

  @Test func aFloodIsOverAfterASilence() {
    var pacing = ReadPacing()
    let before = flood(&pacing, perMillisecond: 4, from: 0, to: 20)
    let behind = pacing.take([Self.output], bytes: 100, at: start + .seconds(1))
    #expect(before.last == true)
    #expect(!behind)
  }

  @Test func aReadThatLeavesMoreBehindIsFollowedAtOnce() {
    var pacing = ReadPacing()
    let waits = flood(&pacing, perMillisecond: 4, from: 0, to: 40, bytes: 1 << 16)
    #expect(!waits.contains(true))
  }

  /// What is sent while nothing is read, what is no output behind it, and the end, come as they were sent.
  @Test func nothingOfAFloodIsLost() async throws {
    let loopback = Loopback()
    let (connection, peer) = try await loopback.connected()
    let received = NIOLoopBoundBox.makeEmptyBox(valueType: [Int].self, eventLoop: connection.eventLoop)
    let stopped = connection.eventLoop.makePromise(of: Void.self)
    let closed = connection.eventLoop.makePromise(of: Void.self)
    try await connection.eventLoop.submit {
      connection.assumeIsolated { connection in
        connection.identify(Dialect(versionReply: "3.5.0"))
        connection.start { frames, _ in
          received.value = (received.value ?? []) + frames.map(\.sequence)
          if frames.contains(where: { $0.command == .threadSuspend }) { stopped.succeed() }
        } onClose: { _ in
          closed.succeed()
        }
      }
    }.get()
    for number in 1...600 {
      try await peer.writeAndFlush(ByteBuffer(string: "116\t\(number)\t<xml/>\n")).get()
    }
    try await peer.writeAndFlush(ByteBuffer(string: "105\t601\t<xml/>\n")).get()
    // Before the end comes, with which all that is left is read.
    try await stopped.futureResult.get()
    try await peer.close()
    try await closed.futureResult.get()
    #expect(try await connection.eventLoop.submit { received.value }.get() == Array(1...601))
    try await loopback.end()
  }
}
