import PydevdWire
import Testing

/// Numbers of messages that no honest process sends.
struct WireNumberTests {
  private func lines(_ texts: [String]) throws -> [WireStackFrame] {
    let frames = texts.map { "<frame id=\"1\" name=\"f\" file=\"/f.py\" line=\"\($0)\"></frame>" }.joined()
    let payload = "<xml><thread id=\"pid_1_id_1\" stop_reason=\"111\" message=\"\">\(frames)</thread></xml>"
    let frame = Frame(command: .threadSuspend, sequence: 2, payload: payload)
    guard case .threadSuspended(let stop) = try WireEvent.decode(frame, dialect: .pydevd) else { return [] }
    return stop.frames
  }

  @Test func aLineIsOneThatASourceCanHave() throws {
    let frames = try lines(["0", "1", "2147483647"])
    #expect(frames.map(\.line) == [0, 1, 2_147_483_647])
    #expect(frames.allSatisfy { $0.isLineKnown })
  }

  @Test func aStopIsReadThoughItsLinesCannotBe() throws {
    let frames = try lines([
      "9223372036854775807", "-9223372036854775808", "-10", "2147483648", "99999999999999999999",
      "-99999999999999999999",
    ])
    #expect(frames.map(\.line) == [0, 0, 0, 0, 0, 0])
    #expect(!frames.contains { $0.isLineKnown })
    #expect(try lines(["None", "", "-", "1e3", "4"]).map(\.line) == [4])
  }

  @Test(arguments: ["nan", "inf", "-inf", "1e308", "-1", "", "x"])
  func aComputationTakesAFiniteTime(seconds: String) throws {
    let payload = "<xml><computing name=\"x\" place=\"f.py:1 f\" seconds=\"\(seconds)\" inC=\"False\"/></xml>"
    let computation = try WireComputation(Frame(command: .computing, sequence: 1, payload: payload), dialect: .pydevd)
    #expect((0...1e9).contains(computation.seconds))
  }

  @Test func aPidIsOneThatAProcessCanHave() {
    #expect(WireNumber.processID("4711") == 4711)
    for text in ["0", "-1", "-4711", "2147483648", "9223372036854775808", "", "x"] {
      #expect(WireNumber.processID(text) == nil)
    }
    #expect(WireNumber.count("9223372036854775807") == .max && WireNumber.count("-1") == nil)
  }
}
