import SourcePaths
import Testing

@Suite struct PathMappingTests {
  @Test(arguments: [
    ("/srv/app=/home/me/app", "/srv/app", "/home/me/app"), ("/srv/app/=/home/me/app/", "/srv/app", "/home/me/app"),
    ("/srv=app", "/srv", "/proj/app"), ("/srv=./app", "/srv", "/proj/app"), ("/srv=../app", "/srv", "/app"),
    ("/srv=.", "/srv", "/proj"),
    ("/srv=~", "/srv", "/home/me"), ("/srv=~/app", "/srv", "/home/me/app"), ("C:\\app=/app", "C:\\app", "/app"),
    ("C:\\=/app", "C:\\", "/app"), ("C:/app/=/app", "C:/app", "/app"), ("\\\\s\\x=/app", "\\\\s\\x", "/app"),
    ("/=/", "/", "/"),
    ("/srv=/a=b", "/srv", "/a=b"), (" /srv = /a ", "/srv", "/a"), ("/a/../b=/c", "/b", "/c"),
  ])
  func aMappingIsRead(text: String, remote: String, local: String) throws {
    let mapping = try PathMapping(parsing: text, relativeTo: LocalPath("/proj"), home: "/home/me")
    #expect(mapping.remote.rawValue == remote)
    #expect(mapping.local.rawValue == local)
  }

  @Test(arguments: [
    ("/srv/app", SourcePathsError.noSeparator("/srv/app")), ("", .noSeparator("")), ("=/a", .emptySide("=/a")),
    ("/a=", .emptySide("/a=")),
    ("=", .emptySide("=")), ("  = ", .emptySide("  = ")), ("srv=/a", .relativeRemote("srv=/a")),
    ("C:=/a", .relativeRemote("C:=/a")),
    ("<string>=/a", .relativeRemote("<string>=/a")), ("/a=~you/b", .unknownHome("/a=~you/b")),
  ])
  func whatIsNoMappingIsRefused(text: String, error: SourcePathsError) {
    #expect(throws: error) { try PathMapping(parsing: text, relativeTo: LocalPath("/proj"), home: "/home/me") }
  }

  @Test func aHomeThatIsNotKnownIsRefused() {
    #expect(throws: SourcePathsError.unknownHome("/a=~/b")) {
      try PathMapping(parsing: "/a=~/b", relativeTo: LocalPath("/proj"))
    }
  }

  @Test(arguments: [
    SourcePathsError.noSeparator("xyz"), .emptySide("xyz"), .relativeRemote("xyz"), .unknownHome("xyz"),
  ])
  func anErrorNamesTheTextAndTheMend(error: SourcePathsError) {
    #expect(error.description.hasPrefix("xyz: "))
    #expect(
      error.description.contains("REMOTE=LOCAL") || error.description.contains("/srv/app=")
        || error.description.contains("in full"))
  }

  @Test func aMappingIsShownAsItIsTyped() throws {
    let text = "C:\\app=/home/me/app"
    #expect(try PathMapping(parsing: text, relativeTo: LocalPath("/")).description == text)
  }
}
