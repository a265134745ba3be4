import DebuggerModel
import NIOCore
import PydevdClient
import PydevdWire

/// Threads that are told to go on, and sleep, see ``WakeUp``.
extension SessionDriver {
  /// How long a thread gets to read a step; twice this passes before it is woken.
  private static let pause = TimeAmount.microseconds(350)
  /// Some years: a thread may run for long before it stops again, and is not to get a second one meanwhile.
  private static let patience = 1e8

  /// Whether threads of a process may sleep on. A thread that is alone is the one whose event is set.
  private func mayOversleep(_ process: SessionProcess) -> Bool {
    process.dialect.resumesSleepily && process.threads.count > 1
  }

  /// For a thread that was sent 106.
  func wakeUp(_ thread: String, of number: ProcessNumber) {
    guard let process = processes[number], mayOversleep(process), let frame = process.stops[thread],
      processes[number]?.wakeUps.insert(thread).inserted == true
    else { return }
    with(number) { connection in
      connection.request(WakeUp(thread: thread, frame: frame), within: Self.patience) { [weak self] _ in
        self?.assumeIsolated { _ = $0.processes[number]?.wakeUps.remove(thread) }
      }
    }
  }

  /// For a thread that was sent a step. It reads that in its turn, behind the requests before it, and sleeps again: only then
  /// it can be woken up.
  func wakeUpBehindStep(_ thread: String, of number: ProcessNumber, quietFor checks: Int = 0) {
    guard let process = processes[number], mayOversleep(process) else { return }
    processes[number]?.dueWakeUps[thread]?.cancel()
    processes[number]?.dueWakeUps[thread] = eventLoop.scheduleTask(in: Self.pause) { [weak self] in
      self?.assumeIsolated { driver in
        guard let process = driver.processes[number] else { return }
        let isBusy = process.connection.assumeIsolated { $0.isServed(by: thread) }
        if !isBusy, checks > 0 {
          driver.wakeUp(thread, of: number)
        } else {
          driver.wakeUpBehindStep(thread, of: number, quietFor: isBusy ? 0 : checks + 1)
        }
      }
    }
  }
}
