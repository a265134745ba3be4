import DebuggerModel
import DebuggerSession
import Logging
import SourcePaths

/// A debugger without a screen: the real state and the real driver on a real port.
actor Bench {
  private(set) var state: DebuggerState
  private(set) var announcements: [Announcement] = []
  private var driver: SessionDriver?
  private(set) var port = 0
  private var token = 0

  init(maps: [String] = []) {
    var paths = PathMapper()
    for text in maps { if let map = try? PathMapping(parsing: text, relativeTo: LocalPath("/")) { paths.add(map) } }
    state = DebuggerState(settings: .init(root: LocalPath("/srv"), loadsVariables: true), paths: paths)
  }

  func start(settings: SessionSettings = .init(host: "127.0.0.1", port: 0)) async throws {
    let (stream, continuation) = AsyncStream<SessionBatch>.makeStream()
    let driver = SessionDriver(
      settings: settings, store: nil,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) { continuation.yield($0) }
    self.driver = driver
    port = try await withCheckedThrowingContinuation { done in driver.start { done.resume(with: $0) } }
    Task { for await batch in stream { self.receive(batch) } }
  }

  private func receive(_ batch: SessionBatch) {
    for event in batch.events { apply(event) }
    if let receipt = batch.receipt { driver?.consumed(receipt) }
  }

  private func apply(_ event: DebuggerEvent) {
    let effects = state.handle(event)
    driver?.perform(effects)
    for case .announce(let announcement) in effects { announcements.append(announcement) }
  }

  func command(_ command: DebuggerCommand) {
    token += 1
    apply(.command(RequestToken(token), command))
  }

  func leave() async { await withCheckedContinuation { done in driver?.leave { done.resume() } } }

  var stops: [StopSummary] {
    announcements.compactMap { if case .stopped(let stop) = $0 { stop } else { nil } }
  }

  var knocks: [String] {
    announcements.compactMap { if case .knock(_, let what) = $0 { what } else { nil } }
  }

  var ends: [EndReason] {
    announcements.compactMap { if case .ended(_, let reason, _) = $0 { reason } else { nil } }
  }

  var locals: [Variable] { state.selectedFrameKey.flatMap { state.variables[$0]?.roots?.value?.variables } ?? [] }
}
