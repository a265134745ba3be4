import DebuggerModel
import NIOCore
import PydevdClient
import PydevdWire

/// How a process is let go with its connection kept: on every release the next `settrace` of its program stops again then.
extension SessionDriver {
  /// Seconds that a process may take to let its threads go.
  private static let releaseSeconds = 2.0
  /// A stop that was on its way when everything had arrived comes within this time.
  private static let settlingMilliseconds: Int64 = 60

  /// The breakpoints were taken back before this. Whatever stops on the way is resumed; then `released` is told.
  func release(_ number: ProcessNumber) {
    guard let process = processes[number], process.farewell == nil, process.release == nil else { return }
    processes[number]?.release = .sent
    putBackSpeed(number)
    resumeAll(number)
    // Answered by the reader itself, in order, on every release, if with an error: the requests before it have been carried out.
    with(number) { connection in
      connection.request(ListThreads(), within: Self.releaseSeconds) { [weak self] _ in
        self?.assumeIsolated { $0.releaseArrived(number) }
      }
    }
    eventLoop.scheduleTask(in: .milliseconds(Int64(Self.releaseSeconds * 1000))) { [weak self] in
      self?.assumeIsolated { $0.endRelease(number) }
    }
  }

  private func releaseArrived(_ number: ProcessNumber) {
    guard processes[number]?.release == .sent else { return }
    processes[number]?.release = .arrived
    continueRelease(number)
  }

  /// When no thread stands any more, the release is told.
  func continueRelease(_ number: ProcessNumber) {
    guard let process = processes[number], process.release == .arrived, process.stops.isEmpty else { return }
    processes[number]?.release = .settling
    eventLoop.scheduleTask(in: .milliseconds(Self.settlingMilliseconds)) { [weak self] in
      self?.assumeIsolated { driver in
        guard let process = driver.processes[number], process.release == .settling else { return }
        guard process.stops.isEmpty else {
          driver.processes[number]?.release = .arrived
          return
        }
        driver.endRelease(number)
      }
    }
  }

  private func endRelease(_ number: ProcessNumber) {
    guard processes[number]?.release != nil else { return }
    processes[number]?.release = nil
    processes[number]?.forgetStops()
    emit(.released(number))
  }
}
