import NIOCore

/// How many connections there may be: those for which the system has descriptors left. Whoever dials in beyond that waits, with
/// its connection made by the kernel and nothing lost, until another one leaves. It belongs to one event loop.
final class Admission {
  /// Connections at most; the rest of the descriptors is for files and the program's own needs.
  private let capacity: Int
  private let onShortage: (Int?) -> Void
  private var count = 0
  private var listeners: [any Channel] = []
  private var isClosed = false

  /// - Parameter onShortage: told of the number of connections when no more can be taken in, and of `nil` when some can again.
  init(capacity: Int, onShortage: @escaping (Int?) -> Void) {
    self.capacity = capacity
    self.onShortage = onShortage
  }

  func add(_ listener: any Channel) { listeners.append(listener) }

  func opened() {
    count += 1
    if count >= capacity { close() }
  }

  func ended() {
    count -= 1
    open()
  }

  /// The system itself has refused: there may be room again when a connection ends, or later.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    onShortage(count)
    for listener in listeners { listener.setOption(.autoRead, value: false).whenComplete { _ in } }
  }

  /// Takes in again what waits, if there is room.
  func open() {
    guard isClosed, count < capacity else { return }
    isClosed = false
    onShortage(nil)
    for listener in listeners { listener.setOption(.autoRead, value: true).whenComplete { _ in } }
  }
}

/// Counts what a listening socket takes in, and waits where the system has no descriptor for it.
final class AdmissionHandler: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  private let admission: NIOLoopBoundBox<Admission>

  /// Until the next try after the system has refused.
  private static let pause = TimeAmount.seconds(1)

  init(_ admission: NIOLoopBoundBox<Admission>) { self.admission = admission }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let channel = unwrapInboundIn(data)
    admission.value.opened()
    channel.closeFuture.hop(to: context.eventLoop).whenComplete { [admission] _ in admission.value.ended() }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // EMFILE and ENFILE: the same numbers on Linux, macOS and the BSDs.
    guard let error = error as? IOError, error.errnoCode == 24 || error.errnoCode == 23 else {
      return context.fireErrorCaught(error)
    }
    admission.value.close()
    context.eventLoop.scheduleTask(in: Self.pause) { [admission] in admission.value.open() }
  }
}
