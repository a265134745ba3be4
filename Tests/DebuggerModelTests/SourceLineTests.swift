import SourcePaths
import Testing

@testable import DebuggerModel

@Suite struct SourceLineTests {
  private func kinds(_ text: String, name: String = "/a.py") -> [SourceLineKind] {
    SourceDocument(file: .local(name), text: text, revision: 1).kinds
  }

  /// Python's own `ast` counts the same five lines: form feeds and the separators of Unicode end none.
  @Test func linesEndWherePythonEndsThem() {
    let text = "a = 1  # x\u{c}y\n\u{c}\nb = 'c\u{2028}d\u{85}e\u{b}f'\r\ng = 1\rh = 2\n\u{c}def i():\n    pass\n"
    let document = SourceDocument(file: .local("/a.py"), text: text, revision: 1)
    #expect(document.lines.count == 7)
    #expect(document.line(3) == "b = 'c\u{2028}d\u{85}e\u{b}f'")
    #expect(document.line(5) == "h = 2")
    #expect(document.kinds == [.code, .blank, .code, .code, .code, .code, .code])
    #expect(document.definition(of: "i")?.line == 6)
  }

  @Test func closingBracketsBelongToTheirStatement() {
    let text = """
      total = work(
          1,  # one
          2,

          # why
      )
      after = [
        ]
      """
    #expect(kinds(text) == [.code, .code, .code, .blank, .comment, .within(1), .code, .within(7)])
  }

  @Test func linesOfAStringBelongToTheStatement() {
    let text = """
      query = \"\"\"
      select (  # no comment
      \\\"\"\"

      \"\"\"
      last = 'it''s (' + "#"
      """
    #expect(kinds(text) == [.code, .within(1), .within(1), .within(1), .within(1), .code])
  }

  @Test func aStringsEndWithMoreBehindItMayBeHit() {
    #expect(kinds("x = (\"\"\"a\nb\"\"\" % y,\n'''c\n''')") == [.code, .code, .code, .within(1)])
  }

  @Test func theDocstringOfAFunctionHasNoCode() {
    let text = """
      \"\"\"Of the module:
      it is kept.\"\"\"
      def work(one,
               two):
          # first
          r\"\"\"Does it.

          At once.
          \"\"\"
          "not this one"
          return one
      class Box:
          "kept too"
          async def open(self): "docstring"
      """
    #expect(
      kinds(text) == [
        .code, .within(1), .code, .within(3), .comment, .docstring, .docstring, .docstring, .docstring, .code, .code,
        .code, .code, .code,
      ])
  }

  @Test func parametersBelongToTheDefUnlessTheyAreEvaluated() {
    let text = """
      def work(
          plain,
          other=default(),
          *,
          typed: int,
      ) -> None:
          pass
      """
    #expect(kinds(text) == [.code, .within(1), .code, .within(1), .code, .code, .code])
  }

  @Test func clausesAloneDoNothing() {
    let text = "if x:\n  y\nelse:\n  z\nelse: z\ntry:\n  a\nfinally :  # at last\n  b"
    #expect(kinds(text)[2] == .clause("else") && kinds(text)[4] == .code)
    #expect(kinds(text)[5] == .code && kinds(text)[7] == .clause("finally"))
  }

  @Test func aBackslashGoesOnWithTheStatement() {
    #expect(kinds("x = 1 + \\\n  2\ny = 3  # \\\nz = 4") == [.code, .code, .code, .code])
    #expect(kinds("with a: \\\n  \nb") == [.code, .blank, .code])
  }

  @Test func whatIsNotPythonIsLeftAlone() {
    #expect(kinds("# {{ a }}\n\n)", name: "/page.html") == [.code, .code, .code])
    #expect(kinds("# a", name: "/script") == [.comment])
  }

  @Test func declarationsAndBodiesThatAreNeverRunHaveNoCode() {
    let text = """
      def f(x):
          global a
          nonlocal b  # why
          global c; c = 1
          globals()
          if 0:
              one = 1

              # why
              two = [
                  2,
              ]
          elif False:
              three = 3
          else:
              four = 4
          while (False):  # never
              five = 5
          if 0 or x:
              six = 6
      """
    #expect(
      kinds(text) == [
        .code, .declaration("global"), .declaration("nonlocal"), .code, .code, .code, .dropped, .blank, .comment,
        .dropped, .dropped, .dropped, .code, .dropped, .clause("else"), .code, .code, .dropped, .code, .code,
      ])
  }
}
