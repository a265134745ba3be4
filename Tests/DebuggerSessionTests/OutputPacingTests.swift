import DebuggerModel
import Testing

@testable import DebuggerSession

@Suite struct OutputPacingTests {
  private func output(_ text: String) -> SessionBatch {
    SessionBatch(events: [.output(ProcessNumber(1), .stdout, text)])
  }

  private func texts(_ batches: [SessionBatch]) -> [String] {
    batches.flatMap(\.events).map { event in
      if case .output(_, _, let text) = event { text } else { "other" }
    }
  }

  private let other = SessionBatch(events: [.inputRequested(ProcessNumber(1), true)])

  @Test func theFirstOutputIsHandedOverAtOnceAndTheRestTogether() {
    var pacing = OutputPacing()
    let first = pacing.take(output("a"))
    #expect(texts(first.now) == ["a"] && first.begins)
    for text in ["b", "c"] {
      let held = pacing.take(output(text))
      #expect(held.now.isEmpty && !held.begins)
    }
    #expect(texts(pacing.end()) == ["b", "c"])
    #expect(pacing.isHolding)
    #expect(pacing.end().isEmpty)
    #expect(!pacing.isHolding)
    #expect(pacing.take(output("d")).begins)
  }

  @Test func nothingOvertakesOutput() {
    var pacing = OutputPacing()
    _ = pacing.take(output("a"))
    _ = pacing.take(output("b"))
    let stop = pacing.take(other)
    #expect(texts(stop.now) == ["b", "other"] && !stop.begins)
    #expect(texts(pacing.take(other).now) == ["other"])
    #expect(pacing.end().isEmpty)
  }
}
