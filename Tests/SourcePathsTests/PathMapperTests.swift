import SourcePaths
import Testing

@Suite struct PathMapperTests {
  @Test(
    arguments: [
      ("/app/x.py", "/l/x.py"), ("/app", "/l"), ("/app/", "/l"), ("/application/x.py", nil), ("/ap", nil),
      ("/app//a/./b/../x.py", "/l/a/x.py"),
      ("/app/../x.py", nil), ("/App/x.py", nil), ("/app/sub/x.py", "/deep/x.py"),
      ("/app/subway/x.py", "/l/subway/x.py"),
      ("C:\\app\\x.py", "/win/x.py"), ("c:/APP/Sub\\x.py", "/win/Sub/x.py"), ("\\\\s\\share\\a\\x.py", "/share/a/x.py"),
    ] as [(String, String?)])
  func theLongestPrefixOfWholeComponentsWins(remote: String, local: String?) {
    let mapper = Self.mapper("/app=/l", "/app/sub=/deep", "C:\\App=/win", "\\\\S\\Share=/share")
    switch mapper.local(for: RemotePath(remote)) {
    case .mapped(let path, let mapping):
      #expect(path.rawValue == local)
      #expect(mapper.mappings.contains(mapping))
    case .identical(let path):
      #expect(local == nil)
      #expect(path == LocalPath(remote))
    case .pseudo, nil: Issue.record("no local path for \(remote)")
    }
  }

  @Test(arguments: ["D:\\app\\x.py", "work.py", "", "\\\\other\\share\\x", "C:\\Application\\x.py"])
  func whatCannotBeHereAndIsNotMappedHasNoLocalPath(remote: String) {
    #expect(Self.mapper("C:\\App=/win").local(for: RemotePath(remote)) == nil)
  }

  @Test func theRootCanBeMapped() {
    let mapper = Self.mapper("/=/mnt/image")
    #expect(mapper.local(for: RemotePath("/usr/x.py")) == .mapped(LocalPath("/mnt/image/usr/x.py"), mapper.mappings[0]))
    #expect(Self.names(mapper, "/mnt/image/usr/x.py") == ["/usr/x.py"])
    #expect(Self.names(Self.mapper("/srv=/"), "/a.py") == ["/srv/a.py"])
  }

  @Test func ofEqualMappingsTheLaterWins() {
    let mapper = PathMapper(["/app=/old", "/app=/new"].map(Self.mapping))
    #expect(mapper.local(for: RemotePath("/app/x.py")) == .mapped(LocalPath("/new/x.py"), mapper.mappings[1]))
    #expect(mapper.conflicts == [PathConflict(ignored: mapper.mappings[0], winner: mapper.mappings[1])])
  }

  @Test func mappingsThatAgreeAreNoConflict() {
    #expect(PathMapper(["/app=/l", "/app/=/l/", "/b=/l"].map(Self.mapping)).conflicts.isEmpty)
  }

  @Test(arguments: [
    ("/l/x.py", ["/b/x.py", "/a/x.py"]), ("/l/sub/x.py", ["/lib/x.py", "/b/sub/x.py", "/a/sub/x.py"]),
    ("/w/x.py", ["C:\\App\\x.py", "d:/x.py"]),
    ("/else/x.py", ["/else/x.py"]), ("/l", ["/b", "/a"]), ("/lx/x.py", ["/lx/x.py"]), ("/w", ["C:\\App", "d:/"]),
    ("/n/x.py", ["\\\\s\\h\\x.py"]),
  ])
  func aLocalFileHasAllItsRemoteNames(local: String, remotes: [String]) {
    let mapper = Self.mapper("/a=/l", "/b=/l", "/lib=/l/sub", "d:/=/w", "C:\\App=/w", "\\\\s\\h=/n")
    #expect(Self.names(mapper, local) == remotes)
  }

  @Test func aNameThatLeadsSomewhereElseIsNone() {
    #expect(Self.names(Self.mapper("/srv=/a", "/srv/x=/b"), "/a/x/f.py") == ["/a/x/f.py"])
    #expect(Self.names(Self.mapper("/home/me/app=/elsewhere"), "/home/me/app/x.py") == [])
  }

  @Test func theSameNameIsGivenOnce() {
    #expect(Self.names(PathMapper(["/a=/l", "/a/=/l"].map(Self.mapping)), "/l/x.py") == ["/a/x.py"])
  }

  @Test func mappingsCanBeChanged() {
    var mapper = Self.mapper("/a=/l", "/b=/m")
    mapper.add(Self.mapping("/a/=/n"))
    #expect(mapper.mappings == ["/b=/m", "/a=/n"].map(Self.mapping))
    mapper.replace(Self.mapping("/b=/m"), with: Self.mapping("/a=/o"))
    #expect(mapper.mappings == ["/a=/o"].map(Self.mapping))
    mapper.replace(Self.mapping("/none=/m"), with: Self.mapping("/c=/p"))
    mapper.remove(Self.mapping("/a=/o"))
    #expect(mapper.mappings == ["/c=/p"].map(Self.mapping))
  }

  @Test func aDeepPathIsMapped() {
    let rest = String(repeating: "/a", count: 10_000)
    let mapper = Self.mapper("/srv=/l")
    #expect(Self.names(mapper, "/l" + rest) == ["/srv" + rest])
  }

  @Test func everyPathIsItsOwnWithoutMappings() {
    #expect(PathMapper().local(for: RemotePath("/a//b.py")) == .identical(LocalPath("/a/b.py")))
    #expect(Self.names(PathMapper(), "/a//b.py") == ["/a/b.py"])
    #expect(Self.names(PathMapper(), "/") == ["/"])
  }

  static func mapping(_ text: String) -> PathMapping {
    let sides = text.split(separator: "=").map(String.init)
    return PathMapping(remote: RemotePath(sides[0]), local: LocalPath(sides[1]))
  }

  private static func mapper(_ texts: String...) -> PathMapper { PathMapper(texts.map(mapping)) }

  private static func names(_ mapper: PathMapper, _ local: String) -> [String] {
    mapper.remotes(for: LocalPath(local)).map(\.rawValue)
  }
}
