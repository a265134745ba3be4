import CommandLanguage
import DebuggerModel
import DebuggerViews
import Glibc
import Logging
import SourcePaths
import TerminalGrid

/// The screen: input becomes commands, the state becomes a grid, and the grid goes to the terminal.
@UIActor
final class ScreenFrontEnd: FrontEnd {
  unowned let application: Application
  let plan: SessionPlan
  private let start: Double
  let terminal: TerminalDriver
  var screen: DebuggerScreen
  var loop: UILoop { application.loop }
  /// Commands that were typed after `:`, whose answers are shown.
  private var typed: [RequestToken: String] = [:]
  /// Those whose answers are texts that are shown however short they are.
  private var values: Set<RequestToken> = []
  /// Those whose answers are texts to be copied, with the names of the values.
  private var copies: [RequestToken: String] = [:]
  private let copier: Copier
  private(set) var isLeaving = false
  private var isTicking = false
  private var isPaintDue = false
  private var isNaming = false
  /// The state has changed since the screen looked at it.
  private var drawnSize: Size?
  private var isBehind = false
  /// When a key was pressed last.
  private var lastInput = 0.0
  private var lastRing = 0.0
  private var held = HeldKey()
  private var isWatchingRelease = false
  private let memory: ScreenKeeper?

  init(application: Application, plan: SessionPlan, start: Double) throws(Failure) {
    self.application = application
    self.plan = plan
    self.start = start
    memory = plan.store.map { ScreenKeeper(ScreenMemoryStore(beside: $0)) }
    copier = Copier(command: plan.copyCommand, environment: plan.launch.places.environment)
    do {
      terminal = try TerminalDriver(
        TerminalOptions(
          type: plan.launch.places.environment["TERM"], theme: plan.theme,
          asksBackground: !plan.isThemeChosen && plan.usesColors, usesColors: plan.usesColors, isASCII: plan.isASCII))
    } catch {
      throw .terminal(error.description)
    }
    screen = DebuggerScreen(
      keyMap: plan.keyMap,
      options: ScreenOptions(isASCII: plan.isASCII, canRestart: plan.program != nil, theme: plan.theme.name))
  }

  func begin() {
    memory?.restore(self)
    loop.expectAnswers(plan.launch.places.environment["TERM"] ?? "")
    loop.onEvents = { [self] in receive($0) }
    loop.onInputEnd = { [application] in application.leave(signal: SIGHUP) }
    loop.onFrame = { [self] in paint() }
    loop.setNeedsFrame(urgent: true)
  }

  // MARK: Input

  private func receive(_ events: [InputEvent]) {
    guard !events.isEmpty else { return }
    lastInput = MonotonicTime.now
    application.lookAtFiles {}
    var isStep = true
    for event in events {
      follow()
      // What is typed into a field is the user's own, and may be a password.
      if case .reply(let reply) = event { adapt(to: reply) }
      if case .key(let key) = event { plan.logger.trace(screen.isTyping ? "key" : "key \(key)") }
      let isRepetition = isRepetition(event)
      let actions = screen.handle(event, state: application.state, size: terminal.size)
      for action in actions where !isRepetition || mayRepeat(action) { perform(action) }
      isStep = isStep && !actions.isEmpty && actions.allSatisfy(Self.isStep)
    }
    isBehind = true
    follow()
    memory?.keep(self)
    if isStep {
      loop.setNeedsFrameLater()
    } else {
      loop.setNeedsFrame(urgent: true)
    }
  }

  private static func isStep(_ action: ViewAction) -> Bool {
    if case .command(.resume(let kind, scope: .selected)) = action { kind.isStep } else { false }
  }

  private func isRepetition(_ event: InputEvent) -> Bool {
    guard case .key(let key) = event else { return false }
    return held.isRepetition(key, at: lastInput)
  }

  /// A key that is held steps as fast as the program can, and no further than it is held: one step may wait for the one that
  /// is under way, until the key is let go.
  private func mayRepeat(_ action: ViewAction) -> Bool {
    guard Self.isStep(action), let thread = application.state.selectedThread, thread.suspension == nil else {
      return true
    }
    watchRelease()
    return thread.queuedSteps.isEmpty
  }

  private func watchRelease() {
    guard !isWatchingRelease else { return }
    isWatchingRelease = true
    loop.schedule(after: HeldKey.longest) { [self] in
      isWatchingRelease = false
      guard held.isLetGo(at: MonotonicTime.now) else { return watchRelease() }
      application.issue(.dropQueuedSteps)
    }
  }

