import DebuggerModel
import Testing

@Suite struct PythonInputTests {
  @Test(arguments: [
    (["1 + 1"], true), (["f("], false), (["f(", "1)"], true), (["x = \"\"\"a"], false),
    (["x = \"\"\"a", "b\"\"\""], true),
    (["a = \\"], false), (["a = \\", "3"], true), (["if x:"], false), (["if x:", "    y()"], false),
    (["if x:", "    y()", ""], true), (["for x in y: print(x)"], true), (["@decorated"], false),
    (["@decorated", "def f():", "    pass", ""], true), (["d[1:2]"], true), (["print(\"a:\")"], true),
    (["# note:"], true), (["if x:  # why"], false), ([""], true),
  ])
  func linesAreWholeOrAskForMore(lines: [String], isComplete: Bool) {
    #expect(PythonInput.isComplete(lines) == isComplete, "\(lines)")
  }

  @Test func theNextLineIsIndentedAsTheLastOneOrDeeper() {
    #expect(PythonInput.indentation(after: ["if x:"]) == "    ")
    #expect(PythonInput.indentation(after: ["if x:", "    y()"]) == "    ")
    #expect(PythonInput.indentation(after: ["if x:", "    y()", ""]) == "")
    #expect(PythonInput.indentation(after: ["f(1,"]) == "")
  }
}
