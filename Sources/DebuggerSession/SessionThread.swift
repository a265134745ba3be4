import NIOCore
import NIOPosix

/// The calling thread as the one that all connections are served on, so that what a message gives rise to needs no other thread:
/// no hand-over stands between a stop and the order that follows it. For sessions where no person waits for the thread.
public final class SessionThread: Sendable {
  let eventLoop: any EventLoop

  private init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

  /// Serves on the calling thread from now on: nothing ends that but the end of the process.
  /// - Parameter setup: called before anything else is.
  public static func run(_ setup: @escaping (SessionThread) -> Void) {
    MultiThreadedEventLoopGroup.withCurrentThreadAsEventLoop { setup(SessionThread($0)) }
  }

  /// Does something behind what the thread does now; may be called on any thread.
  public func execute(_ call: @escaping @Sendable () -> Void) { eventLoop.execute(call) }

  /// The same after so many seconds.
  public func execute(after seconds: Double, _ call: @escaping @Sendable () -> Void) {
    eventLoop.scheduleTask(in: .nanoseconds(Int64(seconds * 1_000_000_000)), call)
  }

  /// Does something on the thread, and waits until it is done; to be called on another thread.
  /// - Returns: what the call gives.
  public func perform(_ call: @escaping @Sendable () -> Bool) -> Bool {
    (try? eventLoop.submit(call).wait()) ?? false
  }
}
