import DebuggerModel
import DebuggerSession
import Glibc

/// A program that Dialback started itself: its output is shown, and it ends with Dialback.
@UIActor
final class Debuggee {
  private let plan: DebuggeePlan
  private let tell: (DebuggerEvent) -> Void
  private var pid: Int32?
  private var task: Task<Void, Never>?
  private var wantsRestart = false

  /// - Parameter tell: takes what is to be shown.
  init(plan: DebuggeePlan, tell: @escaping (DebuggerEvent) -> Void) {
    self.plan = plan
    self.tell = tell
  }

  func start() {
    task = DebuggeeLauncher.start(plan) { news in
      UIThread.shared.post { [self] in handle(news) }
    }
  }

  private func handle(_ news: DebuggeeLauncher.News) {
    switch news {
    case .started(let pid): self.pid = pid
    case .output(let isError, let text): tell(.launchedOutput(isError ? .stderr : .stdout, text))
    case .failed(let text): tell(.notice(nil, text, isWarning: true))
    case .ended(let status): ended(status)
    }
  }

  private func ended(_ status: Int32) {
    pid = nil
    let words = status < 0 ? "by signal \(-status)" : "with exit status \(status)"
    tell(.notice(nil, "The program has ended \(words); R starts it again", isWarning: false))
    if wantsRestart {
      wantsRestart = false
      start()
    }
  }

  /// Ends the program where it runs, and starts it anew.
  func restart() {
    guard pid != nil else { return start() }
    wantsRestart = true
    end()
  }

  /// A program that is stopped by the debugger cannot act on a polite request, so this is none.
  func end() {
    if let pid { kill(pid, SIGKILL) }
  }
}
