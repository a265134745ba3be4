import ProjectFiles
import SourcePaths
import TestSupport
import Testing

@Suite struct ProjectWalkTests {
  private func files(_ files: [(String, String)], below folder: String = "") throws -> [String] {
    try TemporaryFolder.with(files) { root in
      ProjectWalk(LocalPath(folder.isEmpty ? root : "\(root)/\(folder)")).files
    }
  }

  @Test func ignoredFilesAreNotListed() throws {
    let found = try files([
      (".gitignore", "# built\n*.log\n/build/\n!keep.log\ndocs/**/draft.md\ntmp*\nspace\\ \n"), ("a.log", ""),
      ("keep.log", ""), ("build/x.py", ""), ("app/build/y.py", ""), ("docs/draft.md", ""), ("docs/a/b/draft.md", ""),
      ("docs/a/final.md", ""), ("tmp1/z.py", ""), ("app/.gitignore", "*.txt\n!a.log\n"), ("app/a.log", ""),
      ("app/n.txt", ""), ("n.txt", ""),
    ])
    #expect(found == ["app/a.log", "app/build/y.py", "docs/a/final.md", "keep.log", "n.txt"])
  }

  @Test func theRulesAboveTheRootApplyUpToTheTopOfTheRepository() throws {
    let repository = [
      (".gitignore", "*.log\n/app/build/\n"), (".git/info/exclude", "secret.py\n"), ("app/.gitignore", "!keep.log\n"),
      ("app/keep.log", ""), ("app/a.log", ""), ("app/build/x.py", ""), ("app/secret.py", ""), ("app/a.py", ""),
    ]
    #expect(try files(repository, below: "app") == ["a.py", "keep.log"])
    let unrelated = [(".gitignore", "*.py\n"), ("app/a.py", "")]
    #expect(try files(unrelated, below: "app") == ["a.py"])
  }

  @Test func hiddenFilesEnvironmentsAndBinaryFilesAreLeftOut() throws {
    let found = try files([
      (".git/config", ""), (".hidden.py", ""), ("env/pyvenv.cfg", ""), ("env/lib/a.py", ""), ("node_modules/a.js", ""),
      ("old/bin/activate_this.py", ""), ("old/lib/python2.7/os.py", ""), ("conda/conda-meta/history", ""),
      ("conda/lib/os.py", ""), ("a/__pycache__/a.pyc", ""), ("a/a.pyc", ""), ("a/logo.PNG", ""), ("a/a.py", ""),
      ("Makefile", ""), ("v1.2/bin/tool.py", ""),
    ])
    #expect(found == ["Makefile", "a/a.py", "v1.2/bin/tool.py"])
  }

  @Test func aFolderThatIsNotThereHasNoFiles() throws {
    #expect(try files([], below: "nowhere").isEmpty)
  }
}
