import DebuggerModel
import NIOCore
import PydevdClient
import PydevdWire
import SourcePaths

/// Where threads are that run: asked of pydevd itself, which looks at them from outside.
extension SessionDriver {
  /// Seconds for a stack; no thread has to stop for it.
  private static let stackSeconds = 5.0

  /// Collects the stacks of one request on the event loop.
  private final class Collector {
    var stacks: [ThreadStack] = []
    var missing: Int

    init(missing: Int) { self.missing = missing }
  }

  func load(_ request: StacksRequest) {
    let collector = NIOLoopBound(Collector(missing: request.targets.count), eventLoop: eventLoop)
    guard !request.targets.isEmpty else { return emit(.stacks(request, [])) }
    for target in request.targets {
      stack(of: target) { [weak self] frames in
        self?.assumeIsolated { driver in
          collector.value.stacks.append(ThreadStack(target: target, frames: frames))
          collector.value.missing -= 1
          if collector.value.missing == 0 { driver.emit(.stacks(request, collector.value.stacks)) }
        }
      }
    }
  }

  private func stack(
    of target: StacksRequest.Target, done: @escaping @Sendable (Result<[StackFrame], CommandFailure>) -> Void
  ) {
    guard let process = processes[target.process] else {
      return done(.failure(CommandFailure("the process is gone")))
    }
    guard process.dialect.hasExtendedCommands else { return stackFromWithin(of: target, process, done: done) }
    with(target.process) { connection in
      connection.request(GetThreadStack(thread: target.thread.rawValue), within: Self.stackSeconds) { result in
        done(result.map { StackFrame.list($0.frames) }.mapError(Self.failure))
      }
    }
  }

  /// Releases without 152 can tell it in a thread that is stopped only.
  private func stackFromWithin(
    of target: StacksRequest.Target, _ process: SessionProcess,
    done: @escaping @Sendable (Result<[StackFrame], CommandFailure>) -> Void
  ) {
    guard let (thread, frame) = process.stops.first else {
      let words = "this release tells where a running thread is only while another one is stopped; pause one first"
      return done(.failure(CommandFailure(words)))
    }
    with(target.process) { connection in
      let request = Evaluate(
        thread: thread, frame: frame, expression: StackReading.expression(for: target.thread.rawValue), trim: false)
      connection.request(request, within: Self.stackSeconds) { result in
        done(result.map { StackReading.frames(in: $0.value) }.mapError(Self.failure))
      }
    }
  }
}
