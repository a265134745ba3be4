import CommandLanguage
import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

/// Watches and evaluations open like variables.
@Suite struct PaneInsideTests {
  private let path = VariablePath(["data"], scope: .expression)

  private func children(_ names: String...) -> [Variable] {
    names.map { Variable(name: $0, type: "int", value: "1", path: path.appending($0)) }
  }

  @Test func aWatchOpensAndStaysOpenAtTheNextStop() {
    var dialogue = PaneDialogue()
    var pane = WatchesPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.command(.addWatch("data"))
    answer(&dialogue, "[1, 1]")
    #expect(pane.drawn(dialogue.state, 40, 1).lines() == [" ▸ data = [1, 1]"])
    #expect(pane.press(.open, dialogue.state) == [.command(.open(path, offset: 0))])
    dialogue.command(.open(path, offset: 0))
    #expect(pane.drawn(dialogue.state, 40, 2).lines() == [" ▾ data = [1, 1]", "     loading…"])
    dialogue.load(children("0", "1"), at: path)
    #expect(pane.drawn(dialogue.state, 40, 3).lines() == [" ▾ data = [1, 1]", "     [0] = 1", "     [1] = 1"])
    pane.press(.move(.down), dialogue.state)
    #expect(pane.press(.addWatch, dialogue.state) == [.prompt(.watch, initial: "data[0]")])

    dialogue.stopInWork(line: 25)
    answer(&dialogue, "[1, 2]")
    pane.absorb(dialogue.state)
    #expect(pane.wanted(dialogue.state) == [.open(path, offset: 0)])
    #expect(
      pane.drawn(dialogue.state, 40, 3).lines().last == "     [1] = 1", "the old ones until the new ones are here")
    pane.press(.collapse, dialogue.state)
    #expect(pane.press(.collapse, dialogue.state) == [])
    #expect(pane.drawn(dialogue.state, 40, 2).lines() == ["*▸ data = [1, 2]     was [1, 1]", ""])
  }

  @Test func aValueOpensWhereEvaluatingAgainCallsNothing() {
    var dialogue = PaneDialogue()
    var pane = EvaluationPane()
    dialogue.connect()
    dialogue.stopInWork()
    evaluate("data", &dialogue)
    evaluate("queue.pop()", &dialogue)
    #expect(
      pane.drawn(dialogue.state, 40, 4).lines() == [" >>> data", " ▸ [1, 1]", " >>> queue.pop()", " [1, 1]"])
    pane.press(.move(.top), dialogue.state)
    pane.press(.move(.down), dialogue.state)
    #expect(pane.press(.open, dialogue.state) == [.command(.open(path, offset: 0))])
    dialogue.load(children("0", "1"), at: path)
    #expect(
      pane.drawn(dialogue.state, 40, 6).lines() == [
        " >>> data", " ▾ [1, 1]", "     [0] = 1", "     [1] = 1", " >>> queue.pop()", " [1, 1]",
      ])
    // In another frame the expression may mean something else.
    dialogue.command(.selectFrame(.up(1)))
    #expect(pane.drawn(dialogue.state, 40, 2).lines() == [" >>> data", " [1, 1]"])
  }

  private func answer(_ dialogue: inout PaneDialogue, _ value: String) {
    guard let key = dialogue.state.selectedFrameKey else { return }
    let request = EvaluationRequest(frame: key, expression: "data", purpose: .watch(1))
    let variable = Variable(
      name: "data", type: "list", value: value, expandable: true, path: path, expression: "data")
    dialogue.handle(.evaluated(request, .success(variable)))
  }

  private func evaluate(_ expression: String, _ dialogue: inout PaneDialogue) {
    for case .evaluate(let request) in dialogue.command(.evaluate(expression, pretty: true)) {
      let variable = Variable(
        name: expression, type: "list", value: "[1, 1]", expandable: true,
        path: VariablePath([expression], scope: .expression), expression: expression)
      dialogue.handle(.evaluated(request, .success(variable)))
    }
  }
}
