import Logging
import NIOCore
import NIOPosix
import PydevdClient
import Testing

/// Staying awake for an answer. What stays awake for too long does not end within the limit.
@Suite(.timeLimit(.minutes(1))) struct LookOutTests {
  private let connections = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let peers = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// A connection, and its other end.
  private func connected() async throws -> (PydevdConnection, any Channel) {
    let loop = connections.next()
    let promise = loop.makePromise(of: PydevdConnection.self)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let listener = try await PydevdListener.bind(host: "127.0.0.1", port: 0, eventLoop: loop, logger: logger) {
      promise.succeed($0)
    }.get()
    let peer = try await ClientBootstrap(group: peers).connect(host: "127.0.0.1", port: listener.endpoint.port).get()
    return try await (promise.futureResult.get(), peer)
  }

  private func end() async throws {
    try await connections.shutdownGracefully()
    try await peers.shutdownGracefully()
  }

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
    let (connection, peer) = try await connected()
    let end = lookOut(connection, for: .hours(1), sends: true)
    try await Task.sleep(for: .milliseconds(50))
    try await peer.writeAndFlush(ByteBuffer(string: "1")).get()
    try await end.get()
    try await self.end()
  }

  @Test func theCloseOfTheOtherEndEndsIt() async throws {
    let (connection, peer) = try await connected()
    let end = lookOut(connection, for: .hours(1), sends: true)
    try await peer.close()
    try await end.get()
    try await self.end()
  }

  @Test func itEndsWhenNoAnswerComes() async throws {
    let (connection, _) = try await connected()
    let begun = NIODeadline.now()
    try await lookOut(connection, for: .milliseconds(30), sends: true).get()
    #expect(NIODeadline.now() - begun >= .milliseconds(30))
    try await end()
  }

  @Test func whereNothingWasSentThereIsNoAnswerToLookOutFor() async throws {
    let (connection, _) = try await connected()
    try await lookOut(connection, for: .hours(1), sends: false).get()
    try await end()
  }
}
