import PydevdWire

/// The breakpoints of a process by line: pydevd keeps one for each, so those that share one go out as one.
extension SessionProcess {
  /// What is set on a line, a message for each type.
  func messages(at file: String, line: Int) -> [SetBreakpoint] {
    Self.merged(placed.filter { $0.isAt(file, line: line) })
  }

  /// What brings a line from one state to the next.
  static func change(from old: [SetBreakpoint], to new: [SetBreakpoint]) -> [any PydevdNotification] {
    guard let first = new.first else { return removal(of: old) }
    guard let before = old.first, before.id != first.id else { return new }
    return [RemoveBreakpoint(id: before.id, file: before.file, type: before.type)] + new
  }

  /// What takes all of them back.
  var removal: [any PydevdNotification] {
    var rest = placed
    var messages: [any PydevdNotification] = []
    while let file = rest.first?.sent.first?.file, let line = rest.first?.sent.first?.line {
      messages += Self.removal(of: Self.merged(rest.filter { $0.isAt(file, line: line) }))
      rest.removeAll { $0.isAt(file, line: line) }
    }
    return messages
  }

  private static func merged(_ placed: [PlacedBreakpoint]) -> [SetBreakpoint] {
    let all = placed.flatMap(\.sent)
    var types: [BreakpointType] = []
    for message in all where !types.contains(message.type) { types.append(message.type) }
    let id = all.map(\.id).min()
    return types.compactMap { type in SetBreakpoint.merging(all.filter { $0.type == type }) }
      .sorted { a, b in a.id == id && b.id != id }
  }

  /// pydevd keeps the breakpoints of all template engines under one id, but the lines by engine: only an id that it knows takes a
  /// line back (`pydevd_api.py`, `remove_breakpoint`; pydevd-pycharm alike), so the second one is set again.
  private static func removal(of messages: [SetBreakpoint]) -> [any PydevdNotification] {
    messages.enumerated().flatMap { index, message -> [any PydevdNotification] in
      let removal = RemoveBreakpoint(id: message.id, file: message.file, type: message.type)
      return index == 0 ? [removal] : [message, removal]
    }
  }
}
