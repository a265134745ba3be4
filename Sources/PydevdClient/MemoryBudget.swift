/// How much may be held of the messages of all peers together: those that are not whole yet, and those that nobody has taken in.
/// One message has its own limit, but ten peers could send ten such messages. Pure: ``SharedMemory`` carries out its verdicts.
struct MemoryBudget {
  /// What gives room back.
  enum Verdict: Equatable {
    /// The oldest peer that has not said who it is and holds something is closed.
    case close(UInt32)
    /// The largest message of a process is forgotten.
    case drop(UInt32)
  }

  struct Share: Equatable {
    /// Bytes of a message that is not whole.
    var unfinished = 0
    /// Bytes of messages that nobody has taken in.
    var waiting = 0
    var isStranger = true
  }

  /// Bytes; more than one message may have.
  static let standard = 384 << 20
  /// Stacks and output are smaller: none of them is worth a loss.
  static let leastDropped = 1 << 20

  let limit: Int
  private var shares: [UInt32: Share] = [:]
  private var unfinished = 0
  private(set) var waiting = 0

  init(limit: Int) { self.limit = limit }

  /// Messages wait in such a mass that whoever adds to them is to pause.
  var isCrowded: Bool { waiting > limit / 4 }

  mutating func update(_ peer: UInt32, _ change: (inout Share) -> Void) {
    let before = shares[peer] ?? Share()
    var share = before
    change(&share)
    unfinished += share.unfinished - before.unfinished
    waiting += share.waiting - before.waiting
    shares[peer] = share == Share() ? nil : share
  }

  mutating func remove(_ peer: UInt32) { update(peer) { $0 = Share() } }

  /// Peers are numbered as they come: the smallest number is the oldest.
  var verdict: Verdict? {
    guard unfinished + waiting > limit else { return nil }
    let holders = shares.filter { $0.value.unfinished > 0 }
    if let oldest = holders.filter(\.value.isStranger).keys.min() { return .close(oldest) }
    guard let largest = holders.max(by: { ($0.value.unfinished, $1.key) < ($1.value.unfinished, $0.key) }),
      largest.value.unfinished >= min(Self.leastDropped, limit / 4)
    else { return nil }
    return .drop(largest.key)
  }
}
