import SourcePaths
import Testing

@Suite struct MappingSuggestionTests {
  @Test(arguments: [
    ("/srv/app/pkg/work.py", "/home/me/app/pkg/work.py", "/srv=/home/me"),
    ("/srv/app/work.py", "/home/me/src/work.py", "/srv/app=/home/me/src"),
    ("/app/work.py", "/home/me/app/work.py", "/app=/home/me/app"),
    ("/srv/app/work.py", "/app/work.py", "/srv/app=/app"),
    ("/work.py", "/home/me/work.py", "/work.py=/home/me/work.py"),
    ("C:\\Src\\App\\work.py", "/home/me/app/work.py", "C:\\Src\\App=/home/me/app"),
    ("C:/work.py", "/home/me/work.py", "C:/work.py=/home/me/work.py"),
    ("\\\\s\\share\\a\\x.py", "/l/a/x.py", "\\\\s\\share\\a=/l/a"),
  ])
  func theCommonEndIsLeftOut(remote: String, candidate: String, mapping: String) {
    let found = PathMapper().suggestMapping(for: RemotePath(remote), candidates: [LocalPath(candidate)])
    #expect(found.map(\.mapping.description) == [mapping])
    #expect(found.map(\.file) == [LocalPath(candidate)])
    let mapper = PathMapper(found.map(\.mapping))
    #expect(mapper.local(for: RemotePath(remote)) == found.first.map { .mapped($0.file, $0.mapping) })
  }

  @Test(arguments: [
    ("/srv/app/pkg/work.py", "/home/me/app/pkg/work.py", "/home/me/app", "/srv/app=/home/me/app"),
    ("/srv/app/pkg/work.py", "/home/me/app/pkg/work.py", "/home/me", "/srv=/home/me"),
    ("/srv/app/pkg/work.py", "/home/me/app/pkg/work.py", "/elsewhere", "/srv=/home/me"),
  ])
  func noSuggestionReachesAboveTheProject(remote: String, candidate: String, root: String, mapping: String) {
    let found = PathMapper().suggestMapping(
      for: RemotePath(remote), candidates: [LocalPath(candidate)], root: LocalPath(root))
    #expect(found.map(\.mapping.description) == [mapping])
  }

  @Test(arguments: ["/=/wrong", "/srv=/wrong", "/srv/app=/wrong", "/srv/app/pkg=/wrong"])
  func aSuggestionGoesBeforeTheMappingThatLeadsNowhere(wrong: String) throws {
    let (remote, file) = (RemotePath("/srv/app/pkg/work.py"), LocalPath("/home/me/app/pkg/work.py"))
    var mapper = PathMapper([try PathMapping(parsing: wrong, relativeTo: LocalPath("/"))])
    let found = try #require(mapper.suggestMapping(for: remote, candidates: [file]).first)
    mapper.add(found.mapping)
    #expect(mapper.local(for: remote) == .mapped(file, found.mapping))
  }

  @Test func theLikeliestComesFirst() {
    let found = PathMapper().suggestMapping(
      for: RemotePath("/srv/app/pkg/work.py"),
      candidates: ["/x/y/z/work.py", "/x/work.py", "/b/other.py", "/home/me/pkg/work.py", "/home/me/app/pkg/work.py"]
        .map { LocalPath($0) })
    #expect(found.map(\.common) == [3, 2, 1, 1])
    #expect(
      found.map(\.file.rawValue) == [
        "/home/me/app/pkg/work.py", "/home/me/pkg/work.py", "/x/work.py", "/x/y/z/work.py",
      ])
  }

  @Test func oneMappingIsSuggestedOnce() {
    let files = ["/l/app/work.py", "/l//app/work.py"].map { LocalPath($0) }
    #expect(PathMapper().suggestMapping(for: RemotePath("/srv/app/work.py"), candidates: files).count == 1)
  }

  @Test(arguments: ["<string>", "work.py", "", "/srv/other.py", "/l/work.py", "/"])
  func whereNothingFitsNothingIsSuggested(remote: String) {
    #expect(
      PathMapper().suggestMapping(for: RemotePath(remote), candidates: [LocalPath("/l/work.py"), LocalPath("work.py")])
        .isEmpty)
  }
}
