import Glibc
import Testing

@testable import DebuggerSession

@Suite struct DefinitionSearchTests {
  /// A folder with these files, for the length of a test.
  private func withProject(_ files: [(String, String)], _ body: (String) -> Void) throws {
    var template = Array("/tmp/dialback-search-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    let root = String(cString: made)
    var folders = [root]
    for (name, text) in files {
      var folder = root
      for part in name.split(separator: "/").dropLast() {
        folder += "/\(part)"
        if mkdir(folder, 0o700) == 0 { folders.append(folder) }
      }
      let file = try #require(fopen("\(root)/\(name)", "w"))
      fputs(text, file)
      fclose(file)
    }
    body(root)
    for (name, _) in files { unlink("\(root)/\(name)") }
    for folder in folders.reversed() { rmdir(folder) }
  }

  @Test func filesWithTheFunctionAreFoundOuterOnesFirst() throws {
    let files = [
      ("app/inner/deep.py", "class A:\n    async  def  total(self): pass\n"), ("top.py", "def total():\n  pass\n"),
      ("other.py", "def totals(): total()\n"), ("text.txt", "def total():\n"), (".hidden/a.py", "def total():\n"),
      ("venv/lib/a.py", "def total():\n"), ("own/pyvenv.cfg", ""), ("own/a.py", "def total():\n"),
    ]
    try withProject(files) { root in
      #expect(
        DefinitionSearch.files(defining: "total", below: root) == ["\(root)/top.py", "\(root)/app/inner/deep.py"])
      #expect(DefinitionSearch.files(defining: "none", below: root).isEmpty)
      #expect(DefinitionSearch.files(defining: "total", below: "\(root)/nowhere").isEmpty)
    }
  }
}
