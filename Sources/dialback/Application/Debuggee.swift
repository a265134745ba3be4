import DebuggerModel
import DebuggerSession
import Glibc

/// A program that Dialback started itself: its output is shown, and it ends with Dialback.
@UIActor
final class Debuggee {
  private let plan: DebuggeePlan
  private let isRestartable: Bool
  private let fail: (String) -> Void
  private let tell: (DebuggerEvent) -> Void
  private var pid: Int32?
  private var task: Task<Void, Never>?
  /// Started, and its end was not seen yet.
  private(set) var isRunning = false
  /// It has run at least once.
  private var hasRun = false
  private var wantsRestart = false
  /// Dialback goes: nothing is started any more.
  private var isOver = false
  private var input: ProgramInput?
  private var onStart: (() -> Void)?

  /// - Parameters:
  ///   - isRestartable: there is a key for it.
  ///   - fail: takes the reason why the program can't be started at all.
  ///   - tell: takes what is to be shown.
  init(
    plan: DebuggeePlan, isRestartable: Bool, fail: @escaping (String) -> Void,
    tell: @escaping (DebuggerEvent) -> Void
  ) {
    self.plan = plan
    self.isRestartable = isRestartable
    self.fail = fail
    self.tell = tell
  }

  func start() {
    guard !isRunning, !isOver else { return }
    guard let input = ProgramInput() else {
      return tell(.notice(nil, "the program can't be started: no file descriptor is left", isWarning: true))
    }
    self.input = input
    isRunning = true
    tell(.program(.started))
    task = DebuggeeLauncher.start(plan, input: input.reading) { news in
      UIThread.shared.post { [self] in handle(news) }
    }
  }

  private func handle(_ news: DebuggeeLauncher.News) {
    switch news {
    case .started(let pid):
      self.pid = pid
      hasRun = true
      if isOver || wantsRestart { endGroup() }
      reportStart()
    case .output(let isError, let text): tell(.launchedOutput(isError ? .stderr : .stdout, text))
    case .failed(let text):
      if hasRun { ended(text, isWarning: true) } else { failToStart(text) }
    case .ended(let status):
      let words = status < 0 ? "by signal \(-status)" : "with exit status \(status)"
      ended("The program has ended \(words)" + (isRestartable ? "; R starts it again" : ""), isWarning: false)
    }
  }

  /// A line for the program to read, or with `nil` the end of its input.
  func send(_ text: String?) {
    guard isRunning, let input else {
      return tell(.notice(nil, "the program does not run, or its input has ended", isWarning: true))
    }
    guard let text else { return self.input = nil }
    if let problem = input.write(text) { tell(.notice(nil, problem, isWarning: true)) }
  }

  private func ended(_ words: String, isWarning: Bool) {
    pid = nil
    input = nil
    isRunning = false
    reportStart()
    guard wantsRestart else {
      tell(.program(.ended(words)))
      return tell(.notice(nil, words, isWarning: isWarning))
    }
    wantsRestart = false
    start()
  }

  private func failToStart(_ text: String) {
    input = nil
    isRunning = false
    reportStart()
    fail(text)
  }

  /// Ends the program where it runs, and starts it anew.
  func restart() {
    guard isRunning else { return start() }
    wantsRestart = true
    endGroup()
  }

  /// Ends the program for good.
  func end() {
    isOver = true
    wantsRestart = false
    endGroup()
  }

  /// Calls `then` at once, or as soon as it is known which process a program that is being started has: before, it can't be
  /// ended, and would outlive Dialback.
  func whenNotStarting(_ then: @escaping () -> Void) {
    onStart = then
    if !isRunning || pid != nil { reportStart() }
  }

  private func reportStart() {
    onStart?()
    onStart = nil
  }

  /// A program that is stopped by the debugger cannot act on a polite request, so this is none; its children go with it.
  private func endGroup() {
    if let pid { kill(-pid, SIGKILL) }
  }
}