  private func perform(_ action: ViewAction) {
    switch action {
    // The answer is what the key was pressed for.
    case .command(.showStacks): application.issue(.showStacks) { typed[$0] = "Stacks" }
    case .showValue(let path, let title):
      application.issue(.showValue(path)) {
        typed[$0] = title
        values.insert($0)
      }
    case .showArray(let expression):
      application.issue(.array(expression, .beginning)) { typed[$0] = expression }
    case .command(let command): issue(command)
    case .commandText(let text): run(text)
    case .copyValue(let path, let name):
      application.issue(.copyValue(path)) { copies[$0] = name }
    case .copy(let text): copy(text)
    case .save(let text, let file, let what): save(text, file, what)
    case .theme(let name): choose(theme: name)
    case .redraw:
      terminal.redraw()
      loop.setNeedsFrame(urgent: true)
    case .press(let keys):
      loop.decoder.forgetBurst()
      receive(keys.map(InputEvent.key))
    case .suspend:
      let events = loop.takeAnswers()
      terminal.suspend()
      loop.setNeedsFrame(urgent: true)
      receive(events)
    case .restart: restart()
    case .say, .prompt, .confirm, .showText, .focus, .showSource, .openMappings: break
    }
  }

  /// Before a process goes on, the files that were edited under its stop are read: breakpoints follow them.
  private func issue(
    _ command: DebuggerCommand, willIssue: @escaping @UIActor @Sendable (RequestToken) -> Void = { _ in }
  ) {
    guard command.resumes else { return _ = application.issue(command, willIssue: willIssue) }
    application.lookAtFiles { [self] in
      _ = application.issue(command, willIssue: willIssue)
      if application.state.isStepping { loop.setNeedsFrameLater() } else { loop.setNeedsFrame(urgent: true) }
    }
  }

  private func copy(_ text: String) {
    let isSent = terminal.copy(text)
    copier.copy(text, isSent: isSent) { [self] complaint in say(complaint) }
  }

  private func save(_ text: String, _ file: String, _ what: String) {
    let path = plan.launch.places.absolute(file)
    let folder = "/" + path.split(separator: "/").dropLast().joined(separator: "/")
    guard TextFile.isFolder(folder) else { return say("\(what) can't be written: there is no folder \(folder)") }
    do {
      try TextFile.write(text, to: path)
      application.apply([.notice(nil, "\(what) is in \(path)", isWarning: false)])
    } catch {
      say("\(what) can't be written to \(error)")
    }
  }

  private func restart() {
    if !application.restart() {
      say(Application.onlyOwnProgramRestarts)
    }
  }

  func say(_ text: String) { application.apply([.notice(nil, text, isWarning: true)]) }

  /// Runs a line of the command language, typed or from a script.
  func run(_ line: String) {
    do {
      guard let command = try CommandParser.parse(line, mode: .screen) else { return }
      perform(command, line)
    } catch {
      say("\(error)")
    }
  }

  private func perform(_ command: Command, _ line: String) {
    switch command {
    case .debugger(let command): issue(command) { [self] in typed[$0] = line }
    case .sequence(let commands): commands.forEach { issue($0) }
    case .view(let command):
      for action in screen.perform(command, state: application.state, size: terminal.size) { perform(action) }
    case .setOption(let name, let value): set(name, value)
    case .bindKey(let key, let command):
      do { try screen.bind(key, command) } catch { say("\(error)") }
    case .help(let topic): help(topic)
    case .wait: say("`wait` is for scripts in batch mode; the screen waits by itself")
    }
  }

  private func set(_ name: String, _ value: String) {
    switch name {
    case "theme": screen.perform(.theme(value), state: application.state, size: terminal.size).forEach(perform)
    case "keys", "keymap":
      do {
        let configuration = plan.launch.configuration
        let (map, warnings) = try KeyPresets.keyMap(
          value, own: configuration.bindings, ownFile: configuration.origins["keys"]?.path, places: plan.launch.places)
        screen.setKeyMap(map)
        warnings.forEach(say)
      } catch {
        say("\(error)")
      }
    default: say("no option \(name); there are keys (a preset's name), theme, and what `set` alone lists")
    }
  }

  private func help(_ topic: String?) {
    do {
      screen.showText(
        title: topic ?? "Commands", try topic.map { try CommandHelp.text(for: $0) } ?? CommandHelp.text(mode: .screen),
        isProse: true)
    } catch {
      say("\(error)")
    }
  }

  // MARK: Output

