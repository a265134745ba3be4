import CommandLanguage
import DebuggerModel
import DebuggerSession
import DebuggerViews
import Glibc
import SourcePaths

/// Builds the parts on the terminal's thread and starts them: the front end first, then the listener, then the program.
@UIActor
final class Session {
  private let plan: SessionPlan
  private let driver: SessionDriver
  private let application: Application
  private let loop: UILoop
  private let inbox = SessionMailbox()
  private let start = MonotonicTime.now

  init(_ plan: SessionPlan, keeper: GuardProcess?, loop: UILoop) {
    self.plan = plan
    self.loop = loop
    let mailbox = inbox.mailbox
    driver = SessionDriver(
      settings: plan.settings, store: plan.store, keeper: keeper, thread: loop.host,
      logger: plan.logger
    ) { mailbox.send($0) }
    application = Application(state: plan.state, driver: driver, loop: loop, logger: plan.logger)
    inbox.open(application)
  }

  func begin() {
    if plan.launch.options.batch {
      beginBatch()
    } else if plan.launch.options.plain {
      beginPlain()
    } else {
      beginScreen()
    }
    driver.start { result in
      UIThread.shared.post { self.started(result) }
    }
  }

  private func beginBatch() {
    var runner = BatchRunner(stopsOnError: plan.launch.options.commandFile != nil)
    runner.add(plan.commands)
    let readsInput = plan.launch.options.commandFile == nil && plan.launch.options.commands.isEmpty
    if !readsInput { runner.endOfInput() }
    let advertised = plan.advertised
    let front = BatchFrontEnd(
      application: application, runner: runner, start: start, startsProgram: plan.program != nil
    ) {
      Snippet.banner(addresses: advertised, port: $0)
    }
    application.frontEnd = front
    loop.onSignal = { [application] in application.leave(signal: $0) }
    if readsInput { loop.onInput = { front.receive($0) } }
    loop.onTurn = { [driver] in
      front.flush()
      driver.lookOut()
    }
    restore()
  }

  private func beginPlain() {
    let front = PlainFrontEnd(application: application, plan: plan)
    application.frontEnd = front
    loop.onSignal = { [application] signal in
      if signal == SIGINT { front.interrupt() } else { application.leave(signal: signal) }
    }
    loop.onInput = { front.receive($0) }
    restore()
  }

  private func beginScreen() {
    do {
      let front = try ScreenFrontEnd(application: application, plan: plan, start: start)
      application.frontEnd = front
      loop.onSignal = { [application] signal in
        if !front.handle(signal: signal) { application.leave(signal: signal) }
      }
      restore()
      front.begin()
    } catch {
      LineOutput.note("dialback: \(error.description)")
      loop.stop(error.status)
    }
  }

  /// Tells what is wrong with the configuration, and arms what was kept of the project.
  private func restore() {
    application.apply(plan.warnings.map { .notice(nil, $0, isWarning: true) })
    application.apply([.breakpointsRestored(plan.restored), .exceptionsRestored(plan.restoredExceptions)])
  }

  private func started(_ result: Result<Int, any Error>) {
    switch result {
    case .failure(let error):
      application.frontEnd?.close()
      LineOutput.note("dialback: \(error)")
      loop.stop(1)
    case .success(let port):
      if let program = plan.program { provide(program, port: port) }
    }
  }

  /// Finds a pydevd for the program, and starts it.
  private func provide(_ program: Launch.Program, port: Int) {
    application.provisioning = Provisioning(
      for: program, places: plan.launch.places,
      tell: { [application] in application.apply([.program(.preparing($0))]) },
      done: { [self] result in
        switch result {
        case .success(let found): launch(program, found, port: port)
        case .failure(let failure): application.fail(failure.description)
        }
      })
  }

  private func launch(_ program: Launch.Program, _ found: PydevdProvision.Found, port: Int) {
    let places = plan.launch.places
    if let words = FolderEnvironment.notice(for: program, places: places) {
      application.apply([.notice(nil, words, isWarning: false)])
    }
    let host = plan.settings.host == "0.0.0.0" || plan.settings.host == "::" ? "127.0.0.1" : plan.settings.host
    var launched = DebuggeePlan.program(
      program.name, arguments: program.arguments, isModule: program.isModule, python: found.python,
      pydevd: found.pydevd, host: host, port: port)
    if let folder = program.folder {
      launched = launched.apart(in: folder, pythonPath: places.environment["PYTHONPATH"])
    }
    let debuggee = Debuggee(
      plan: launched,
      isRestartable: plan.launch.options.hasScreen,
      fail: { [application] in application.fail($0) },
      tell: { [application] in application.apply([$0]) })
    application.debuggee = debuggee
    debuggee.start()
  }
}
