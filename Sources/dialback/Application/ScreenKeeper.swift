import DebuggerModel
import DebuggerViews
import Logging
import SourcePaths

/// Keeps layout, history, watches and mappings of a project: restores them, writes what changes when a key was pressed, and takes
/// over what another Dialback has changed meanwhile.
@UIActor
final class ScreenKeeper {
  private let store: ScreenMemoryStore
  private var order = 0
  private var isBusy = false
  private var lastLook = 0.0
  /// What the screen had when it was kept last.
  private var last = ScreenMemoryStore.Kept()
  private var toldProblem: String?

  /// Seconds between two looks at what others have changed.
  private static let pause = 1.0

  init(_ store: ScreenMemoryStore) { self.store = store }

  /// Layout, history and watches are as they were when the project was debugged last.
  func restore(_ front: ScreenFrontEnd) {
    let (kept, warning) = store.load()
    if let warning { front.say(warning) }
    front.screen.restore(kept.screen)
    takeOver(kept, front)
    last = front.kept
    store.begin(with: last)
  }

  /// Called when the user has pressed a key.
  func keep(_ front: ScreenFrontEnd) {
    let (mine, now) = (front.kept, MonotonicTime.now)
    guard !isBusy, mine != last || now - lastLook > Self.pause else { return }
    isBusy = true
    lastLook = now
    last = mine
    order += 1
    Task { @concurrent [store, order] in
      let result = Result { try store.exchange(mine, order: order) }
      UIThread.shared.post { self.kept(result, front) }
    }
  }

  private func kept(_ result: Result<ScreenMemoryStore.Kept?, any Error>, _ front: ScreenFrontEnd) {
    isBusy = false
    guard !front.isLeaving else { return }
    switch result {
    case .failure(let error): tell("\(error)", front)
    case .success(nil): break
    case .success(let merged?):
      toldProblem = nil
      take(merged, front)
    }
  }

  /// Takes over what is not the screen's own, as far as nothing was changed since `last`.
  private func take(_ merged: ScreenMemoryStore.Kept, _ front: ScreenFrontEnd) {
    // A prompt that is open counts its way through the history.
    if !front.screen.isTyping, front.screen.memory.history == last.screen.history {
      front.screen.restore(ScreenMemory(history: merged.screen.history))
      last.screen.history = front.screen.memory.history
    }
    if front.kept.watches == last.watches, front.kept.mappings == last.mappings {
      takeOver(merged, front)
      last.watches = front.kept.watches
      last.mappings = front.kept.mappings
    }
    // None of that is a change of its own.
    store.begin(with: last)
  }

  private func takeOver(_ kept: ScreenMemoryStore.Kept, _ front: ScreenFrontEnd) {
    let application = front.application
    for watch in application.state.watches where !kept.watches.contains(watch.expression) {
      application.issue(.removeWatch(watch.number))
    }
    let own = application.state.watches.map(\.expression)
    for expression in kept.watches where !own.contains(expression) { application.issue(.addWatch(expression)) }
    for mapping in front.kept.mappings where !kept.mappings.contains(where: { $0.remote == mapping.remote }) {
      application.issue(.removeMapping(mapping.remote.rawValue))
    }
    // What was said anew for a folder goes before what was kept.
    let said = front.plan.state.paths.mappings.map(\.remote)
    for mapping in kept.mappings where !said.contains(mapping.remote) && !front.kept.mappings.contains(mapping) {
      application.issue(.addMapping(mapping.description))
    }
  }

  /// Called when the screen closes.
  func keepAtLast(_ front: ScreenFrontEnd) {
    order += 1
    do { _ = try store.exchange(front.kept, order: order) } catch {
      front.plan.logger.error("layout and history can't be kept: \(error)")
    }
  }

  private func tell(_ problem: String, _ front: ScreenFrontEnd) {
    guard problem != toldProblem else { return }
    toldProblem = problem
    front.say("Layout, history and watches could not be kept: \(problem); XDG_STATE_HOME can name another folder")
  }
}

extension ScreenFrontEnd {
  /// What is worth keeping of the screen.
  var kept: ScreenMemoryStore.Kept {
    let state = application.state
    return .init(
      screen: screen.memory, watches: state.watches.map(\.expression),
      mappings: state.paths.mappings.filter { !plan.state.paths.mappings.contains($0) })
  }
}
