import DebuggerModel
import SourcePaths
import Testing

@Suite struct FileNamesTests {
  private func name(_ path: String, among others: String...) -> String {
    FileNames(Set(([path] + others).map { SourceFile.local($0) })).name(of: .local(path))
  }

  @Test func theLastComponentIsEnoughWhereItIsTheOnlyOne() {
    #expect(name("/srv/a/models.py") == "models.py")
    #expect(name("/srv/a/models.py", among: "/srv/a/views.py") == "models.py")
  }

  @Test func theShortestEndThatDiffersDistinguishesFiles() {
    #expect(name("/srv/a/models.py", among: "/srv/b/models.py") == "a/models.py")
    #expect(name("/srv/a/api/models.py", among: "/srv/b/api/models.py", "/srv/c/models.py") == "a/api/models.py")
    #expect(name("/srv/c/models.py", among: "/srv/b/api/models.py") == "c/models.py")
    #expect(name("/models.py", among: "/srv/models.py") == "models.py")
    #expect(name("/srv/models.py", among: "/models.py") == "srv/models.py")
  }

  /// A frame and a breakpoint name one file: the mapping makes them the same.
  @Test func aFileOfTheProcessIsTheLocalOneThatStandsForIt() throws {
    var dialogue = Dialogue(maps: ["/app=/home/me"])
    _ = dialogue.command(.setBreakpoint(.line(file: "/home/me/a/models.py", line: 2), .init()))
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.stop(file: "/app/a/models.py", line: 9)
    #expect(dialogue.state.fileNames.name(of: .local("/home/me/a/models.py")) == "models.py")
    _ = dialogue.command(.setBreakpoint(.line(file: "/home/me/b/models.py", line: 2), .init()))
    let frame = try #require(dialogue.state.selectedFrame)
    #expect(dialogue.state.fileNames.name(of: frame, dialogue.state) == "a/models.py")
  }
}
