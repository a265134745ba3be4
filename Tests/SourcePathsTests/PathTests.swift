import SourcePaths
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("/a/b/c.py", ["a", "b", "c.py"]), ("/", []), ("", []), ("//", []), ("/a//b/", ["a", "b"]), ("/a/./b", ["a", "b"]),
    ("/a/../b", ["b"]), ("/../../a", ["a"]), ("a/b", ["a", "b"]), ("/.hidden/..x", [".hidden", "..x"]),
    ("/進捗/é", ["進捗", "é"]),
  ])
  func componentsAreNormalized(path: String, components: [String]) {
    #expect(LocalPath(path).components == components)
    #expect(RemotePath(path).components == components)
  }

  @Test(arguments: [
    ("C:\\app\\work.py", ["C:", "app", "work.py"]), ("c:/app/work.py", ["c:", "app", "work.py"]), ("C:\\", ["C:"]),
    ("C:\\a\\..\\..\\b", ["C:", "b"]), ("C:\\a/b\\\\c", ["C:", "a", "b", "c"]),
    ("\\\\server\\share\\a.py", ["server", "share", "a.py"]),
    ("\\\\server\\share\\..\\..\\a", ["server", "share", "a"]),
    ("\\\\?\\C:\\app\\work.py", ["C:", "app", "work.py"]),
  ])
  func windowsPathsAreTakenApart(path: String, components: [String]) {
    #expect(RemotePath(path).components == components)
    #expect(RemotePath(path).isWindows)
    #expect(RemotePath(path).isAbsolute)
  }

  @Test(arguments: ["/C:/a", "C:", "C:a", "1:/a", "a\\b", "\\a", "é:/a", "/a\\b"])
  func otherPathsAreNotOfWindows(path: String) {
    #expect(!RemotePath(path).isWindows)
  }

  @Test(arguments: [
    ("/a/b", "/a//b/", true), ("/a/b", "/a/./c/../b", true), ("/a/b", "/A/b", false),
    ("C:\\A\\b.py", "c:/a/B.py", true),
    ("\\\\S\\x\\a", "\\\\s\\X\\A", true), ("C:\\a", "D:\\a", false), ("\\\\C:\\a", "C:\\a", false), ("/a", "a", false),
    ("/a\\b", "/a/b", false), ("<string>", "<String>", false), ("/", "//", true),
  ])
  func spellingsOfOneRemotePathAreEqual(left: String, right: String, same: Bool) {
    #expect((RemotePath(left) == RemotePath(right)) == same)
    #expect(Set([RemotePath(left), RemotePath(right)]).count == (same ? 1 : 2))
  }

  @Test(arguments: [("/a/b", "/a//b", true), ("/a/b/", "/a/c/../b", true), ("/a", "/A", false), ("/a", "a", false)])
  func spellingsOfOneLocalPathAreEqual(left: String, right: String, same: Bool) {
    #expect((LocalPath(left) == LocalPath(right)) == same)
    #expect(Set([LocalPath(left), LocalPath(right)]).count == (same ? 1 : 2))
  }

  @Test func theTextIsKeptAsItCame() {
    #expect(RemotePath("c:/A//b").rawValue == "c:/A//b")
    #expect("\(LocalPath("/a/../b"))" == "/a/../b")
    #expect(LocalPath("/a/../b").normalized.rawValue == "/b")
  }

  @Test(arguments: [
    "<string>", "<frozen importlib._bootstrap>", "<ipython-input-1-0123abcd>", "<stdin>", "/srv/app/<string>",
    "C:\\app\\<stdin>",
    "<template a/b>",
  ])
  func codeWithoutAFileIsPseudo(path: String) {
    #expect(RemotePath(path).isPseudo)
    #expect(PathMapper().local(for: RemotePath(path)) == .pseudo)
  }

  @Test(arguments: ["/a/b>", "/a/<b", "<", ">", "/a<b>", "/<a>/b"])
  func anglesAloneDoNotMakeAPathPseudo(path: String) {
    #expect(!RemotePath(path).isPseudo)
  }

  @Test(arguments: [
    ("/a/b.py", "b.py"), ("C:\\a\\b.py", "b.py"), ("<string>", "<string>"), ("/", "/"), ("", ""), ("b.py", "b.py"),
    ("/a/b/", "b"), ("/a/b/..", "a"), ("/a/b/.", "b"), ("/a/.b.py", ".b.py"), ("a/b.py", "b.py"),
    ("a\\b.py", "a\\b.py"),
  ])
  func theNameIsTheLastComponent(path: String, name: String) {
    #expect(RemotePath(path).name == name)
  }

  @Test func hostilePathsDoNoHarm() {
    let deep = String(repeating: "/a", count: 10_000)
    #expect(RemotePath(deep).components.count == 10_000)
    #expect(RemotePath(deep + String(repeating: "/..", count: 20_000)).components.isEmpty)
    #expect(RemotePath(String(repeating: "\\", count: 1000)).components.isEmpty)
    #expect(LocalPath(String(repeating: "/", count: 1000)) == LocalPath("/"))
  }
}
