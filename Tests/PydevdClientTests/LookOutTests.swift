import NIOCore
import PydevdClient
import Testing

/// Staying awake for an answer. What stays awake for too long does not end within the limit.
@Suite(.timeLimit(.minutes(1))) struct LookOutTests {
  private let loopback = Loopback()

  /// Looks out; where something is to be sent before, that is sent at once.
  private func lookOut(_ connection: PydevdConnection, for time: TimeAmount, sends: Bool) -> EventLoopFuture<Void> {
    connection.eventLoop.submit {
      connection.assumeIsolated {
        if sends {
          $0.sendDispatch(port: 4711)
          $0.flush()
        }
        $0.lookOut(for: time)
      }
    }
  }

  @Test func anAnswerEndsIt() async throws {
    let (connection, peer) = try await loopback.connected()
    let end = lookOut(connection, for: .hours(1), sends: true)
    try await Task.sleep(for: .milliseconds(50))
    try await peer.writeAndFlush(ByteBuffer(string: "1")).get()
    try await end.get()
    try await loopback.end()
  }

  @Test func theCloseOfTheOtherEndEndsIt() async throws {
    let (connection, peer) = try await loopback.connected()
    let end = lookOut(connection, for: .hours(1), sends: true)
    try await peer.close()
    try await end.get()
    try await loopback.end()
  }

  @Test func itEndsWhenNoAnswerComes() async throws {
    let (connection, _) = try await loopback.connected()
    let begun = NIODeadline.now()
    try await lookOut(connection, for: .milliseconds(30), sends: true).get()
    #expect(NIODeadline.now() - begun >= .milliseconds(30))
    try await loopback.end()
  }

  @Test func whereNothingWasSentThereIsNoAnswerToLookOutFor() async throws {
    let (connection, _) = try await loopback.connected()
    try await lookOut(connection, for: .hours(1), sends: false).get()
    try await loopback.end()
  }
}
