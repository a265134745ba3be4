import Glibc

/// Time that the calling thread computes: unlike the time on the wall it does not depend on what else the machine does.
public enum ProcessorTime {
  /// - Parameter work: stays on the calling thread.
  public static func measure(_ work: () throws -> Void) rethrows -> Duration {
    let start = now
    try work()
    return now - start
  }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
