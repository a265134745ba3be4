import Testing

@testable import DebuggerViews

@Suite struct PythonHighlighterStringTests {
  @Test(arguments: [
    ("'a' \"b\" '' \"\"", ["'a'", "\"b\"", "''", "\"\""]), ("r'\\' + x'", ["r'\\' + x'"]), ("'a\\'b' c", ["'a\\'b'"]),
    ("Rb'x' bR'y' u'z' ur'w'", ["Rb'x'", "bR'y'", "u'z'", "ur'w'"]), ("x'y'", ["'y'"]),
    ("'''a'b''c'''", ["'''a'b''c'''"]),
    ("'# no comment'", ["'# no comment'"]), ("'open", ["'open"]), ("\"\"\"\"a\"\"\"", ["\"\"\"\"a\"\"\""]),
    ("d['k']['l']", ["'k'", "'l'"]), ("'{x}'", ["'{x}'"]), ("'a' 'b'", ["'a'", "'b'"]),
  ])
  func aStringIsOneToken(line: String, strings: [String]) {
    #expect(Self.strings(line) == strings)
  }

  @Test(arguments: [
    ("f'a{x}b'", ["f'a", "b'"]), ("f'{x!r:>{w}}'", ["f'", ">", "'"]), ("f'{{x}}'", ["f'{{x}}'"]),
    ("rf'\\{x}'", ["rf'\\", "'"]),
    ("f'\\N{DASH}{x}'", ["f'\\N{DASH}", "'"]), ("f\"{d['k']}\"", ["f\"", "'k'", "\""]),
    (
      "f'{d['k']}' + 'z'",
      [
        "f'", "'k'", "'", "'z'",
      ]
    ),
    ("f'{ {1: 2}[1] }'", ["f'", "'"]), ("f'{a[1:2]}'", ["f'", "'"]), ("f'{x:%H:%M}'", ["f'", "%H:%M", "'"]),
    ("t'{x}'", ["t'", "'"]),
    ("f'{f\"{y}\"}'", ["f'", "f\"", "\"", "'"]), ("f'{x:' + 'z'", ["f'", "'", "'z'"]),
    ("f'''{x:'}'''", ["f'''", "'", "'''"]),
    ("bf'{x}'", ["'{x}'"]),
  ])
  func fieldsOfFormattedStringsAreCode(line: String, strings: [String]) {
    #expect(Self.strings(line) == strings)
  }

  @Test func codeInAFieldHasItsColours() {
    #expect(
      PythonHighlighterTests.tokens(["f'{len(x) if self else 1}'"]) == [
        [
          "string f'", "operator {", "builtin len", "keyword if", "selfName self", "keyword else", "number 1",
          "operator }", "string '",
        ]
      ])
  }

  @Test func aLongStringGoesOverLines() {
    let lines = ["x = '''a", "def no(): # text", "", "b''' + y # note"]
    #expect(
      PythonHighlighterTests.tokens(lines) == [
        ["operator =", "string '''a"], ["string def no(): # text"], [],
        ["string b'''", "operator +", "comment # note"],
      ])
  }

  @Test func aFieldMayGoOverLines() {
    #expect(
      PythonHighlighterTests.tokens(["f'''a {", "  len", "} b'''", "pass"]) == [
        ["string f'''a ", "operator {"], ["builtin len"], ["operator }", "string  b'''"], ["keyword pass"],
      ])
  }

  @Test func aSimpleStringEndsWithItsLine() {
    #expect(PythonHighlighterTests.tokens(["x = 'open", "pass"])[1] == ["keyword pass"])
    #expect(PythonHighlighterTests.tokens(["x = f'{a:b", "pass"])[1] == ["keyword pass"])
  }

  @Test func aBackslashCarriesASimpleStringOn() {
    #expect(PythonHighlighterTests.tokens(["'a\\", "b' + 1"])[1] == ["string b'", "operator +", "number 1"])
  }

  @Test func noSeededGarbageBreaksTheOrderOfTokens() {
    var random = LinearNumbers(state: 7)
    let alphabet = Array("fr'''\"\"{}{}[]():\\\\#@=!. \tdef match case 1eé\u{0}".unicodeScalars)
    let lines = (0..<2000).map { _ in
      String(String.UnicodeScalarView((0..<30).map { _ in alphabet[random.next(below: alphabet.count)] }))
    }
    for (line, spans) in zip(lines, PythonHighlighter.highlight(lines: lines)) {
      var end = 0
      for span in spans {
        #expect(span.range.lowerBound >= end && !span.range.isEmpty && span.range.upperBound <= line.utf8.count)
        end = span.range.upperBound
      }
    }
  }

  @Test func deepNestingIsReadToTheEnd() {
    let line = String(repeating: "f'{f\"{", count: 5000)
    let spans = PythonHighlighter.highlight(lines: [line, "x"])
    #expect(spans[0].last?.range.upperBound == line.utf8.count)
  }

  private static func strings(_ line: String) -> [String] {
    PythonHighlighterTests.tokens([line])[0].filter { $0.hasPrefix("string ") }.map { String($0.dropFirst(7)) }
  }
}

/// Numbers that look random and are the same in every run.
private struct LinearNumbers {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
