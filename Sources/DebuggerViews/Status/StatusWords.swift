import DebuggerModel
import SourcePaths
import TerminalGrid

/// The pieces of the status line in words.
enum StatusWords {
  typealias Piece = StatusLine.Piece

  static func state(_ state: DebuggerState, _ glyphs: Glyphs) -> Piece {
    func piece(_ text: String, _ role: Role) -> Piece { Piece(text: text, role: role, weight: .state) }
    if state.isQuitting { return piece("\(glyphs.stopped) QUITTING", .statusWaiting) }
    guard state.selectedProcess != nil else { return waiting(state, glyphs) }
    switch state.selectedThread?.status {
    case .suspended(let stop): return stopped(stop, state, glyphs)
    case .pausing: return piece("\(glyphs.running) PAUSING", .statusRunning)
    case .running, .resuming, nil: return piece("\(glyphs.running) RUNNING", .statusRunning)
    }
  }

  static func stopped(_ stop: Suspension, _ state: DebuggerState, _ glyphs: Glyphs) -> Piece {
    let short = "\(glyphs.stopped) STOPPED"
    return Piece(text: "\(short) \(reason(stop, state))", role: .statusStopped, weight: .state, short: short)
  }

  private static func waiting(_ state: DebuggerState, _ glyphs: Glyphs) -> Piece {
    guard let listener = state.listener else {
      return Piece(text: "\(glyphs.listening) STARTING", role: .statusWaiting, weight: .state)
    }
    let text = "\(glyphs.listening) LISTENING \(listener.address)"
    return Piece(text: text, role: .statusWaiting, weight: .state)
  }

  static func reason(_ stop: Suspension, _ state: DebuggerState) -> String {
    switch stop.reason {
    case .breakpoint:
      guard let number = stop.breakpoint else { return "breakpoint" }
      if let stop = state.selectedSuspension?.stop, state.breakpoint(number)?.failed(at: stop) == true {
        return "breakpoint #\(number) (its condition raised)"
      }
      let hits = state.breakpoint(number)?.hits ?? 0
      return "breakpoint #\(number)" + (hits > 1 ? " (hit \(hits))" : "")
    case .step: return "step"
    case .pause: return "pause"
    case .entry: return "entry"
    case .call: return (stop.call ?? .settrace).rawValue + "()"
    case .jump: return "jump"
    case .exception, .uncaught:
      let words = stop.reason == .uncaught ? "uncaught" : "exception"
      return words + (stop.exception.map { " \($0.type)" } ?? "")
    }
  }

  static func thread(_ state: DebuggerState) -> [Piece] {
    guard let process = state.selectedProcess, let thread = state.selectedThread,
      let number = process.threads.number(of: thread.id)
    else { return [] }
    let queued = thread.queuedSteps.isEmpty ? "" : " +" + RowText.count(thread.queuedSteps.count, "step", "steps")
    let weight: StatusLine.Weight = process.threads.count > 1 ? .oneOfThreads : .thread
    return [Piece(text: "\(thread.name) \(number)/\(process.threads.count)\(queued)", role: .text, weight: weight)]
  }

  static func place(_ state: DebuggerState) -> [Piece] {
    guard let frame = state.selectedFrame, let file = state.shownSource else { return [] }
    let number = state.selection.frame == 0 ? "" : " frame \(state.selection.frame)"
    let name = state.fileNames.name(of: file)
    let line = state.shownLine(of: frame, of: state.selection.process)
    let place = line.map { "\(name):\($0)" } ?? "\(name), remote line \(frame.line)"
    var pieces = [Piece(text: "\(place) \(frame.call)\(number)", role: .text, weight: .place, short: place)]
    if state.lacksLocalFile(frame.remoteFile) {
      pieces.append(Piece(text: "no local file", role: .warning, weight: .warning))
    }
    return pieces
  }

  static func warnings(_ state: DebuggerState) -> [Piece] {
    var words: [(text: String, short: String?)] = []
    func add(_ text: String, short: String? = nil) { words.append((text, short)) }
    if let seconds = state.selectedProcess?.linkSilence {
      let limit = Int(state.options.link.timeout)
      add(
        "the link has been silent for \(seconds) s (lost after \(limit) s: set link-timeout)",
        short: "link silent for \(seconds) s")
    }
    // The source has no title of its own on a small screen.
    if let frame = state.selectedFrame, state.selectedProcess?.newerFiles.contains(frame.remoteFile) == true {
      add("source newer than the process", short: "newer source")
    }
    if state.isMuted { add("breakpoints muted") }
    if let process = state.selectedProcess, state.selectedSuspension == nil {
      let stopped = process.suspendedThreads.count
      if stopped > 0 { add(RowText.count(stopped, "other thread stands", "other threads stand")) }
    }
    if state.selectedProcess?.waitsForInput == true { add("waits for input") }
    if let leaving = state.selectedProcess?.leaving {
      add(leaving == .killed ? "is being ended" : "is being let go")
    }
    if let limit = state.listenerLimit {
      add("no more than \(limit.files) open files: see ulimit -n", short: "only \(limit.files) open files: ulimit -n")
    }
    return words.map { Piece(text: $0.text, role: .warning, weight: .warning, short: $0.short) }
  }

  static func process(_ state: DebuggerState) -> [Piece] {
    guard let process = state.selectedProcess else { return [] }
    let python = process.identity.python.map { " py\($0)" } ?? ""
    var pieces = [Piece(text: process.label + python, role: .text, weight: .process)]
    if state.processes.count > 1 {
      let names = state.processes.map { $0.number == process.number ? "[\($0.number)]" : "\($0.number)" }
      let text = "\(state.processes.count) processes: \(names.joined(separator: " "))"
      pieces.append(Piece(text: text, role: .text, weight: .sessions))
    }
    return pieces
  }

  static func listener(_ state: DebuggerState, waited: Double, _ glyphs: Glyphs) -> [Piece] {
    guard let listener = state.listener else { return [] }
    guard state.attachedProcesses.isEmpty else {
      return [Piece(text: ":\(listener.port) \(glyphs.check)", role: .success, weight: .listener)]
    }
    var words = state.connectionCount == 0 ? "no client yet" : "no client now"
    if case .preparing(let preparation)? = state.program, preparation.goal != nil { words = "getting pydevd" }
    return [Piece(text: "\(words) (\(time(waited)))", role: .dim, weight: .process)]
  }

  /// `00:12`, `1:02:03`
  static func time(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e9)))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let text = "\(two(whole / 60 % 60)):\(two(whole % 60))"
    return whole < 3600 ? text : "\(whole / 3600):\(text)"
  }
}

extension StackFrame {
  /// `work()`, or `<module>`.
  var call: String { function.hasPrefix("<") ? function : "\(function)()" }
}
