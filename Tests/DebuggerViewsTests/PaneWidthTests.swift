import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

/// Every list at three widths: what has to go, goes from the right, and says so.
struct PaneWidthTests {
  private static let story: PaneDialogue = {
    var dialogue = PaneDialogue()
    dialogue.command(
      .setBreakpoint(.line(file: "/srv/app/work.py", line: 27), BreakpointOptions(condition: "größe > 10")))
    dialogue.connect(name: "主スレッド")
    dialogue.stop([("berechne_größe", "/srv/app/work.py", 24), ("main", "/srv/app/work.py", 41)])
    dialogue.load([.at("größe", value: "合計 = 12", type: "str"), .at("e\u{301}t", value: "[1, 2]", expandable: true)])
    dialogue.command(.addWatch("größe[:2]"))
    if let key = dialogue.state.selectedFrameKey {
      let request = EvaluationRequest(frame: key, expression: "größe[:2]", purpose: .watch(1))
      dialogue.handle(.evaluated(request, .success(.at("r", value: "合計", type: "str"))))
    }
    dialogue.output("合計 は 12\n")
    return dialogue
  }()

  private func lines(_ pane: some PaneView, _ width: Int) -> [String] {
    var pane = pane
    return pane.drawn(Self.story.state, width, 2).lines()
  }

  @Test(arguments: [
    (14, [" ► berechne_g»", "   main     w»"]),
    (30, [" ► berechne_größe  work.py:24", "   main            work.py:41"]),
    (60, [" ► berechne_größe  work.py:24", "   main            work.py:41"]),
  ])
  func theStack(width: Int, expected: [String]) { #expect(lines(StackPane(), width) == expected) }

  @Test(arguments: [
    (14, ["   größe = 合»", " ▸ e\u{301}t    = [1»"]), (30, ["   größe = 合計 = 12", " ▸ e\u{301}t    = [1, 2]"]),
    (
      60,
      [
        "   größe = 合計 = 12                                     str",
        " ▸ e\u{301}t    = [1, 2]                                        int",
      ]
    ),
  ])
  func theVariables(width: Int, expected: [String]) { #expect(lines(VariablesPane(), width) == expected) }

  @Test(arguments: [
    (14, "   größe… =  »"), (30, "   größe[:2] = 合計"),
    (60, "   größe[:2] = 合計                                      str"),
  ])
  func theWatches(width: Int, expected: String) { #expect(lines(WatchesPane(), width)[0] == expected) }

  @Test(arguments: [
    (14, " 1 ◆ work.py:»"), (30, " 1 ◆ work.py:27  if größe > 10"), (60, " 1 ◆ work.py:27  if größe > 10"),
  ])
  func theBreakpoints(width: Int, expected: String) { #expect(lines(BreakpointsPane(), width)[0] == expected) }

  @Test(arguments: [
    (14, " ► 主スレッド»"), (30, " ► 主スレッド   stopped, step»"), (60, " ► 主スレッド     stopped, step  work.py:24"),
  ])
  func theThreads(width: Int, expected: String) { #expect(lines(ThreadsPane(), width)[1] == expected) }

  @Test(arguments: [(6, [" 合計", " は 12"]), (30, [" 合計 は 12"]), (60, [" 合計 は 12"])])
  func theConsole(width: Int, expected: [String]) {
    #expect(lines(ConsolePane(), width).suffix(expected.count) == expected[...])
  }
}
