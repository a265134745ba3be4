import DebuggerModel
import SourcePaths
import Testing

@Suite struct KeepingTests {
  private func record(_ line: Int, _ options: BreakpointOptions = .init(), file: Int = 0) -> BreakpointRecord {
    BreakpointRecord(file: .local(LocalPath("/p/f\(file).py")), line: line, options: options)
  }

  private func saved(_ effects: [Effect]) -> [[Int]] {
    effects.compactMap { if case .saveBreakpoints(let records) = $0 { records.map(\.line) } else { nil } }
  }

  /// At the start the mappings that were kept may come first.
  @Test func aMappingThatMovesNoBreakpointSavesNone() {
    var dialogue = Dialogue()
    #expect(saved(dialogue.command(.addMapping("/opt/app=/p"))) == [])
    _ = dialogue.state.handle(.breakpointsRestored([record(1)]))
    #expect(saved(dialogue.command(.addMapping("/srv/app=/p"))) == [])
    #expect(dialogue.state.listedBreakpoints.map(\.line) == [1])
  }

  @Test func theBreakpointsOfAnotherDialbackAreTakenOver() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.state.handle(.breakpointsRestored([record(1), record(2), record(3)]))
    var changes = KeptChanges()
    changes.breakpoints = [record(3, .init(condition: "x")), record(4)]
    changes.removedBreakpoints = [record(1)]
    let effects = dialogue.state.handle(.keptElsewhere(changes))
    #expect(dialogue.state.listedBreakpoints.map(\.line) == [2, 3, 4])
    #expect(dialogue.state.listedBreakpoints.map(\.options.condition) == [nil, "x", nil])
    // The process learns of them, and the store of what the state has now, once.
    let sent = effects.compactMap { if case .setBreakpoint(_, let sent) = $0 { sent.line } else { nil } }
    #expect(sent == [3, 4])
    #expect(effects.contains { if case .removeBreakpoint(_, _, _, line: 1) = $0 { true } else { false } })
    #expect(saved(effects) == [[2, 3, 4]])
    #expect(
      dialogue.state.notice?.text
        == "Another Dialback in this project has set or changed 2 breakpoints (f0.py:3, f0.py:4), and removed a breakpoint "
        + "(f0.py:1)")
    // The same once more changes nothing.
    let before = dialogue.state.breakpoints
    _ = dialogue.state.handle(.keptElsewhere(changes))
    #expect(dialogue.state.breakpoints == before)
  }

  @Test func exceptionBreakpointsOfAnotherDialbackAreTakenOver() {
    var dialogue = Dialogue()
    let first = ExceptionRecord(exception: "*", options: .init(moments: [.uncaught]))
    _ = dialogue.state.handle(.exceptionsRestored([first]))
    var changes = KeptChanges()
    changes.exceptions = [ExceptionRecord(exception: "ValueError", options: .init(moments: [.raised]))]
    changes.removedExceptions = [first]
    let effects = dialogue.state.handle(.keptElsewhere(changes))
    #expect(dialogue.state.exceptionBreakpoints.map(\.exception) == ["ValueError"])
    #expect(effects.contains(.saveExceptions(changes.exceptions)))
  }

  /// A breakpoint for one stop, and that of a run to a line, belong to this Dialback alone.
  @Test func whatIsNotKeptIsNotTakenAway() {
    var dialogue = Dialogue()
    _ = dialogue.command(.setBreakpoint(.line(file: "/p/f0.py", line: 1), .init(isTemporary: true)))
    var changes = KeptChanges()
    changes.removedBreakpoints = [record(1)]
    _ = dialogue.state.handle(.keptElsewhere(changes))
    #expect(dialogue.state.listedBreakpoints.map(\.line) == [1])
  }

  /// Four times as many take four times as long, or sixteen times where each looks at all others.
  @Test(arguments: [200, 1_000_000])
  func theTimeToRestoreIsLinear(perFile: Int) {
    func seconds(_ count: Int) -> Double {
      let records = (0..<count).map { record($0 + 1, file: $0 / perFile) }
      return (0..<3).map { _ in
        var dialogue = Dialogue()
        let start = ContinuousClock.now
        let effects = dialogue.state.handle(.breakpointsRestored(records))
        for case .readSource(let path) in effects {
          let text = String(repeating: "x = 1\n", count: min(count, perFile))
          _ = dialogue.state.handle(.sourceRead(.local(path), .success(text)))
        }
        #expect(dialogue.state.breakpoints.count == count)
        return (ContinuousClock.now - start) / .seconds(1)
      }.min() ?? 0
    }
    // Measured again where something came between.
    var ratios: [Double] = []
    repeat { ratios.append(seconds(4_000) / seconds(1_000)) } while (ratios.min() ?? 0) >= 8 && ratios.count < 4
    #expect((ratios.min() ?? 0) < 8, "4,000 took \(ratios) times as long as 1,000")
  }
}
