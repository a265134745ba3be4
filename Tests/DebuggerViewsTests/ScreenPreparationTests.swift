import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

/// The first screen of `run` and `demo`: there is nothing to paste, and what the wait is for is shown.
@Suite struct ScreenPreparationTests {
  private func rows(_ phase: ProgramPhase, clock: Double = 65) throws -> [String] {
    var dialogue = try ScreenDialogue(80, 24)
    dialogue.screen.setSnippet(["import pydevd", "pydevd.settrace('10.0.0.7', True, True, 5678)"])
    dialogue.happen { $0.handle(.program(phase)) }
    return dialogue.draw(clock: clock).text(in: Rect(x: 0, y: 0, width: 66, height: 9)).split(separator: "\n")
      .map(String.init)
  }

  @Test func theStepsAreShownWithTheTime() throws {
    let preparation = Preparation(
      goal: "Getting pydevd 3.5.0 for Python 3.11.7, once",
      steps: ["making an environment with pip", "fetching pydevd 3.5.0 (3.2 MB)"])
    let rows = try rows(.preparing(preparation))
    #expect(rows[0].contains("getting pydevd (01:05)"))
    #expect(rows.contains("  Getting pydevd 3.5.0 for Python 3.11.7, once (01:05)"))
    #expect(rows.contains("    ✓ making an environment with pip"))
    #expect(rows.contains("    ◌ fetching pydevd 3.5.0 (3.2 MB)"))
    #expect(!rows.contains { $0.contains("settrace") })
  }

  @Test(arguments: [
    (
      ProgramPhase.preparing(Preparation(steps: ["looking for pydevd in python3"])),
      "  looking for pydevd in python3 (01:05)"
    ),
    (.started, "  Waiting for the program to connect"),
    (
      .ended("The program has ended with exit status 1; R starts it again"),
      "  The program has ended with exit status 1"
    ),
  ])
  func theProgramsPhaseStandsWhereTheSnippetWould(phase: ProgramPhase, text: String) throws {
    let rows = try rows(phase)
    #expect(rows.contains { $0.hasPrefix(text) })
    #expect(!rows.contains { $0.contains("settrace") })
  }
}
