import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenMappingsTests {
  /// Stopped in `/srv/app/work.py`, which is not here; the project in `/home/me` has a file of that name.
  private func stopped(
    _ width: Int = 100, _ height: Int = 30, cause: SuspensionReport.Cause = .breakpointOrEntry, lists: Bool = true
  ) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue(width, height)
    dialogue.happen { world in
      world.connect()
      world.stop([("work", "/srv/app/work.py", 24), ("run", "/usr/lib/python3.12/runpy.py", 88)], cause: cause)
      world.handle(
        .sourceRead(.local(LocalPath("/srv/app/work.py")), .failure(CommandFailure("there is no such file"))))
    }
    if lists { list(&dialogue) }
    return dialogue
  }

  private func list(_ dialogue: inout ScreenDialogue, answers: Bool = true) {
    let entries = ["app/work.py", "old/work.py", "other.py"].map { ProjectIndex.Entry($0, file: $0) }
    let root = dialogue.state.settings.root
    dialogue.happen { $0.handle(.projectIndexed(ProjectIndex(root: root, entries: entries, isComplete: true))) }
    if answers { read(&dialogue) }
  }

  /// The texts that are compared come in; those that are not given can't be had.
  private func read(_ dialogue: inout ScreenDialogue, remote: String? = nil, app: String? = nil, old: String? = nil) {
    let files: [(SourceFile, String?)] = [
      (.local(LocalPath("/home/me/app/work.py")), app), (.local(LocalPath("/home/me/old/work.py")), old),
      (.remote(RemotePath("/srv/app/work.py")), remote),
    ]
    for (file, text) in files {
      dialogue.happen {
        $0.handle(.sourceRead(file, text.map { .success($0) } ?? .failure(CommandFailure("it can't be read"))))
      }
    }
  }

  @Test func theFileWithTheSameTextIsAskedAbout() throws {
    var dialogue = try stopped(lists: false)
    list(&dialogue, answers: false)
    #expect(dialogue.screen.popup == nil)
    read(&dialogue, remote: "a = 1\nb = 2\n", app: "a = 1\nb = 3\n", old: "a = 1\nb = 2\n")
    #expect(dialogue.text().contains("/home/me/old/work.py"))
    #expect(dialogue.text().contains("The text: the same."))
    #expect(dialogue.text().contains("p shows 1"))
    dialogue.press("p")
    #expect(dialogue.lines().contains { $0.contains("+ /srv/app -> /home/me/old   text: the same") })
    #expect(dialogue.lines().contains { $0.contains("text: 1 of 2 lines are the same") })
  }

  /// More files of the name than are compared: those are asked about all the same.
  @Test func manyFilesOfTheNameAreNoObstacle() throws {
    var dialogue = try stopped(lists: false)
    let entries = (1...9).map { "part\($0)/work.py" }.map { ProjectIndex.Entry($0, file: $0) }
    let root = dialogue.state.settings.root
    let remote = SourceFile.remote(RemotePath("/srv/app/work.py"))
    dialogue.happen { $0.handle(.sourceRead(remote, .success("a = 1\nb = 2\nc = 3\n"))) }
    dialogue.happen { $0.handle(.projectIndexed(ProjectIndex(root: root, entries: entries, isComplete: true))) }
    for number in 1...9 {
      let text = number == 2 ? "a = 1\nb = 2\nc = 3\n" : "x = \(number)\n"
      let file = SourceFile.local(LocalPath("/home/me/part\(number)/work.py"))
      guard case .underWay? = dialogue.state.sources[file] else { continue }
      dialogue.happen { $0.handle(.sourceRead(file, .success(text))) }
    }
    #expect(dialogue.text().contains("/home/me/part2/work.py"))
    #expect(dialogue.text().contains("The text: the same."))
  }

  @Test func aFileWithAnotherTextIsListedOnly() throws {
    var dialogue = try stopped(lists: false)
    list(&dialogue, answers: false)
    read(&dialogue, remote: "a = 1\nb = 2\nc = 3\n", app: "x = 1\n", old: "y = 1\n")
    #expect(dialogue.screen.popup == nil)
    dialogue.press("P")
    #expect(dialogue.lines().contains { $0.contains("text: 0 of 3 lines are the same") })
  }

  @Test func theFirstStopInAFileThatIsNotHereAsksOnce() throws {
    var dialogue = try stopped()
    #expect(dialogue.text().contains("is not here"))
    #expect(dialogue.text().contains("/home/me/app/work.py"))
    dialogue.press("y")
    #expect(dialogue.commands.contains(.addMapping("/srv=/home/me")))
    #expect(dialogue.state.paths.mappings.count == 1)
    #expect(dialogue.screen.popup == nil)
  }

  @Test func ofSeveralFilesTheOneWithTheSameFunctionsComesFirst() throws {
    var dialogue = try stopped(lists: false)
    func list(_ functions: [(name: String, file: String, line: Int)]) -> [String] {
      let files = ["app/work.py", "old/work.py"].map { ProjectIndex.Entry($0, file: $0) }
      let entries = files + functions.map { ProjectIndex.Entry($0.name, file: $0.file, line: $0.line) }
      let root = dialogue.state.settings.root
      dialogue.happen { $0.handle(.projectIndexed(ProjectIndex(root: root, entries: entries, isComplete: true))) }
      return dialogue.state.mappingSuggestions(for: RemotePath("/srv/app/work.py")).map(\.file.rawValue)
    }
    // By the path alone, by a function of the stack, by the process's own text.
    #expect(list([]) == ["/home/me/app/work.py", "/home/me/old/work.py"])
    #expect(list([("work", "old/work.py", 3)]).first == "/home/me/old/work.py")
    dialogue.happen { world in
      let file = SourceFile.remote(RemotePath("/srv/app/work.py"))
      world.handle(.sourceRead(file, .success("def work():\n    pass\n\ndef other():\n    pass\n")))
    }
    let both = [
      ("work", "old/work.py", 9), ("other", "old/work.py", 20), ("work", "app/work.py", 1), ("other", "app/work.py", 4),
    ]
    #expect(list(both).first == "/home/me/app/work.py")
  }

  @Test func whoSaysNoIsNotAskedAgain() throws {
    var dialogue = try stopped()
    dialogue.press("Esc")
    #expect(dialogue.screen.popup == nil)
    dialogue.happen { $0.stop([("work", "/srv/app/work.py", 25)], cause: .breakpointOrEntry) }
    #expect(dialogue.screen.popup == nil)
    #expect(dialogue.state.paths.mappings.isEmpty)
  }

  @Test func nobodyIsAskedWhileTypingOrWithoutAFileOfThatName() throws {
    var dialogue = try stopped(lists: false)
    dialogue.press(":")
    list(&dialogue)
    #expect(dialogue.screen.popup == nil)
    var other = try stopped(lists: false)
    let root = other.state.settings.root
    other.happen { $0.handle(.projectIndexed(ProjectIndex(root: root, entries: [], isComplete: true))) }
    #expect(other.screen.popup == nil)
  }

  @Test func theListSuggestsAddsAndTakesAway() throws {
    var dialogue = try stopped()
    dialogue.press("p")
    #expect(dialogue.text().contains("Path mappings"))
    #expect(dialogue.lines().contains { $0.contains("/srv/app/work.py") && !$0.contains("->") })
    #expect(dialogue.lines().contains { $0.contains("+ /srv -> /home/me ") })
    // The likeliest is under the cursor.
    dialogue.press("Enter")
    #expect(dialogue.state.paths.mappings == [PathMapping(remote: RemotePath("/srv"), local: LocalPath("/home/me"))])
    #expect(dialogue.lines().contains { $0.contains("  /srv -> /home/me") })
    dialogue.press("g Down")
    dialogue.press("C")
    #expect(dialogue.state.paths.mappings.isEmpty)
    dialogue.press("Esc P g Down Down Enter")
    #expect(dialogue.screen.prompt?.purpose == .mapping)
    dialogue.type("/x=/y")
    dialogue.press("Enter")
    #expect(dialogue.lines().contains { $0.contains("  /x -> /y") })
    dialogue.press("q")
    #expect(dialogue.screen.popup == nil)
  }

  @Test func theMouseTakesASuggestion() throws {
    var dialogue = try stopped()
    dialogue.press("p")
    let row = try #require(dialogue.lines().firstIndex { $0.contains("+ /srv/app -> /home/me/old") })
    dialogue.click(20, row)
    #expect(dialogue.state.paths.mappings.map(\.local) == [LocalPath("/home/me/old")])
  }

  @Test(arguments: [(80, 24), (30, 8), (20, 4), (200, 60)])
  func itFitsAnyScreen(width: Int, height: Int) throws {
    var dialogue = try stopped(width, height)
    dialogue.press("p")
    #expect(dialogue.lines().allSatisfy { DisplayWidth.of($0) <= width })
  }
}
