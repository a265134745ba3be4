import DebuggerModel
import SourcePaths
import Testing

@testable import dialback

@Suite struct PlainTextTests {
  private func object(_ fields: (String, ResultValue)...) -> ResultValue {
    .object(fields.map { ResultValue.Field($0.0, $0.1) })
  }

  private func variable(_ name: String, _ value: String, group: String? = nil) -> ResultValue {
    let fields: [(String, ResultValue)] =
      [("name", .string(name)), ("type", .string("int")), ("value", .string(value))]
      + (group.map { [("group", .string($0))] } ?? [])
    return .object(fields.map { ResultValue.Field($0.0, $0.1) })
  }

  @Test func valuesAreNamedWithTheirTypes() {
    #expect(PlainText.text(of: variable("n", "3")) == "n = 3  (int)")
    let list = ResultValue.list([variable("n", "3"), variable("__doc__", "''", group: "special")])
    #expect(PlainText.text(of: list) == "n = 3  (int)\nand 1 special ones")
    let returned = ResultValue.list([variable("n", "3"), variable("n", "[5]", group: "returned")])
    #expect(PlainText.text(of: returned) == "n = 3  (int)\nn() returned [5]  (int)")
    #expect(PlainText.text(of: .list([])) == "none")
    #expect(PlainText.text(of: .null) == nil)
    #expect(PlainText.text(of: .list([.int(3), .int(5)])) == "3, 5")
  }

  @Test func whatATerminalWouldObeyIsShownAsPictures() {
    #expect(PlainText.visible("\u{1b}]2;x\u{7} \u{9b}31m\u{7f}\0\r") == "␛]2;x␇ \u{FFFD}31m␡␀␍")
    #expect(PlainText.visible("two\n\tlines, 抹茶") == "two\n\tlines, 抹茶")
  }

  @Test func theSelectedRowHasAnArrow() {
    let frames = (0...1).map { number in
      object(
        ("number", .int(number)), ("id", .string("f\(number)")), ("function", .string("work")),
        ("file", .string("/srv/work.py")), ("line", .int(7 + number)))
    }
    let text = PlainText.marked(.list(frames)) { $0["id"] == .string("f1") }
    #expect(text == "   0: work, /srv/work.py line 7\n-> 1: work, /srv/work.py line 8")
    #expect(PlainText.marked(.list(frames)) { _ in false } == nil)
  }

  @Test func framesAndBreakpointsAreSentences() {
    let frame = object(
      ("number", .int(0)), ("id", .string("1")), ("function", .string("work")), ("file", .null),
      ("remote_file", .string("/srv/work.py")), ("line", .int(7)))
    #expect(PlainText.text(of: .list([frame])) == "0: work, /srv/work.py line 7")
    let breakpoint = object(
      ("number", .int(2)), ("file", .string("/a/b.py")), ("line", .int(9)), ("state", .string("unbound")),
      ("enabled", .bool(true)), ("hits", .int(3)), ("condition", .string("i > 1")), ("message", .string("no code")))
    #expect(PlainText.text(of: breakpoint) == "breakpoint 2: /a/b.py line 9, unbound, if i > 1, 3 hits, no code")
    let off = object(
      ("number", .int(1)), ("exception", .string("KeyError")), ("state", .string("set")), ("enabled", .bool(false)),
      ("hits", .int(0)))
    #expect(PlainText.text(of: .list([off])) == "breakpoint 1: KeyError, disabled")
  }

  @Test func aListingMarksItsLine() {
    let listing = object(
      ("file", .string("/a")), ("line", .int(2)),
      (
        "lines",
        .list([
          object(("line", .int(1)), ("text", .string("x"))), object(("line", .int(2)), ("text", .string("  y"))),
        ])
      ))
    #expect(PlainText.text(of: listing) == "   1  x\n-> 2    y")
    #expect(PlainText.currentLine(of: listing) == "-> 2    y")
  }

  @Test func outputIsWholeLinesWithoutEscapes() {
    var state = DebuggerState(settings: .init(root: LocalPath("/p")), paths: PathMapper())
    var console = PlainConsole()
    _ = state.handle(.connected(ProcessNumber(1), ProcessIdentity(peer: "p", pydevd: "3", dialect: "pydevd")))
    _ = console.lines(of: state)
    func write(_ text: String, _ category: OutputCategory = .stdout) {
      _ = state.handle(.launchedOutput(category, text))
    }
    write("\u{1b}[32mgreen\u{1b}[0m and ")
    write("oops\n", .stderr)
    #expect(console.lines(of: state) == ["stderr: oops"])
    #expect(console.hasRest)
    write("more\n10%\r20%")
    #expect(console.lines(of: state) == ["green and more"])
    #expect(console.rest(state) == ["20%"])
    #expect(!console.hasRest && console.rest(state) == [])
    _ = state.handle(.connected(ProcessNumber(2), ProcessIdentity(peer: "q", pydevd: "3", dialect: "pydevd")))
    _ = console.lines(of: state)
    write("x\n")
    #expect(console.lines(of: state) == ["[1] x"])
  }
}
