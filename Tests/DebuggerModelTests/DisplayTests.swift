import DebuggerModel
import Testing

/// Watches in batch mode.
@Suite struct DisplayTests {
  private func watched(loadsVariables: Bool) -> ([Effect], Dialogue) {
    var dialogue = Dialogue(loadsVariables: loadsVariables)
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.command(.addWatch("a + 1"))
    return (dialogue.stop(), dialogue)
  }

  @Test(arguments: [true, false])
  func aWatchIsEvaluatedAndToldAfterEachStop(loadsVariables: Bool) {
    var (effects, dialogue) = watched(loadsVariables: loadsVariables)
    let requests = effects.compactMap { if case .evaluate(let request) = $0 { request } else { nil } }
    #expect(requests.map(\.expression) == ["a + 1"])
    guard let request = requests.first else { return }
    let value = Variable(name: "a + 1", type: "int", value: "5", path: VariablePath(["a + 1"], scope: .expression))
    let told = dialogue.state.handle(.evaluated(request, .success(value))).announcements
    guard case .display(let report)? = told.first else { Issue.record("\(told)"); return }
    #expect((report.number, report.expression) == (1, "a + 1"))
    guard case .success(let variable) = report.value else { Issue.record("\(report)"); return }
    #expect(variable["value"] == .string("5"))
  }

  @Test func aWatchThatFailsSaysWhy() {
    var (effects, dialogue) = watched(loadsVariables: false)
    for case .evaluate(let request) in effects {
      var value = Variable(name: "a + 1", type: "NameError", value: "NameError: a", path: VariablePath(["a + 1"]))
      value.isError = true
      let told = dialogue.state.handle(.evaluated(request, .success(value))).announcements
      guard case .display(let report)? = told.first else { Issue.record("\(told)"); return }
      #expect(report.value == .failure(CommandFailure("NameError: a")))
    }
  }

  @Test func displayAloneListsTheWatches() {
    var (_, dialogue) = watched(loadsVariables: false)
    #expect(
      dialogue.command(.listWatches).value
        == .list([.object([.init("number", .int(1)), .init("expression", .string("a + 1"))])]))
  }
}
