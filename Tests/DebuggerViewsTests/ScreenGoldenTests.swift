import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenGoldenTests {
  @Test(arguments: [(80, 24), (120, 40), (200, 60), (50, 20)]) func show(width: Int, height: Int) throws {
    var dialogue = try ScreenDialogue(width, height)
    dialogue.screen.setSnippet(["import pydevd", "pydevd.settrace('10.0.0.7', True, True, 5678)"], ["import pydevd_pycharm", "pydevd_pycharm.settrace('10.0.0.7', True, True, 5678)"])
    print(dialogue.text())
    dialogue.stopInWork()
    print(dialogue.text())
    dialogue.press("?")
    print(dialogue.text())
    dialogue.press("q q")
    print(dialogue.text())
    dialogue.press("Esc :")
    print(dialogue.text())
  }
}
