import Logging
import NIOCore
import NIOPosix
import PydevdClient

/// Threads for connections and for their other ends.
struct Loopback {
  let connections = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  let peers = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// A connection, and its other end.
  func connected() async throws -> (PydevdConnection, any Channel) {
    let loop = connections.next()
    let promise = loop.makePromise(of: PydevdConnection.self)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let listener = try await PydevdListener.bind(host: "127.0.0.1", port: 0, eventLoop: loop, logger: logger) {
      promise.succeed($0)
    }.get()
    let peer = try await ClientBootstrap(group: peers).connect(host: "127.0.0.1", port: listener.endpoint.port).get()
    return try await (promise.futureResult.get(), peer)
  }

  func end() async throws {
    try await connections.shutdownGracefully()
    try await peers.shutdownGracefully()
  }
}
