import Glibc
public import NIOCore

extension PydevdConnection {
  /// Stays awake for what the process answers, up to so long after something was sent to it last: a thread that sleeps is woken
  /// 0.1 ms late, twice a step. Others that want the processor have it; the thread itself does nothing else meanwhile.
  public func lookOut(for time: TimeAmount) {
    guard !isClosed, let end = lastSent.map({ $0 + time }), NIODeadline.now() < end else { return }
    try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { descriptor in
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      while poll(&entry, 1, 0) == 0, NIODeadline.now() < end { sched_yield() }
    }
  }
}
