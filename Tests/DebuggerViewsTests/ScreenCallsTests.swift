import DebuggerModel
import Testing

@testable import DebuggerViews

/// Choosing a call, another line, and giving up a value by keys.
@Suite struct ScreenCallsTests {
  private func standing(at line: Int = 1) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue()
    dialogue.happen { world in
      world.connect()
      world.stopInWork(line: line)
      world.read("x = left(1) + right(2)\ny = 1\n")
    }
    return dialogue
  }

  /// Asks for the calls; after a step the process says first how far it has come.
  private func choose(_ dialogue: inout ScreenDialogue, _ progress: CallProgress = .start) {
    dialogue.press("S")
    #expect(dialogue.screen.popup == nil)
    dialogue.happen { world in
      for case .inquire(let inquiry) in world.command(.stepIntoCall(nil)) {
        world.handle(.answered(inquiry, .success(.progress(progress))))
      }
    }
  }

  @Test func theCallsAreOfferedAndOneIsEntered() throws {
    var dialogue = try standing()
    choose(&dialogue)
    let text = dialogue.text()
    #expect(text.contains("Step into which call of line 1?"))
    #expect(text.contains("left(1)") && text.contains("right(2)"))
    dialogue.press("2")
    #expect(dialogue.commands.contains(.stepIntoCall(2)))
  }

  @Test func callsThatAreOverAreNotOffered() throws {
    var dialogue = try standing()
    choose(&dialogue, .end(line: 1, column: 11))
    #expect(!dialogue.text().contains("left(1)  ") && dialogue.text().contains("2/Enter  right(2)"))
    var other = try standing()
    choose(&other, .unknown)
    #expect(other.screen.popup == nil && other.text().contains("which is not known"))
  }

  @Test func aLineWithoutCallsSaysSo() throws {
    var dialogue = try standing(at: 2)
    choose(&dialogue)
    #expect(dialogue.text().contains("no call that can be chosen"))
  }

  @Test func theJumpAsksFirst() throws {
    var dialogue = try standing()
    dialogue.press("j J")
    #expect(dialogue.text().contains("Go on from line 2"))
    #expect(dialogue.commands == [.listJumpTargets])
    dialogue.happen { world in
      for case .inquire(let inquiry) in world.command(.listJumpTargets) {
        world.handle(.answered(inquiry, .success(.lines([2]))))
      }
    }
    dialogue.press("Esc")
    #expect(dialogue.others.isEmpty)
    #expect(dialogue.lines().contains { $0.hasPrefix("  2 ·") })
    dialogue.press("J y")
    #expect(dialogue.others == [.commandText("jump 2")])
  }

  @Test func escapeInTheEvaluationPaneGivesUp() throws {
    var dialogue = try standing()
    dialogue.happen { $0.command(.evaluate("slow()", pretty: false)) }
    dialogue.press("Esc")
    #expect(!dialogue.commands.contains(.giveUpEvaluations))
    dialogue.press("7 Esc Esc")
    #expect(dialogue.commands.contains(.giveUpEvaluations))
    #expect(dialogue.state.evaluationsUnderWay.isEmpty)
  }
}
