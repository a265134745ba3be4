import TestSupport
import Testing

@testable import DebuggerSession

@Suite struct DefinitionSearchTests {
  @Test func filesWithTheFunctionAreFoundOuterOnesFirst() throws {
    let files = [
      ("app/inner/deep.py", "class A:\n    async  def  total(self): pass\n"), ("top.py", "def total():\n  pass\n"),
      ("other.py", "def totals(): total()\n"), ("text.txt", "def total():\n"), (".hidden/a.py", "def total():\n"),
      ("venv/lib/a.py", "def total():\n"), ("own/pyvenv.cfg", ""), ("own/a.py", "def total():\n"),
    ]
    try TemporaryFolder.with(files) { root in
      #expect(
        DefinitionSearch.files(defining: "total", below: root) == ["\(root)/top.py", "\(root)/app/inner/deep.py"])
      #expect(DefinitionSearch.files(defining: "none", below: root).isEmpty)
      #expect(DefinitionSearch.files(defining: "total", below: "\(root)/nowhere").isEmpty)
    }
  }
}
