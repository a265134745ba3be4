public import Logging
public import NIOCore
import NIOPosix
import PydevdWire

/// Listens for processes: every one that dials in gets a connection of its own, at once and without limit.
public struct PydevdListener: Sendable {
  public struct Endpoint: Sendable, Equatable {
    public let host: String
    public let port: Int
  }

  public let endpoint: Endpoint
  private let channels: [any Channel]

  /// Binds the address. A loopback address is bound for both IP versions where the machine has both, since pydevd-pycharm
  /// knows IPv4 only and `localhost` may mean either; `::` takes both.
  /// - Parameters:
  ///   - port: 0 takes any free port.
  ///   - capacity: how many connections there may be at a time.
  ///   - memory: bytes of all peers' messages that may be held, those that are not whole and those that wait.
  ///   - onShortage: told of the number of connections when no more can be taken in: others wait until one ends, which it is
  ///     told of with `nil`.
  ///   - onConnection: called on the connection's event loop, before anything was read.
  public static func bind(
    host: String, port: Int, eventLoop: any EventLoop, logger: Logger, keeper: (any ConnectionGuard)? = nil,
    capacity: Int = .max, memory: Int = 384 << 20, onShortage: @escaping @Sendable (Int?) -> Void = { _ in },
    onConnection: @escaping @Sendable (PydevdConnection) -> Void
  ) -> EventLoopFuture<PydevdListener> {
    let numbers = NIOLoopBoundBox.makeBoxSendingValue(UInt32(0), eventLoop: eventLoop)
    let admission = NIOLoopBoundBox.makeBoxSendingValue(
      Admission(capacity: capacity, onShortage: onShortage), eventLoop: eventLoop)
    let memory = NIOLoopBoundBox.makeBoxSendingValue(SharedMemory(limit: memory), eventLoop: eventLoop)
    let makeBootstrap = { @Sendable in bootstrap(eventLoop, logger, keeper, numbers, memory, admission, onConnection) }
    return makeBootstrap().bind(host: host, port: port).flatMapError { error in
      guard isInUse(error), let keeper else { return eventLoop.makeFailedFuture(error) }
      // The guard of a Dialback that was killed a moment ago may have gone by itself meanwhile.
      keeper.askForPort(port)
      return makeBootstrap().bind(host: host, port: port)
    }.flatMapErrorThrowing { error in
      throw ClientError.cannotListen(host: host, port: port, reason: reason(error, port))
    }.flatMap { first in
      let bound = first.localAddress?.port ?? port
      guard host == "127.0.0.1" || host == "localhost" else {
        return eventLoop.makeSucceededFuture(
          PydevdListener(endpoint: .init(host: host, port: bound), channels: [first]))
      }
      let other = first.localAddress?.protocol == .inet6 ? "127.0.0.1" : "::1"
      return makeBootstrap().bind(host: other, port: bound).map { [first, $0] }.recover { _ in [first] }.map {
        PydevdListener(endpoint: .init(host: host, port: bound), channels: $0)
      }
    }
  }

  private static func bootstrap(
    _ eventLoop: any EventLoop, _ logger: Logger, _ keeper: (any ConnectionGuard)?, _ numbers: NIOLoopBoundBox<UInt32>,
    _ memory: SharedMemoryBox, _ admission: NIOLoopBoundBox<Admission>,
    _ onConnection: @escaping @Sendable (PydevdConnection) -> Void
  ) -> ServerBootstrap {
    ServerBootstrap(group: eventLoop)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) {
            keeper?.adoptListener($0)
          }
          admission.value.add(channel)
          try channel.pipeline.syncOperations.addHandler(AdmissionHandler(admission))
        }
      }
      .serverChannelOption(.backlog, value: backlog)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.socketOption(.so_keepalive), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let peer = channel.remoteAddress.map(text) ?? "an unknown address"
          numbers.value += 1
          let connection = PydevdConnection(
            channel: channel, peer: peer, logger: logger, keeper: keeper, number: numbers.value,
            memory: memory)
          connection.assumeIsolated { $0.setLinkTimeout(linkTimeout) }
          let handler = FrameHandler(connection: connection, decoder: FrameDecoder(), memory: memory.value)
          try channel.pipeline.syncOperations.addHandler(handler)
          onConnection(connection)
        }
      }
  }

  /// Seconds, until a connection is told otherwise.
  private static let linkTimeout = 60.0

  /// Processes that may wait for being accepted; the system may allow fewer (`net.core.somaxconn`). Of more that come at once
  /// the system drops the first packet, and TCP of the other side tries again after a whole second.
  private static let backlog: Int32 = 4096

  private static func text(_ address: SocketAddress) -> String {
    let host = address.ipAddress ?? "?"
    return (host.contains(":") ? "[\(host)]" : host) + ":\(address.port ?? 0)"
  }

  /// EADDRINUSE on Linux, and on macOS and the BSDs.
  private static func isInUse(_ error: any Error) -> Bool {
    [98, 48].contains((error as? IOError)?.errnoCode)
  }

  private static func reason(_ error: any Error, _ port: Int) -> String {
    if let error = error as? IOError {
      switch error.errnoCode {
      case 98, 48: return "the port is in use; choose another with --port N, or --port 0 for any free one"
      case 99, 49: return "the address is not one of this machine's; choose another with --host ADDR"
      case 13: return "permission denied; choose a port above 1023 with --port N"
      default: return error.localizedText
      }
    }
    if error is SocketAddressError {
      return "no address is known for that name; choose another with --host ADDR, or --host 0.0.0.0 for all"
    }
    return "\(error)".isEmpty ? "unknown" : "the address can't be used; choose another with --host ADDR"
  }

  /// Stops listening. Connections go on.
  public func close() {
    for channel in channels { channel.close(promise: nil) }
  }
}

extension IOError {
  fileprivate var localizedText: String { description.split(separator: ":").first.map(String.init) ?? description }
}
