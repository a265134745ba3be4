import NIOCore

/// Tells a silent link from a process that computes: the kernel of the other machine acknowledges what arrives, however busy the
/// process is. Pure: whoever owns it has the clock and the socket.
struct LinkWatch {
  /// The kernel's view of a connection.
  struct Sample: Equatable {
    /// Packets that were sent and not acknowledged yet.
    var unacknowledged: Int
    /// Seconds since the other end acknowledged something, be it a probe.
    var silence: Double
    /// The process does not read and its kernel has no room left: the rest waits here, and nothing is wrong with the link.
    var isHeldUp = false
  }

  enum Verdict: Equatable {
    /// All that was sent has arrived: there is nothing to watch.
    case quiet
    case waiting
    /// Something that was sent has not been acknowledged for seconds; the other end was last heard so long ago.
    case silent(seconds: Double)
    case dead(seconds: Double)
  }

  /// Seconds of silence after which a link is dead.
  var timeout = 60.0
  private var since: NIODeadline?

  /// Seconds without an acknowledgement after which a link is silent. TCP repeats a packet after a fraction of one.
  private static let patience = 3.0
  /// Of the timeout: a little less than the kernel's own, so that a farewell can still be left on the way.
  private static let share = 0.9
  /// Of the timeout: for what was sent into a link that had been idle for long.
  private static let leastShare = 1.0 / 12

  /// Notes that something is sent.
  /// - Returns: whether the link is to be looked at from now on.
  mutating func sent(at now: NIODeadline) -> Bool {
    guard since == nil else { return false }
    since = now
    return true
  }

  mutating func take(_ sample: Sample, at now: NIODeadline) -> Verdict {
    guard let since else { return .quiet }
    if sample.isHeldUp { return .waiting }
    guard sample.unacknowledged > 0 else {
      self.since = nil
      return .quiet
    }
    let waited = min(Double((now - since).nanoseconds) / 1e9, sample.silence)
    if sample.silence >= timeout * Self.share, waited >= timeout * Self.leastShare {
      return .dead(seconds: sample.silence)
    }
    return waited < Self.patience ? .waiting : .silent(seconds: sample.silence)
  }

  /// Seconds between two looks.
  var pause: Double { min(1, timeout / 10) }
}
