import NIOCore
import Testing

@testable import PydevdClient

/// A dialogue of the watch with a clock and a kernel.
@Suite final class LinkWatchTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
  private var watch = LinkWatch()

  /// After so many seconds, with packets that are not acknowledged, and the seconds since the last acknowledgement.
  private func look(after seconds: Double, _ packets: Int, _ silence: Double, isHeldUp: Bool = false)
    -> LinkWatch.Verdict
  {
    watch.take(
      .init(unacknowledged: packets, silence: silence, isHeldUp: isHeldUp),
      at: start + .nanoseconds(Int64(seconds * 1e9)))
  }

  private func sent(after seconds: Int64 = 0) -> Bool { watch.sent(at: start + .seconds(seconds)) }

  @Test func whatArrivesIsNotWatchedAnyMore() {
    #expect(sent())
    #expect(!sent())
    #expect(look(after: 1, 0, 0.9) == .quiet)
    #expect(sent(after: 2))
  }

  @Test func aSilentLinkIsSaidWithItsSeconds() {
    #expect(sent())
    #expect(look(after: 1, 1, 1.1) == .waiting)
    #expect(look(after: 4, 1, 4.1) == .silent(seconds: 4.1))
    #expect(look(after: 12, 3, 12.1) == .silent(seconds: 12.1))
    #expect(look(after: 13, 0, 0.1) == .quiet)
  }

  /// The link had been idle for long when something was sent: it is silent when that is not acknowledged in time, and then the
  /// seconds are those since the other end was heard, as they are when the link is given up.
  @Test func anIdleLinkIsNotSilent() {
    #expect(sent())
    #expect(look(after: 1, 1, 19) == .waiting)
    #expect(look(after: 3.5, 1, 21.5) == .silent(seconds: 21.5))
  }

  /// Each acknowledgement of something shows that the link is there, however much is still under way.
  @Test func aSlowLinkIsNotSilent() {
    #expect(sent())
    for second in 1..<300 { #expect(look(after: Double(second), 40, 0.3) == .waiting) }
  }

  @Test func aLinkIsDeadAtItsTimeout() {
    #expect(sent())
    #expect(look(after: 53, 1, 53.9) == .silent(seconds: 53.9))
    #expect(look(after: 54, 1, 54.1) == .dead(seconds: 54.1))
  }

  /// Something was sent just before keepalive would have noticed.
  @Test func aLinkThatWasDeadBeforeIsNoticedSoon() {
    #expect(sent())
    #expect(look(after: 1, 1, 59) == .waiting)
    #expect(look(after: 5, 1, 63) == .dead(seconds: 63))
  }

  @Test func aShorterTimeoutIsKept() {
    watch.timeout = 6
    #expect(sent())
    #expect(look(after: 5, 1, 5.2) == .silent(seconds: 5.2))
    #expect(look(after: 5.5, 1, 5.7) == .dead(seconds: 5.7))
    #expect(watch.pause < 1)
  }

  /// Between the kernel's looks at a closed window minutes may pass.
  @Test func aProcessThatDoesNotReadIsNotSilent() {
    #expect(sent())
    for second in [5.0, 60, 200] { #expect(look(after: second, 0, second, isHeldUp: true) == .waiting) }
    #expect(look(after: 201, 0, 0.1) == .quiet)
  }
}