  func announce(_ announcement: Announcement, _ state: DebuggerState) {
    switch announcement {
    case .listening(_, let port):
      banner(port)
      loop.setNeedsFrame(urgent: true)
    case .result(let token, .success(let value)):
      if let name = copies.removeValue(forKey: token), case .string(let text) = value {
        copy(text)
        application.apply([.notice(nil, "copied the \(text.count) characters of \(name)", isWarning: false)])
      }
      let isValue = values.remove(token) != nil
      guard let line = typed.removeValue(forKey: token) else { return }
      if let array = state.array, array.token == token {
        screen.showTable(array)
      } else if let chain = state.exceptionChain, chain.token == token {
        screen.showException(chain, state)
      } else if case .string(let text) = value, isValue {
        screen.showText(title: line, text)
      } else if let text = ResultText.text(of: value) {
        screen.showText(title: line, text, isProse: true)
      } else if let words = ResultText.notice(of: value) {
        application.apply([.notice(nil, words, isWarning: false)])
      }
    case .result(let token, .failure):
      typed[token] = nil
      copies[token] = nil
      values.remove(token)
    case .stopped(let stop):
      // Where the link is slow its variables come long after the key. Others that stop may be hundreds.
      if stop.process == state.selection.process { loop.attend() }
      let now = MonotonicTime.now
      // Of many stops in a row the first one says it.
      if plan.rings, now - lastInput > Self.absence, now - lastRing > Self.absence {
        terminal.ring()
        lastRing = now
      }
    case .connected, .resumed, .threadStarted, .threadEnded, .output, .breakpoint, .exceptionBreakpoint,
      .display, .warning, .knock, .ended:
      break
    }
  }

  /// Seconds without a key after which the user may look elsewhere.
  private static let absence = 2.0
  /// Seconds from a paint to the window's name for it.
  private static let titlePause = 0.3

  private func banner(_ port: Int) {
    if plan.program == nil {
      let address = plan.advertised[0]
      let pycharm = Snippet.isIPv6(address) ? [] : Snippet.pycharmLines(address: address, port: port)
      screen.setSnippet(
        Snippet.lines(address: address, port: port), pycharm, notes: Snippet.others(plan.advertised))
      application.apply(Snippet.banner(addresses: plan.advertised, port: port).map { .consoleLine($0) })
    }
    let commands = plan.commands
    UIThread.shared.post { [self] in commands.forEach(run) }
  }

  func stateChanged(_ state: DebuggerState) {
    if state.isStepping { loop.setNeedsFrameLater() } else { loop.setNeedsFrame() }
    guard !isBehind else { return }
    isBehind = true
    UIThread.shared.post { [self] in follow() }
  }

  /// Has the screen follow the state, once for all that has come in this turn: of hundreds of processes each says something.
  private func follow() {
    // What the screen wants changes the state again.
    for _ in 0..<2 where isBehind {
      isBehind = false
      screen.absorb(application.state)
      for command in screen.wanted(application.state) { application.issue(command) }
    }
  }

  private func paint() {
    follow()
    plan.logger.trace("draw")
    let size = terminal.size
    let drawing = screen.draw(application.state, size: size, clock: MonotonicTime.now - start)
    if size != drawnSize {
      // Other panes may be seen now, whose values were not asked for.
      drawnSize = size
      isBehind = true
      loop.setNeedsFrame()
    }
    plan.logger.trace("drawn")
    let bytes = terminal.flush(drawing.grid, cursor: drawing.cursor)
    plan.logger.trace("shown: \(bytes) bytes")
    if let next = drawing.next { paintAgain(after: next) }
    if plan.setsTitle { nameWindow() }
    tick()
  }

  /// The window's name is for those who look elsewhere: it is given once it has been the same for a moment, and costs a step
  /// nothing.
  private func nameWindow() {
    guard !isNaming else { return }
    isNaming = true
    let title = screen.title(application.state)
    loop.schedule(after: Self.titlePause) { [self] in
      isNaming = false
      guard !isLeaving else { return }
      if title == screen.title(application.state) { terminal.setTitle(title) } else { nameWindow() }
    }
  }

  private func paintAgain(after seconds: Double) {
    guard !isPaintDue else { return }
    isPaintDue = true
    loop.schedule(after: seconds) { [self] in
      isPaintDue = false
      loop.setNeedsFrame()
    }
  }

  /// The waiting screen shows how long it waits.
  private func tick() {
    guard application.state.attachedProcesses.isEmpty, !isTicking else { return }
    isTicking = true
    loop.schedule(after: 1) { [self] in
      isTicking = false
      loop.setNeedsFrame()
    }
  }

  /// A signal: some are the terminal's, the others end Dialback.
  /// - Returns: whether it was one of the terminal's.
  func handle(signal: Int32) -> Bool {
    let events = signal == SIGTSTP ? loop.takeAnswers() : []
    guard terminal.handle(signal: signal) else { return false }
    loop.setNeedsFrame(urgent: true)
    receive(events)
    return true
  }

  func failing(_ text: String) {}

  func leaving(_ state: DebuggerState) {
    memory?.keepAtLast(self)
    close()
  }

  func close() {
    guard !isLeaving else { return }
    isLeaving = true
    loop.onFrame = nil
    loop.onEvents = nil
    _ = loop.takeAnswers()
    terminal.close()
  }
}
