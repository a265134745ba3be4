/// The threads of a process in the order in which they were first heard of, each found by its id without a search.
///
/// A program may start and end tens of thousands. One that ends leaves its place empty, so that no other one moves; the places
/// are closed up once most of them are empty.
public struct ThreadList: Sendable {
  private struct Place: Equatable, Sendable {
    var thread: ThreadState
    var isTaken = true
  }

  private var places: [Place] = []
  private var numbers: [ThreadID: Int] = [:]
  /// The places of threads that stand at a stop.
  private var stopped: Set<Int> = []
  public private(set) var startIndex = 0

  public init() {}

  /// Those that stand at a stop, in their order.
  public var suspended: [ThreadState] { stopped.sorted().map { places[$0].thread } }

  public subscript(id: ThreadID) -> ThreadState? { numbers[id].map { places[$0].thread } }

  /// Which one it is, counted from 1.
  public func number(of id: ThreadID) -> Int? {
    numbers[id].map { place in places[..<place].count(where: \.isTaken) + 1 }
  }

  /// Changes a thread in place, or one that is put at the end where it was not known.
  mutating func update(_ id: ThreadID, _ change: (inout ThreadState) -> Void) {
    let place = numbers[id] ?? append(ThreadState(id: id, name: "Thread \(count + 1)"))
    change(&places[place].thread)
    note(place)
  }

  private mutating func append(_ thread: ThreadState) -> Int {
    places.append(Place(thread: thread))
    numbers[thread.id] = places.count - 1
    return places.count - 1
  }

  mutating func remove(_ id: ThreadID) {
    guard let place = numbers.removeValue(forKey: id) else { return }
    // Its storage is let go of now.
    places[place] = Place(thread: ThreadState(id: id, name: ""), isTaken: false)
    stopped.remove(place)
    while startIndex < places.count, !places[startIndex].isTaken { startIndex += 1 }
    if places.count > 2 * numbers.count + 16 { closeUp() }
  }

  private mutating func closeUp() {
    places.removeAll { !$0.isTaken }
    startIndex = 0
    stopped = []
    for (place, entry) in places.enumerated() {
      numbers[entry.thread.id] = place
      note(place)
    }
  }

  private mutating func note(_ place: Int) {
    if case .suspended = places[place].thread.status { stopped.insert(place) } else { stopped.remove(place) }
  }
}

extension ThreadList: BidirectionalCollection {
  public var endIndex: Int { places.count }
  public var count: Int { numbers.count }
  public var isEmpty: Bool { numbers.isEmpty }

  public func index(after place: Int) -> Int {
    var next = place + 1
    while next < places.count, !places[next].isTaken { next += 1 }
    return next
  }

  public func index(before place: Int) -> Int {
    var next = place - 1
    while !places[next].isTaken { next -= 1 }
    return next
  }

  /// The id of the one at a place stays.
  public internal(set) subscript(place: Int) -> ThreadState {
    get { places[place].thread }
    set {
      places[place].thread = newValue
      note(place)
    }
  }
}

extension ThreadList: Equatable {
  public static func == (left: ThreadList, right: ThreadList) -> Bool {
    left.places == right.places || left.elementsEqual(right)
  }
}
