import TestSupport
import Testing

@testable import DebuggerViews

@Suite struct PythonHighlighterTests {
  @Test(arguments: [
    ("def f(self, n=1):", ["keyword def", "definition f", "selfName self", "operator =", "number 1"]),
    ("class A(Base): pass  # note", ["keyword class", "definition A", "keyword pass", "comment # note"]),
    (
      "async def go(): return await x",
      ["keyword async", "keyword def", "definition go", "keyword return", "keyword await"]
    ),
    ("@app.route('/')", ["decorator @app.route", "string '/'"]), ("a @ b", ["operator @"]),
    ("  @property", ["decorator @property"]),
    ("x = len(y) == None", ["operator =", "builtin len", "operator ==", "keyword None"]),
    ("o.len.print(o.self)", []), ("f(type=1, a==id)", ["operator =", "number 1", "operator ==", "builtin id"]),
    (
      "0x1F + 1_000.5e-3 - .5 * 2j / 0777L",
      [
        "number 0x1F", "operator +", "number 1_000.5e-3", "operator -", "number .5", "operator *", "number 2j",
        "operator /",
        "number 0777L",
      ]
    ),
    ("0xe-1", ["number 0xe", "operator -", "number 1"]), ("1.0.real", ["number 1.0"]),
    (
      "x = ... if y else z",
      [
        "operator =", "keyword if", "keyword else",
      ]
    ),
    (
      "if (n := 1) != -2: x = y[a:b]",
      [
        "keyword if", "operator :=", "number 1", "operator !=", "operator -", "number 2", "operator =",
      ]
    ),
    ("größe = 進捗", ["operator ="]), ("lambda: 0", ["keyword lambda", "number 0"]), ("", []), ("   ", []),
    ("definitely = classy", ["operator ="]), ("from . import x", ["keyword from", "keyword import"]),
    ("from .a import len", ["keyword from", "keyword import", "builtin len"]),
  ])
  func codeIsTold(line: String, tokens: [String]) {
    #expect(Self.tokens([line]) == [tokens])
  }

  @Test(arguments: [
    ("match x:", true), ("match (x):", true), ("match(x):", true), ("match -1:", true), ("match ...:", true),
    ("match x: # why", true),
    ("case _:", true),
    ("  case [a, *b] if a: pass", true), ("case {'k': v}:", true), ("case 'a:b':", true), ("type X = int", true),
    ("type X[T] = list[T]", true), ("match = {1: 2}", false), ("match(x)", false), ("match: int = 3", false),
    ("match.x: int", false),
    ("match[0]: int = 1", false), ("case = lambda: 0", false), ("re.match(x)", false), ("x = match", false),
    ("match, x = y", false),
    ("match", false), ("match x # :", false), ("match ('a:b')", false),
  ])
  func matchAndCaseAreKeywordsOnlyAsStatements(line: String, isKeyword: Bool) {
    let words = ["keyword match", "keyword case", "keyword type"]
    #expect(Self.tokens([line])[0].contains { words.contains($0) } == isKeyword)
  }

  @Test func typeAsAFunctionIsBuiltin() {
    #expect(
      Self.tokens(["type(x)", "type in [1]", "type == x"]).map(\.first) == Array(repeating: "builtin type", count: 3))
  }

  @Test func softKeywordsAreNotLookedForInBrackets() {
    #expect(Self.tokens(["f(", "  case x:", ")", "case x:"]) == [[], [], [], ["keyword case"]])
  }

  @Test func matrixProductInBracketsIsNoDecorator() {
    #expect(Self.tokens(["y = (a", "  @b)", "@b"])[1...] == [["operator @"], ["decorator @b"]])
  }

  @Test func aLineCarriedOnIsNoStatement() {
    #expect(Self.tokens(["a = b \\", "@c"])[1] == ["operator @"])
    #expect(Self.tokens(["a = b # \\", "@c"])[1] == ["decorator @c"])
  }

  @Test func aDefinitionAtTheMarginEndsAForgottenBracket() {
    #expect(Self.tokens(["x = (", "def f():", "  pass", "@d"])[3] == ["decorator @d"])
  }

  @Test func oldPythonIsRead() {
    #expect(
      Self.tokens(["print 'a', x", "exec code in d", "if a <> `b`: raise E, 'x'"]) == [
        ["builtin print", "string 'a'"], ["builtin exec", "keyword in"],
        ["keyword if", "operator <>", "operator `", "operator `", "keyword raise", "string 'x'"],
      ])
  }

  @Test func offsetsCountUTF8() {
    let spans = PythonHighlighter.highlight(lines: ["é = '進'  # ü"])
    #expect(spans[0].map(\.range) == [3..<4, 5..<10, 12..<16])
  }

  @Test func tenThousandLinesTakeLittleTime() {
    let line =
      "    self.items[key] = f\"{value!r:>{width}} of {len(items)}\" if value is not None else 'none'  # a note"
    let lines = Array(repeating: line, count: 10_000)
    var spans: [[HighlightSpan]] = []
    let time = ProcessorTime.measure { spans = PythonHighlighter.highlight(lines: lines) }
    #expect(spans.count == 10_000)
    #expect(time < .seconds(3), "even where nothing is optimized")
  }

  /// The tokens of each line, as `kind text`.
  static func tokens(_ lines: [String]) -> [[String]] {
    zip(lines, PythonHighlighter.highlight(lines: lines)).map { line, spans in
      let bytes = Array(line.utf8)
      return spans.map { "\($0.kind) " + String(decoding: bytes[$0.range], as: UTF8.self) }
    }
  }
}
