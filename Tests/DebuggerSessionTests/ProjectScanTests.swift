import DebuggerModel
import Glibc
import SourcePaths
import TestSupport
import Testing

@testable import DebuggerSession

@Suite struct ProjectScanTests {
  @Test func theDefinitionsComeWithTheirFilesAndLines() throws {
    try TemporaryFolder.with([("a/shop.py", "class Shop:\n  def total(self):\n    pass\n"), ("b.txt", "def f(): 1\n")])
    {
      root in
      let scan = ProjectScan(LocalPath(root))
      #expect(!scan.files.isComplete)
      let index = scan.withDefinitions()
      #expect(index.isComplete)
      #expect(index.entries.filter { $0.line != nil }.map(\.name) == ["Shop", "Shop.total"])
      #expect(index.entries.filter { $0.line != nil }.map(\.line) == [1, 2])
      #expect(index.entries.allSatisfy { $0.line == nil || $0.file == "a/shop.py" })
    }
  }

  @Test func filesThatDefineAFunctionAreFoundOuterOnesFirst() throws {
    let files = [
      ("app/inner/deep.py", "class A:\n    async  def  total(self): pass\n"), ("top.py", "def total():\n  pass\n"),
      ("other.py", "def totals(): total()\n"), ("kind.py", "class total: pass\n"), ("text.txt", "def total():\n"),
      (".hidden/a.py", "def total():\n"), ("own/pyvenv.cfg", ""), ("own/a.py", "def total():\n"),
    ]
    try TemporaryFolder.with(files) { root in
      let scan = ProjectScan(LocalPath(root))
      #expect(scan.files(defining: "total").map(\.rawValue) == ["\(root)/top.py", "\(root)/app/inner/deep.py"])
      #expect(scan.files(defining: "none").isEmpty)
      #expect(ProjectScan(LocalPath("\(root)/nowhere")).files(defining: "total").isEmpty)
    }
  }

  @Test func namesAreReadInTheEncodingOfTheirFile() throws {
    try TemporaryFolder.with { root in
      let file = try #require(fopen("\(root)/koi.py", "w"))
      let bytes = Array("# coding: koi8-r\ndef ".utf8) + [0xd3, 0xde, 0xc5, 0xd4] + Array("(): pass\n".utf8)
      #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
      fclose(file)
      #expect(ProjectScan(LocalPath(root)).files(defining: "счет").map(\.name) == ["koi.py"])
    }
  }

  /// The finder offers a function exactly where a breakpoint on it is placed.
  @Test func theFinderAndBreakpointsSeeTheSameProject() throws {
    let files = [
      (".gitignore", "build/\n"), ("build/gen.py", "def ignored_target():\n    return 3\n"),
      ("v1.2/mod.py", "def dotted_target():\n    return 1\n"), ("plain/mod2.py", "def plain_target():\n    return 2\n"),
    ]
    try TemporaryFolder.with(files) { root in
      let scan = ProjectScan(LocalPath(root))
      let index = scan.withDefinitions()
      let places = ["dotted_target": ["v1.2/mod.py"], "ignored_target": [], "plain_target": ["plain/mod2.py"]]
      for (name, place) in places {
        #expect(scan.files(defining: name).map(\.rawValue) == place.map { "\(root)/\($0)" })
        #expect(index.definitions(of: name).map(\.file) == place)
      }
    }
  }
}
