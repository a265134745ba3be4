import PydevdWire
import Testing

@testable import PydevdClient

@Suite struct ConnectionMachineTests {
  private func machine(_ version: String) -> ConnectionMachine {
    var machine = ConnectionMachine()
    machine.dialect = Dialect(versionReply: version)
    return machine
  }

  private func request(_ ticket: Int, _ payload: String = "T\tF", thread: String? = "T") -> ConnectionMachine.Outgoing {
    .init(command: CommandID(rawValue: 114), payload: payload, ticket: ticket, thread: thread)
  }

  private func reply(_ sequence: Int) -> Frame {
    Frame(command: CommandID(rawValue: 114), sequence: sequence, payload: "")
  }

  private func lines(_ actions: [ConnectionMachine.Action]) -> [String] {
    actions.compactMap { if case .write(let bytes) = $0 { String(decoding: bytes, as: UTF8.self) } else { nil } }
  }

  @Test func numbersAreOddAndCountUp() {
    var machine = machine("263.7307.50")
    let first = lines(machine.send(request(1)))
    let second = lines(machine.send(request(2)))
    #expect(first == ["114\t1\tT\tF\n"])
    #expect(second == ["114\t3\tT\tF\n"])
  }

  @Test func pydevdGetsOneRequestAThreadAtATime() {
    var machine = machine("@@BUILD_NUMBER@@")
    _ = machine.send(request(1))
    #expect(machine.send(request(2)).isEmpty)
    #expect(lines(machine.send(request(3, thread: "U"))) == ["114\t3\tT\tF\n"])
    let actions = machine.receive(reply(1))
    #expect(actions.contains(.complete(1, reply(1))))
    #expect(lines(actions) == ["114\t5\tT\tF\n"])
  }

  @Test func pycharmGetsAllAtOnce() {
    var machine = machine("212.5284.44")
    _ = machine.send(request(1))
    #expect(lines(machine.send(request(2))) == ["114\t3\tT\tF\n"])
  }

  @Test func aRequestThatNobodyWaitsForLetsTheNextOneGo() {
    var machine = machine("@@BUILD_NUMBER@@")
    _ = machine.send(request(1))
    _ = machine.send(request(2))
    #expect(lines(machine.abandon(1)) == ["114\t3\tT\tF\n"])
    #expect(machine.receive(reply(1)) == [.deliver(reply(1))])
  }

  @Test func aRequestThatWaitsCanBeTakenBack() {
    var machine = machine("@@BUILD_NUMBER@@")
    _ = machine.send(request(1))
    _ = machine.send(request(2))
    #expect(machine.dropWaiting(for: "T") == [2])
    #expect(lines(machine.receive(reply(1))).isEmpty)
  }

  @Test func eventsAreDelivered() {
    var machine = machine("263.7307.50")
    let event = Frame(command: CommandID(rawValue: 116), sequence: 4, payload: "x")
    #expect(machine.receive(event) == [.deliver(event)])
  }

  @Test func textThatIsNotASCIIGoesAloneBehindABarrier() {
    var machine = machine("263.7307.50")
    _ = machine.send(request(1))
    let breakpoint = ConnectionMachine.Outgoing(
      command: CommandID(rawValue: 111), payload: "/srv/日本.py", ticket: nil, thread: nil)
    #expect(lines(machine.send(breakpoint)) == ["102\t3\t\n"])
    #expect(machine.send(request(2)).isEmpty)
    let released = lines(machine.receive(Frame(command: CommandID(rawValue: 502), sequence: 3, payload: "<xml></xml>")))
    #expect(released == ["111\t5\t/srv/日本.py\n102\t7\t\n"])
    let after = lines(machine.receive(Frame(command: CommandID(rawValue: 901), sequence: 7, payload: "no")))
    #expect(after == ["114\t9\tT\tF\n"])
  }

  @Test func theBarrierOfADeadReaderDoesNotHoldForEver() {
    var machine = machine("263.7307.50")
    _ = machine.send(request(1))
    _ = machine.send(.init(command: CommandID(rawValue: 112), payload: "é", ticket: nil, thread: nil))
    #expect(lines(machine.abandonBarrier()).count == 1)
  }

  @Test func aMessageThatWouldKillTheReaderIsRefused() {
    var machine = machine("263.7307.50")
    let long = String(repeating: "é", count: 600)
    #expect(machine.send(request(7, long, thread: nil)) == [.refuse(7, long)])
  }

  @Test func fabiozsReaderTakesAnyText() {
    var machine = machine("@@BUILD_NUMBER@@")
    #expect(lines(machine.send(request(1, "é"))) == ["114\t1\té\n"])
  }
}
