import DebuggerModel
import SourcePaths
import Testing

@Suite struct TemplateTests {
  private let process = ProcessNumber(1)

  /// The engines that a breakpoint is sent for.
  private func engines(
    _ name: String, _ text: String? = nil, _ template: TemplateEngine? = nil
  ) -> [[TemplateEngine]] {
    var dialogue = Dialogue()
    let file = SourceFile.local(name)
    if let text { _ = dialogue.state.handle(.sourceRead(file, .success(text))) }
    _ = dialogue.command(.setBreakpoint(.line(file: name, line: 1), .init(template: template)))
    return dialogue.connect().compactMap { if case .setBreakpoint(_, let sent) = $0 { sent.engines } else { nil } }
  }

  private static let names: [(String, [TemplateEngine])] = [
    ("/a/b.py", []), ("/a/templates/b.py", []), ("/a/b.jinja2", [.jinja2]), ("/a/b.J2", [.jinja2]),
    ("/a/b.djhtml", [.django]), ("/a/b.html", [.jinja2, .django]), ("/a/templates/mail.txt", [.jinja2, .django]),
    ("/a/mail.txt", []),
  ]

  @Test(arguments: names)
  func theNameTellsTheEngine(name: String, engines: [TemplateEngine]) {
    #expect(self.engines(name) == [engines])
  }

  @Test func theTextTellsWhichIsLikelier() {
    #expect(engines("/a/b.html", "{% load static %}\n") == [[.django, .jinja2]])
    #expect(engines("/a/b.html", "{% set x = 1 %}\n") == [[.jinja2, .django]])
    #expect(engines("/a/b.html", "{{ x }}\n") == [[.jinja2, .django]])
  }

  @Test func theWordDecides() {
    #expect(engines("/a/b.html", nil, .django) == [[.django]])
    #expect(engines("/a/b.txt", nil, .jinja2) == [[.jinja2]])
  }

  @Test func aLineOfATemplateIsNoLineWithoutCode() {
    var dialogue = Dialogue()
    let file = SourceFile.local("/a/b.html")
    _ = dialogue.state.handle(.sourceRead(file, .success("# {{ title }}\n\n)\n")))
    for line in 1...3 { _ = dialogue.command(.toggleBreakpoint(file, line: line)) }
    #expect(dialogue.state.breakpoints.allSatisfy { $0.state == .pending })
  }

  @Test func aLineThatTheProcessHasLookedAtMoves() {
    var dialogue = Dialogue()
    let file = SourceFile.local("/srv/page.html")
    for line in [2, 4] { _ = dialogue.command(.toggleBreakpoint(file, line: line)) }
    _ = dialogue.connect()
    _ = dialogue.start()
    let remote = RemotePath("/srv/page.html")
    _ = dialogue.state.handle(.breakpointLineChecked(process, remote, line: 2, movedTo: 3))
    _ = dialogue.state.handle(.breakpointLineChecked(process, remote, line: 4, movedTo: nil))
    #expect(dialogue.state.breakpoints.map(\.state.name) == ["moved", "unbound"])
    #expect(dialogue.stop(file: "/srv/page.html", line: 3).stops.first?.breakpoint == BreakpointNumber(1))
    let effects = dialogue.command(.clearBreakpoints([BreakpointNumber(1)]))
    #expect(effects.contains(.removeBreakpoint(process, BreakpointNumber(1), remote, line: 2)))
  }
}
