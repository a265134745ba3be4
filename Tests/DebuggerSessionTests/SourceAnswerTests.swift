import DebuggerModel
import Testing

@testable import DebuggerSession

struct SourceAnswerTests {
  @Test func theLetterTellsTheOrigin() {
    #expect(SourceAnswer.read("a5 x = 1") == .success(SourceReading("x = 1", origin: .archive)))
    #expect(SourceAnswer.read("b0 ") == .success(SourceReading("", origin: .bytecode)))
  }

  @Test func whatIsNotFoundIsToldWithWhatStillWorks() throws {
    guard case .failure(let failure) = SourceAnswer.read("n") else {
      Issue.record("it is no text")
      return
    }
    #expect(failure.message.contains("stepping"))
  }
}
