import DebuggerModel
import SourcePaths
import TerminalGrid
import TestSupport
import Testing

@testable import DebuggerViews

@Suite struct TemplateHighlighterTests {
  private func tokens(_ lines: [String]) -> [[String]] {
    zip(lines, TemplateHighlighter.highlight(lines: lines, with: TemplateHighlighter())).map { line, spans in
      spans.map { "\($0.kind) " + String(decoding: Array(line.utf8)[$0.range], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    (
      "{% for item in items|dictsort:\"name\" %}",
      ["decorator {%", "keyword for", "keyword in", "builtin dictsort", "string \"name\"", "decorator %}"]
    ),
    ("a {{ item.name | upper }} b", ["decorator {{", "builtin upper", "decorator }}"]),
    ("{%- if x == 10.5 -%}", ["decorator {%-", "keyword if", "number 10.5", "decorator -%}"]),
    ("{{ loop.if }}{{ x }}", ["decorator {{", "decorator }}", "decorator {{", "decorator }}"]),
    ("{# 進 {{ no }} #}{{ 1 }}", ["comment {# 進 {{ no }} #}", "decorator {{", "number 1", "decorator }}"]),
    (
      "<a href=\"{{ url }}?x\" class='b'>text</a>",
      [
        "keyword <a", "string \"", "decorator {{", "decorator }}", "string ?x\"", "string 'b'", "keyword >",
        "keyword </a", "keyword >",
      ]
    ),
    ("1 < 2 and <!-- a {{ b }} --> c", ["comment <!-- a {{ b }} -->"]), ("", []),
    ("{% url 'a", ["decorator {%", "keyword url", "string 'a"]), ("{", []), ("<", []), ("{{", ["decorator {{"]),
  ])
  func tokensAreTold(line: String, expected: [String]) {
    #expect(tokens([line]) == [expected])
  }

  @Test func whatIsLeftOpenGoesOnInTheNextLine() {
    let lines = tokens(["{# one", "two #} <p", " id=\"a", "b\">{% if", "x and y %}z"])
    #expect(
      lines == [
        ["comment {# one"], ["comment two #}", "keyword <p"], ["string \"a"],
        ["string b\"", "keyword >", "decorator {%", "keyword if"], ["keyword and", "decorator %}"],
      ])
  }

  @Test func theNameOfAFileSaysWhatItIsReadWith() {
    func kind(_ path: String) -> String { "\(type(of: SourceFile.remote(RemotePath(path)).highlighter))" }
    #expect(kind("/srv/app/page.html") == "TemplateHighlighter")
    #expect(kind("/srv/templates/mail.txt") == "TemplateHighlighter")
    #expect(kind("/srv/app/notes.txt") == "PlainHighlighter")
    #expect(
      ["/srv/app/work.py", "<string>", "/srv/app/work", "/srv/a.pyx"].allSatisfy { kind($0) == "PythonHighlighter" })
  }

  /// Any bytes at all: nothing traps, and the tokens stay in their line and in order.
  @Test func hostileTextIsTakenInPeace() {
    var random = SystemRandomNumberGenerator()
    let parts = [
      "{%", "%}", "{{", "}}", "{#", "#}", "<", ">", "\"", "'", "<!--", "-->", "-", "|", "é", "x", " ", "1", ".",
    ]
    for _ in 0..<500 {
      let lines = (0..<5).map { _ in (0..<12).map { _ in parts.randomElement(using: &random) ?? "" }.joined() }
      for (line, spans) in zip(lines, TemplateHighlighter.highlight(lines: lines, with: TemplateHighlighter())) {
        var end = 0
        for span in spans {
          #expect(span.range.lowerBound >= end && span.range.upperBound <= line.utf8.count, "\(lines)")
          end = span.range.upperBound
        }
      }
    }
  }
}

/// What is large is read in parts, and what is long is drawn where it is seen.
@Suite struct LargeSourceTests {
  private func pane(_ text: String, line: Int) -> (SourcePane, PaneDialogue) {
    var dialogue = PaneDialogue()
    var pane = SourcePane()
    dialogue.connect()
    dialogue.stopInWork(line: line)
    dialogue.read(text)
    pane.resize(to: Size(width: 80, height: 20))
    pane.absorb(dialogue.state)
    return (pane, dialogue)
  }

  @Test func theColoursOfALargeFileComeInParts() {
    let line = "    total += len(items)  # the same again\n"
    let text = "x = '''\n" + String(repeating: line, count: 50_000) + "'''\nfor x in y: pass\n"
    var (pane, dialogue) = pane(text, line: 1)
    var isReady = pane.prepare(.unicode)
    #expect(isReady, "its beginning is there at once")
    (pane, dialogue) = self.pane(text, line: 50_003)
    isReady = pane.prepare(.unicode)
    #expect(!isReady)
    var parts = 1
    while !pane.prepare(.unicode) { parts += 1 }
    #expect((4...40).contains(parts))
    // The string that began 50,000 lines above is over.
    let row = pane.drawn(dialogue.state, 80, 20).roleLetters().split(separator: "\n").first { $0.contains("kkk") }
    #expect(row != nil)
  }

  @Test func aLineOfAMegabyteIsDrawnWhereTheCursorIs() {
    let middle = 400_000
    let text =
      "x = '" + String(repeating: "a", count: middle) + "日本END" + String(repeating: "b", count: 600_000) + "'\ny = 1\n"
    var (pane, dialogue) = pane(text, line: 1)
    #expect(pane.drawn(dialogue.state, 80, 3).lines()[0].hasPrefix("  1 ► x = 'aaa"))
    pane.place(atColumn: 5 + middle + 4)
    let lines = pane.drawn(dialogue.state, 80, 3).lines()
    #expect(lines[0].contains("aaa日本ENDbbb"))
    #expect(lines[0].hasSuffix("»") && lines[0].contains("«"))
    #expect(lines[1].hasPrefix("  2"))
    let time = ProcessorTime.measure { _ = pane.drawn(dialogue.state, 80, 3) }
    #expect(time < .seconds(1), "even where nothing is optimized")
  }
}
