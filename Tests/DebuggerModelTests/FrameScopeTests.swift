import DebuggerModel
import Testing

/// The lines and names that are a frame's own.
@Suite struct FrameScopeTests {
  private static let text = """
    x = 1
    def outer(x, y=x):
        total = x
        def inner(y):
            return y + x
        rows = [y for y in range(x)]
        f = lambda x: x * total
        class Local:
            y = 9
        return (total,
                x)
    outer(x)
    total = sum(x for x in rows)
    """

  private let document = SourceDocument(file: .local("/srv/app/work.py"), text: text, revision: 1)

  private func own(_ scope: FrameScope, _ names: [String]) -> [[String]] {
    (0..<document.lines.count).map { scope.own(names, onLine: $0) }
  }

  @Test func aModuleHasNoNamesInFunctions() {
    let scope = FrameScope(document, function: "<module>", line: 13)
    let lines = own(scope, ["x"]).enumerated().filter { !$0.element.isEmpty }.map(\.offset)
    // The variable of the comprehension on the last line is its own.
    #expect(lines == [0, 11])
  }

  @Test func aFunctionHasItsHeadAndNotWhatIsInside() {
    let scope = FrameScope(document, function: "outer", line: 11)
    #expect(scope.start == 1)
    let found = own(scope, ["x", "y", "total"])
    #expect(found[1] == ["x", "y", "total"] && found[2] == ["x", "y", "total"])
    #expect(found[3] == [] && found[4] == [], "inner")
    #expect(found[5] == ["x", "total"], "the comprehension's y")
    #expect(found[6] == ["y", "total"], "the lambda's x")
    #expect(found[7] == [] && found[8] == [], "the class")
    #expect(found[9] == found[10] && found[10].contains("x"))
    #expect(found[0] == [] && found[11] == [] && found[12] == [])
  }

  @Test func aComprehensionHasItsStatementAlone() {
    let scope = FrameScope(document, function: "<genexpr>", line: 13)
    let lines = own(scope, ["x"]).enumerated().filter { !$0.element.isEmpty }.map(\.offset)
    #expect(lines == [12] && scope.start == 12)
  }

  @Test func aClassHasItsBody() {
    let scope = FrameScope(document, function: "Local", line: 9)
    #expect(scope.start == 7)
    #expect(own(scope, ["y"]).enumerated().filter { !$0.element.isEmpty }.map(\.offset) == [7, 8])
  }
}
