/// Calls to make later, in the order of their times.
struct TimerQueue {
  private struct Entry {
    let time: Double
    let id: TimerID
    let call: @UIActor () -> Void
  }

  private var entries: [Entry] = []
  private var count = 0

  var next: Double? { entries.first?.time }

  mutating func add(at time: Double, _ call: @escaping @UIActor () -> Void) -> TimerID {
    count += 1
    let entry = Entry(time: time, id: TimerID(number: count), call: call)
    let index = entries.firstIndex { $0.time > time } ?? entries.endIndex
    entries.insert(entry, at: index)
    return entry.id
  }

  mutating func remove(_ id: TimerID) { entries.removeAll { $0.id == id } }

  /// Takes out the calls whose time has come.
  mutating func takeDue(_ now: Double) -> [@UIActor () -> Void] {
    let due = entries.prefix { $0.time <= now }
    entries.removeFirst(due.count)
    return due.map(\.call)
  }
}
