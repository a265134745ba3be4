/// Elements from any thread, taken on the UI thread in batches: the first of a batch posts one job, the others only queue.
final class Mailbox<Element: Sendable>: Sendable {
  private let queue = Locked<[Element]>([])
  private let receive: @UIActor @Sendable ([Element]) -> Void

  /// - Parameter receive: gets all that is queued, in order.
  init(receive: @escaping @UIActor @Sendable ([Element]) -> Void) { self.receive = receive }

  func send(_ elements: [Element]) {
    guard !elements.isEmpty else { return }
    let isFirst = queue.withLock { queue in
      defer { queue += elements }
      return queue.isEmpty
    }
    guard isFirst else { return }
    UIThread.shared.post { [self] in receive(takeAll()) }
  }

  func send(_ element: Element) { send([element]) }

  /// How many wait: a sender that is far ahead should pause its reading.
  var count: Int { queue.withLock(\.count) }

  private func takeAll() -> [Element] {
    queue.withLock { queue in
      defer { queue = [] }
      return queue
    }
  }
}
