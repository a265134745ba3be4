import NIOCore
import NIOPosix
import PydevdWire

/// Turns bytes into messages and hands over each read burst at once.
///
/// Linux delays the acknowledgement of a small packet by 40 ms once a connection counts as interactive, and pydevd, whose
/// socket has no TCP_NODELAY, holds its next packet back until then: every step would cost 44 ms. TCP_QUICKACK is forgotten by
/// the kernel, so it is asked for again after each read, until the other side has TCP_NODELAY itself.
final class FrameHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer

  private let connection: PydevdConnection
  private var reader: FrameReader
  private var batch: [Frame] = []
  private var bytes = 0
  /// When the first bytes of the burst were there.
  private var began: NIODeadline?
  private var isKnown = false
  private var isOver = false
  private var strangersBytes = 0
  private var pacing = ReadPacing()
  private var nextRead = NextRead.atOnce
  private let memory: SharedMemory

  private enum NextRead {
    case atOnce, afterPause, pausing
  }

  /// Bytes that are read of a peer before its reply to 501.
  private static let strangersLimit = 1 << 16

  init(connection: PydevdConnection, decoder: FrameDecoder, memory: SharedMemory) {
    self.connection = connection
    self.memory = memory
    reader = FrameReader(decoder)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    memory.join(connection.number) { [weak self] in self?.giveWay($0) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { memory.leave(connection.number) }

  func channelActive(context: ChannelHandlerContext) {
    acknowledgeQuickly(context)
    connection.assumeIsolated { $0.opened() }
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // After a message that could not be read the rest is only read away, so that the close is no reset.
    guard !isOver, !connection.assumeIsolated({ $0.isTurnedAway }) else { return }
    let buffer = unwrapInboundIn(data)
    if began == nil { began = .now() }
    bytes += buffer.readableBytes
    do {
      try checkStranger(buffer.readableBytes)
      try reader.read(buffer) { frame in batch.append(frame) }
      memory.hold(reader.held, by: connection.number, isStranger: !isKnown)
    } catch {
      handOver()
      end()
      connection.assumeIsolated { $0.giveUp(error) }
    }
  }

  /// Nothing more is decoded.
  private func end() {
    isOver = true
    reader = FrameReader(FrameDecoder())
    memory.leave(connection.number)
  }

  /// Gives back the memory of the message that is coming in. A stop is never left out: its process would stand and nobody would
  /// know, so it is let go instead.
  private func giveWay(_ verdict: MemoryBudget.Verdict) {
    let error = ClientError.noRoom(limit: memory.limit)
    let size = reader.held
    if case .drop = verdict, let head = reader.dropUnfinished(), head.command != .threadSuspend {
      return connection.assumeIsolated { $0.dropped(head, size: size, error) }
    }
    handOver()
    end()
    connection.assumeIsolated { $0.giveUp(error) }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    acknowledgeQuickly(context)
    handOver()
  }

  func read(context: ChannelHandlerContext) {
    switch nextRead {
    case .atOnce: context.read()
    case .pausing: break
    case .afterPause:
      nextRead = .pausing
      context.eventLoop.assumeIsolated().scheduleTask(in: ReadPacing.pause) { [self] in
        nextRead = .atOnce
        context.read()
      }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    handOver()
    connection.assumeIsolated { $0.closed(nil) }
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // With half-closure allowed, the end of what the process sends comes as an event: there is nothing more to wait for.
    if case ChannelEvent.inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    handOver()
    connection.assumeIsolated { $0.closed(error) }
    context.close(promise: nil)
  }

  /// A peer that has not said who it is may not say much.
  private func checkStranger(_ count: Int) throws {
    guard !isKnown else { return }
    isKnown = connection.assumeIsolated { $0.dialect != nil }
    strangersBytes += count
    if !isKnown, strangersBytes > Self.strangersLimit { throw WireError.tooLarge(limit: Self.strangersLimit) }
  }

  private func handOver() {
    guard !batch.isEmpty else { return }
    let frames = batch
    let size = bytes
    let start = began ?? .now()
    nextRead = pacing.take(frames, bytes: size, at: start) ? .afterPause : .atOnce
    batch = []
    bytes = 0
    began = nil
    connection.assumeIsolated { connection in
      connection.trace(frames, bytes: size, since: start)
      connection.receive(frames, bytes: size)
    }
  }

  private func acknowledgeQuickly(_ context: ChannelHandlerContext) {
    #if os(Linux)
      guard !connection.assumeIsolated({ $0.isHurrying }), let options = context.channel.syncOptions else { return }
      // 12 is TCP_QUICKACK. A socket that is just closing refuses it, which is no harm.
      try? options.setOption(.tcpOption(.init(rawValue: 12)), value: 1)
    #endif
  }
}
