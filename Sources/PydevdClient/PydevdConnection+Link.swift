import Glibc
import NIOCore

/// What the link to a process does: a dead one is noticed, whether something was sent or not.
extension PydevdConnection {
  public enum LinkNews: Equatable, Sendable {
    case answers
    /// Seconds since the other end was heard; something that was sent is not acknowledged.
    case silent(seconds: Double)
    case dead(seconds: Double)
  }

  /// Sets who hears of the link while something that was sent is not acknowledged.
  public func watchLink(_ onLink: @escaping (LinkNews) -> Void) { self.onLink = onLink }

  /// Sets after how many seconds of silence the link is dead.
  ///
  /// TCP by itself takes hours where nothing is sent, and a quarter of an hour where something is: keepalive rests while data is not
  /// acknowledged, so both times are set (tcp(7), `TCP_KEEPIDLE`, `TCP_USER_TIMEOUT`).
  public func setLinkTimeout(_ seconds: Double) {
    link.timeout = seconds
    #if os(Linux)
      // TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT: a system that lacks one keeps its own value.
      for (option, value) in [(CInt(4), seconds / 3), (5, seconds / 6), (6, 4)] { set(option, max(1, Int(value))) }
    #endif
    setUserTimeout(seconds)
  }

  private func setUserTimeout(_ seconds: Double) {
    #if os(Linux)
      set(18, Int(seconds * 1000))
    #endif
  }

  private func set(_ option: CInt, _ value: Int) {
    try? channel.syncOptions?.setOption(.tcpOption(.init(rawValue: option)), value: Int(CInt(clamping: value)))
  }

  /// Something was sent: looks at the link until it has arrived.
  func lookAtLink() {
    guard link.sent(at: .now()) else { return }
    scheduleLook()
  }

  private func scheduleLook() {
    eventLoop.scheduleTask(in: .milliseconds(Int64(link.pause * 1000))) { [weak self] in
      self?.assumeIsolated { $0.look() }
    }
  }

  private func look() {
    guard !isClosed, let sample = linkSample() else { return }
    holdUp(sample.isHeldUp)
    switch link.take(sample, at: .now()) {
    case .quiet: tell(.answers)
    case .waiting:
      tell(.answers)
      scheduleLook()
    case .silent(let seconds):
      tell(.silent(seconds: seconds))
      scheduleLook()
    case .dead(let seconds):
      // What is said now stays on the way: it is heard if the link comes back in the next minutes.
      setUserTimeout(0)
      tell(.dead(seconds: seconds))
    }
  }

  /// A process that does not read is alive; Linux counts its closed window as silence.
  private func holdUp(_ isHeldUp: Bool) {
    guard isHeldUp != self.isHeldUp else { return }
    self.isHeldUp = isHeldUp
    setUserTimeout(isHeldUp ? 0 : link.timeout)
  }

  private func tell(_ news: LinkNews) {
    guard news != .answers || lastLinkNews != .answers else { return }
    lastLinkNews = news
    onLink?(news)
  }

  /// `nil` where the system can't tell.
  private func linkSample() -> LinkWatch.Sample? {
    #if os(Linux)
      let sample = try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) {
        Self.sample(of: $0)
      }
      return sample ?? nil
    #else
      return nil
    #endif
  }

  #if os(Linux)
    /// By TCP_INFO, 11; the places of its fields are part of the kernel's interface (linux/tcp.h).
    private static func sample(of descriptor: CInt) -> LinkWatch.Sample? {
      var info = [UInt8](repeating: 0, count: 104)
      var count = socklen_t(info.count)
      guard getsockopt(descriptor, CInt(IPPROTO_TCP), 11, &info, &count) == 0, count >= 60 else { return nil }
      func number(_ place: Int) -> UInt32 {
        info.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
      }
      let (backoff, unacknowledged, lastAcknowledgement) = (info[4], number(24), number(56))
      return .init(
        unacknowledged: Int(unacknowledged), silence: Double(lastAcknowledgement) / 1000,
        isHeldUp: unacknowledged == 0 && backoff > 0)
    }
  #endif
}
