import Testing

@testable import PydevdClient

struct MemoryBudgetTests {
  private func budget(_ shares: [(peer: UInt32, unfinished: Int, isStranger: Bool)]) -> MemoryBudget {
    var budget = MemoryBudget(limit: 100)
    for entry in shares {
      budget.update(entry.peer) { share in
        share.unfinished = entry.unfinished
        share.isStranger = entry.isStranger
      }
    }
    return budget
  }

  @Test func withinTheLimitNobodyGivesWay() {
    #expect(budget([(1, 60, true), (2, 40, false)]).verdict == nil)
  }

  @Test func strangersGiveWayBeforeProcessesAndTheOldestFirst() {
    var budget = budget([(3, 90, false), (5, 10, true), (4, 10, true), (2, 0, true)])
    #expect(budget.verdict == .close(4))
    budget.remove(4)
    #expect(budget.verdict == nil)
  }

  @Test func ofProcessesTheLargestMessageGivesWay() {
    #expect(budget([(1, 50, false), (2, 60, false), (3, 10, false)]).verdict == .drop(2))
    #expect(budget([(1, 60, false), (2, 60, false)]).verdict == .drop(1))
  }

  @Test func smallMessagesNeverGiveWay() {
    #expect(budget((1...9).map { (UInt32($0), 20, false) }).verdict == nil)
  }

  @Test func whatWaitsCountsAsWell() {
    var budget = budget([(1, 60, false)])
    budget.update(2) { $0.waiting = 50 }
    #expect(budget.verdict == .drop(1) && budget.isCrowded)
    budget.update(2) { $0.waiting = 0 }
    #expect(budget.verdict == nil && !budget.isCrowded)
  }
}
