import DebuggerModel
import SourcePaths
import TestSupport
import Testing

@testable import DebuggerSession

@Suite struct ProjectScanTests {
  private func files(_ files: [(String, String)]) throws -> [String] {
    try TemporaryFolder.with(files) { root in
      var scan = ProjectScan(LocalPath(root))
      return scan.listFiles().entries.map(\.file)
    }
  }

  @Test func whatGitIgnoresIsNotListed() throws {
    let found = try files([
      (".gitignore", "# built\n*.log\n/build/\n!keep.log\ndocs/**/draft.md\ntmp*\nspace\\ \n"), ("a.log", ""),
      ("keep.log", ""), ("build/x.py", ""), ("app/build/y.py", ""), ("docs/draft.md", ""), ("docs/a/b/draft.md", ""),
      ("docs/a/final.md", ""), ("tmp1/z.py", ""), ("app/.gitignore", "*.txt\n!a.log\n"), ("app/a.log", ""),
      ("app/n.txt", ""), ("n.txt", ""),
    ])
    #expect(found == ["app/a.log", "app/build/y.py", "docs/a/final.md", "keep.log", "n.txt"])
  }

  @Test func hiddenFilesEnvironmentsAndWhatIsNoTextAreLeftOut() throws {
    let found = try files([
      (".git/config", ""), (".hidden.py", ""), ("env/pyvenv.cfg", ""), ("env/lib/a.py", ""), ("node_modules/a.js", ""),
      ("a/__pycache__/a.pyc", ""), ("a/a.pyc", ""), ("a/logo.PNG", ""), ("a/a.py", ""), ("Makefile", ""),
    ])
    #expect(found == ["Makefile", "a/a.py"])
  }

  @Test func theDefinitionsComeWithTheirFilesAndLines() throws {
    try TemporaryFolder.with([("a/shop.py", "class Shop:\n  def total(self):\n    pass\n"), ("b.txt", "def f(): 1\n")])
    {
      root in
      var scan = ProjectScan(LocalPath(root))
      #expect(!scan.listFiles().isComplete)
      let index = scan.withDefinitions()
      #expect(index.isComplete)
      #expect(index.entries.filter { $0.line != nil }.map(\.name) == ["Shop", "Shop.total"])
      #expect(index.entries.filter { $0.line != nil }.map(\.line) == [1, 2])
      #expect(index.entries.allSatisfy { $0.line == nil || $0.file == "a/shop.py" })
    }
  }

  @Test(arguments: [
    ("def a(\n  x,\n):\n  def b(): pass\n", ["a", "a.b"]), ("async  def a(): pass\nclass B(C): pass", ["a", "B"]),
    ("def a():\n  pass\nif x:\n  def b(): pass\n", ["a", "b"]),
    ("class A:\n  x = 1\n  def f(self): 1\n", ["A", "A.f"]),
    ("def größe(): pass\r\n", ["größe"]), ("undefined = 1\ndef = 2\nclassic\n", []),
    ("class A:\n  def f(self):\n    '''\ntext\n    '''\n  def g(self): 1\n", ["A", "A.f", "g"]),
  ]) func definitionsAreReadByTheFirstWordsOfLines(text: String, names: [String]) {
    #expect(DefinitionScan.definitions(in: Array(text.utf8)).map(\.name) == names)
  }
}
