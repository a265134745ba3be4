import SourcePaths
import TestSupport
import Testing

@testable import DebuggerModel

@Suite struct ProjectIndexTests {
  private func index(_ files: [String], _ definitions: [(String, String, Int)] = []) -> ProjectIndex {
    let entries =
      files.map { ProjectIndex.Entry($0, file: $0) }
      + definitions.map { ProjectIndex.Entry($0.0, file: $0.1, line: $0.2) }
    return ProjectIndex(root: LocalPath("/p"), entries: entries, isComplete: true)
  }

  private func names(_ index: ProjectIndex, _ query: String) -> [String] {
    index.matches(query, limit: 10).map(\.entry.name)
  }

  @Test(arguments: [
    // The name itself goes before what contains it, the last component before folders.
    ("shop", ["shop.py", "test_shop.py", "workshops.txt", "shop/till.py"]),
    ("till", ["shop/till.py"]),
    // Letters at the beginnings of words.
    ("ts", ["test_shop.py"]),
    // Words in any order.
    ("till shop", ["shop/till.py"]),
    ("SHOP.PY", ["shop.py", "test_shop.py"]),
    ("xyz", []),
  ]) func theBestMatchGoesFirst(query: String, first: [String]) {
    let found = names(index(["README", "workshops.txt", "shop/till.py", "test_shop.py", "shop.py"]), query)
    #expect(Array(found.prefix(first.count)) == first)
    #expect(!first.isEmpty || found.isEmpty)
  }

  @Test func definitionsAreFoundByTheirNamesAndAloneAfterAnAt() {
    let index = index(["total.py"], [("Shop.total", "shop.py", 3), ("total", "till.py", 9)])
    #expect(names(index, "total").contains("total.py"))
    #expect(names(index, "@total") == ["total", "Shop.total"])
    #expect(index.definitions(of: "total").map(\.file) == ["shop.py", "till.py"])
    #expect(self.index(["a/total.py"]).definitions(of: "total").map(\.file) == ["a/total.py"])
    #expect(index.definitions(of: "tota").isEmpty)
    #expect(index.path(of: index.entries[1]) == LocalPath("/p/shop.py"))
  }

  @Test func theBytesThatFitAreTold() throws {
    let match = try #require(index(["a/größe_test.py"]).matches("gt", limit: 1).first)
    #expect(match.bytes.map { Array(match.entry.name.utf8)[$0] } == Array("gt".utf8))
    #expect(match.bytes == [2, 10])
  }

  @Test(arguments: ["a", "ab", "e a", "zz"]) func theBestOfManyAreTheFirstOfAll(query: String) {
    var random = SplitMix64(seed: 7)
    let files = (0..<3000).map { number in
      "\(number)" + String((0..<8).compactMap { _ in "abcde/_.".randomElement(using: &random) })
    }
    let index = index(files)
    let all = index.matches(query, limit: files.count)
    #expect(all.map(\.score) == all.map(\.score).sorted(by: >))
    for limit in [0, 1, 10, 200] { #expect(index.matches(query, limit: limit) == Array(all.prefix(limit))) }
  }

  @Test func lettersThatAreNotASCIIAreFoundAsTheyAre() {
    #expect(names(index(["größe.py", "grosse.py"]), "öß") == ["größe.py"])
  }

  @Test func theListStaysUntilTheNewOneIsComplete() {
    var state = DebuggerState(
      settings: .init(root: LocalPath("/p")), paths: PathMapper())
    let asked = state.handle(.command(RequestToken(1), .indexProject))
    #expect(asked.contains(.indexProject(LocalPath("/p"))))
    let again = state.handle(.command(RequestToken(2), .indexProject))
    #expect(!again.contains(.indexProject(LocalPath("/p"))))
    let whole = index(["a.py"], [("f", "a.py", 1)])
    _ = state.handle(.projectIndexed(ProjectIndex(root: LocalPath("/p"), entries: [], isComplete: false)))
    #expect(state.isIndexing && state.project?.entries.isEmpty == true)
    _ = state.handle(.projectIndexed(whole))
    _ = state.handle(.command(RequestToken(3), .indexProject))
    _ = state.handle(.projectIndexed(ProjectIndex(root: LocalPath("/p"), entries: [], isComplete: false)))
    #expect(state.project == whole && state.isIndexing)
  }
}
