import PydevdWire
import Testing

@Suite struct WireComputationTests {
  private let payload =
    "<xml><computing name=\"slow\" place=\"threading.py%3A327 wait\" seconds=\"1.25\" inC=\"True\" />"
    + "<var name=\"quick\" type=\"int\" value=\"int%3A 1\" />\n"
    + "<var name=\"slow\" type=\"Slow\" value=\"\" pending=\"computing\" />\n"
    + "<var name=\"later\" type=\"Slow\" value=\"\" pending=\"waiting\" />\n</xml>"

  @Test func aReportHasWhatIsComputedAndTheValuesThatAreThere() throws {
    let report = try WireComputation(Frame(command: .computing, sequence: 5, payload: payload), dialect: .pydevd)
    #expect(report.name == "slow")
    #expect(report.place == "threading.py:327 wait")
    #expect(report.seconds == 1.25)
    #expect(report.isInC)
    #expect(report.variables.map(\.name) == ["quick", "slow", "later"])
    #expect(report.variables.map(\.pending) == [nil, .computing, .waiting])
    #expect(report.variables[0].value == "1")
  }

  @Test func anInterruptionIsToldApart() throws {
    let head = "<xml><computing name=\"slow\" place=\"work.py%3A3 __repr__\""
    for (more, isInterrupted) in [(" interrupted=\"True\"", true), (" seconds=\"1\" inC=\"False\"", false)] {
      let frame = Frame(command: .computing, sequence: 5, payload: head + more + " /></xml>")
      #expect(try WireComputation(frame, dialect: .pydevd).isInterrupted == isInterrupted)
    }
  }

  @Test func aReportWithoutItsHeadIsRefused() {
    #expect(throws: WireError.self) {
      try WireComputation(Frame(command: .computing, sequence: 5, payload: "<xml></xml>"), dialect: .pydevd)
    }
  }

  @Test func aReportOfAnEntryHasWhatItPrinted() throws {
    let payload = "<xml><computing name=\"\" place=\"\" printed=\"a%0Ab%2525\" statement=\"True\" /></xml>"
    let report = try WireComputation(Frame(command: .computing, sequence: 5, payload: payload), dialect: .pydevd)
    #expect(report.entry?.printed == "a\nb%25" && report.entry?.isStatement == true)
    #expect(
      try WireComputation(Frame(command: .computing, sequence: 5, payload: self.payload), dialect: .pydevd).entry == nil
    )
  }

  @Test func theMannerOfAnEvaluationIsAMarkBehindIt() {
    func payload(_ manner: Evaluate.Manner, _ text: String, _ dialect: Dialect) -> String {
      Evaluate(thread: "T", frame: "F", expression: text, trim: true, manner: manner).payload(for: dialect)
    }
    #expect(payload(.plain, "a", .pydevd) == "T\tF\tFRAME\ta\t1\t")
    #expect(payload(.limited, "a", .pydevd) == "T\tF\tFRAME\ta #dialback:limited\t1\t")
    #expect(payload(.limited, "'é'", .pycharm263).hasSuffix("\") #dialback:limited\t1\t"))
    #expect(payload(.entry(12), "a = 1", .pydevd) == "T\tF\tFRAME\ta = 1 #dialback:console:12\t1\t")
  }
}
