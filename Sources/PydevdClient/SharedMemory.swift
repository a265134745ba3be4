import NIOCore

typealias SharedMemoryBox = NIOLoopBoundBox<SharedMemory>

/// The memory that all peers' messages share, on the event loop of their connections.
final class SharedMemory {
  private var budget: MemoryBudget
  private var members: [UInt32: (MemoryBudget.Verdict) -> Void] = [:]

  init(limit: Int) { budget = MemoryBudget(limit: limit) }

  var limit: Int { budget.limit }

  /// - Parameter giveWay: called when the peer has to give room back.
  func join(_ peer: UInt32, giveWay: @escaping (MemoryBudget.Verdict) -> Void) { members[peer] = giveWay }

  func leave(_ peer: UInt32) {
    members[peer] = nil
    budget.remove(peer)
  }

  /// A peer holds so many bytes of a message that is not whole.
  func hold(_ bytes: Int, by peer: UInt32, isStranger: Bool) {
    guard members[peer] != nil else { return }
    budget.update(peer) { share in
      share.unfinished = bytes
      share.isStranger = isStranger
    }
    while let verdict = budget.verdict {
      switch verdict {
      case .close(let loser), .drop(let loser):
        budget.update(loser) { $0.unfinished = 0 }
        members[loser]?(verdict)
      }
    }
  }

  /// So many bytes of a peer's whole messages wait.
  /// - Returns: whether it is to pause.
  func wait(_ bytes: Int, of peer: UInt32) -> Bool {
    guard members[peer] != nil else { return false }
    budget.update(peer) { $0.waiting = bytes }
    return bytes >= MemoryBudget.leastDropped && budget.isCrowded
  }
}
