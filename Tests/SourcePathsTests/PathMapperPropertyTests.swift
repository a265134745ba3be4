import SourcePaths
import Testing

@Suite struct PathMapperPropertyTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func localToRemoteToLocalIsTheIdentity(seed: UInt64) {
    var random = PathNumbers(state: seed)
    let mapper = PathMapper((0..<random.next(below: 8)).map { _ in random.mapping() })
    for _ in 0..<100 {
      let local = LocalPath(random.path())
      for remote in mapper.remotes(for: local) { #expect(Self.local(mapper, remote) == local, "\(mapper.mappings)") }
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func aMappedRemotePathIsAmongTheNamesOfItsLocalOne(seed: UInt64) {
    var random = PathNumbers(state: seed)
    let mapper = PathMapper((0..<6).map { _ in random.mapping() })
    for _ in 0..<100 {
      let remote = RemotePath(random.remote())
      guard case .mapped(let local, _)? = mapper.local(for: remote) else { continue }
      #expect(mapper.remotes(for: local).contains(remote), "\(remote) \(mapper.mappings)")
    }
  }

  @Test func noSeededGarbageCrashes() {
    var random = PathNumbers(state: 99)
    for _ in 0..<3000 {
      let mapper = PathMapper((0..<3).map { _ in random.garbageMapping() })
      let path = random.garbage()
      _ = mapper.local(for: RemotePath(path))
      _ = mapper.suggestMapping(for: RemotePath(path), candidates: [LocalPath(random.garbage())])
      for remote in mapper.remotes(for: LocalPath("/" + path)) {
        #expect(Self.local(mapper, remote) == LocalPath("/" + path))
      }
    }
  }

  private static func local(_ mapper: PathMapper, _ remote: RemotePath) -> LocalPath? {
    switch mapper.local(for: remote) {
    case .mapped(let path, _), .identical(let path): path
    case .pseudo, nil: nil
    }
  }
}

/// Paths that look random and are the same in every run. They have few different components, so that prefixes meet often.
private struct PathNumbers {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func path() -> String {
    let parts = (0..<next(below: 5)).map { _ in ["a", "b", "ab", "a b", "é"][next(below: 5)] }
    return "/" + parts.joined(separator: "/")
  }

  mutating func remote() -> String {
    let path = path()
    switch next(below: 4) {
    case 0: return "C:" + path
    case 1: return "C:" + path.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\")
    default: return path
    }
  }

  mutating func mapping() -> PathMapping { PathMapping(remote: RemotePath(remote()), local: LocalPath(path())) }

  mutating func garbage() -> String {
    let alphabet = Array("//\\\\::..<>aC?é \n~=".unicodeScalars)
    return String(String.UnicodeScalarView((0..<next(below: 12)).map { _ in alphabet[next(below: alphabet.count)] }))
  }

  mutating func garbageMapping() -> PathMapping {
    PathMapping(remote: RemotePath(garbage()), local: LocalPath("/" + garbage()))
  }
}
