import SourcePaths
import TestSupport
import Testing

@testable import DebuggerModel

struct ThreadListTests {
  private func id(_ number: Int) -> ThreadID { ThreadID("pid_7_id_\(number)") }

  private func list(_ numbers: some Sequence<Int>) -> ThreadList {
    var list = ThreadList()
    for number in numbers { list.update(id(number)) { $0.name = "t\(number)" } }
    return list
  }

  @Test func threadsStayInTheOrderInWhichTheyWereHeardOf() {
    var list = list(1...5)
    for number in [1, 3, 4] { list.remove(id(number)) }
    list.update(id(6)) { _ in }
    list.update(id(5)) { $0.isFrozen = true }
    #expect(list.map(\.id) == [id(2), id(5), id(6)])
    #expect(list.count == 3 && list.last?.name == "Thread 3" && list.first?.name == "t2")
    #expect(list.number(of: id(5)) == 2 && list.number(of: id(3)) == nil)
    #expect(list[id(5)]?.isFrozen == true && list[id(4)] == nil)
    #expect(list.reversed().map(\.id) == [id(6), id(5), id(2)])
  }

  @Test func placesAreClosedUp() {
    var list = list(1...1000)
    for number in 1...999 where number != 500 { list.remove(id(number)) }
    #expect(list.map(\.name) == ["t500", "t1000"])
    #expect(list == self.list([500, 1000]))
    #expect(list[id(1000)]?.name == "t1000" && list.number(of: id(1000)) == 2)
  }

  @Test func theStoppedOnesAreKnownThroughAllChanges() {
    var list = list(1...40)
    let frame = StackFrame(id: FrameID("f"), function: "f", remoteFile: RemotePath("/f.py"), line: 1)
    let stop = Suspension(stop: StopID(1), reason: .step, frames: [frame])
    for number in [30, 10, 20] { list.update(id(number)) { $0.status = .suspended(stop) } }
    #expect(list.suspended.map(\.id) == [id(10), id(20), id(30)])
    list.update(id(20)) { $0.status = .running }
    for number in 1...9 { list.remove(id(number)) }
    for number in 11...29 { list.remove(id(number)) }
    #expect(list.suspended.map(\.id) == [id(10), id(30)])
    for index in list.indices { list[index].status = .running }
    #expect(list.suspended.isEmpty)
  }

  /// Four times as many threads that begin and end may cost twice four times as much; each copied list, and each search, would
  /// make it sixteen times.
  @Test func aThreadCostsTheSameHoweverManyThereAre() {
    let (few, many) = (cost(of: 5_000), cost(of: 20_000))
    #expect(many < few * 8, "5,000 took \(few), 20,000 took \(many)")
  }

  private func cost(of count: Int) -> Duration {
    var state = DebuggerState(settings: .init(root: LocalPath("/srv")), paths: PathMapper())
    _ = state.handle(.connected(ProcessNumber(1), Dialogue.identity))
    return ProcessorTime.measure {
      for number in 1...count { _ = state.handle(.threadStarted(ProcessNumber(1), id(number), name: "t")) }
      for number in 1...count { _ = state.handle(.threadEnded(ProcessNumber(1), id(number))) }
    }
  }
}
