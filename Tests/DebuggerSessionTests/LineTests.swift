import Testing

@testable import DebuggerModel
@testable import DebuggerSession
@testable import PydevdWire

@Suite struct LineTests {
  private func breakpoint(_ id: Int, type: BreakpointType = .python, log: String? = nil) -> SetBreakpoint {
    SetBreakpoint(id: id, file: "/a", line: 3, type: type, logMessage: log)
  }

  private func words(_ messages: [any PydevdNotification]) -> [String] {
    messages.map {
      "\($0.command.rawValue) \($0.payload(for: Dialect(versionReply: "@@BUILD_NUMBER@@")).split(separator: "\t").prefix(3).joined(separator: " "))"
    }
  }

  @Test func aSecondOneTakesTheFirstIn() {
    let merged = [SetBreakpoint.merging([breakpoint(1), breakpoint(2, log: "x")])].compactMap { $0 }
    #expect(words(SessionProcess.change(from: [], to: [breakpoint(1)])) == ["111 1 python-line /a"])
    #expect(words(SessionProcess.change(from: [breakpoint(1)], to: merged)) == ["111 1 python-line /a"])
    #expect(words(SessionProcess.change(from: merged, to: [breakpoint(1)])) == ["111 1 python-line /a"])
    #expect(
      words(SessionProcess.change(from: merged, to: [breakpoint(2)])) == [
        "112 python-line /a 1", "111 2 python-line /a",
      ])
    #expect(words(SessionProcess.change(from: merged, to: [])) == ["112 python-line /a 1"])
  }

  @Test func theSecondEngineOfATemplateIsSetAgainToBeTakenBack() {
    let both = [breakpoint(1, type: .django), breakpoint(1, type: .jinja2)]
    #expect(
      words(SessionProcess.change(from: both, to: [])) == [
        "112 django-line /a 1", "111 1 jinja2-line /a", "112 jinja2-line /a 1",
      ])
  }
}
