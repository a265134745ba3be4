import CommandLanguage
import DebuggerModel
import Glibc
import TerminalGrid
import Testing

@testable import DebuggerViews

/// Whole screens beside pictures of them: each pane at each layout, with text of every width. A picture that shall change is
/// drawn anew by a run with `DIALBACK_DRAW_PICTURES=1`; look at it before it is kept.
@Suite struct ScreenPictureTests {
  static let sizes = [
    Size(width: 30, height: 8), Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 120, height: 40),
    Size(width: 200, height: 60),
  ]

  /// Stopped in a program with Chinese, Korean, combining marks, emoji, Arabic and Hebrew in all that is shown.
  private func scene(_ size: Size) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue(size.width, size.height)
    dialogue.happen { world in
      world.connect()
      world.handle(.threadStarted(ProcessNumber(1), ThreadID("pid_7_id_2"), name: "工作线程-1"))
      world.handle(.threadStarted(ProcessNumber(1), ThreadID("pid_7_id_3"), name: "e\u{301}quipe ❤️"))
      world.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 7), BreakpointOptions()))
      world.command(
        .setBreakpoint(.line(file: "/srv/app/work.py", line: 9), BreakpointOptions(condition: "имя == '日本'")))
      world.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 10), BreakpointOptions(logMessage: "総計")))
      world.command(.addWatch("len(данные)"))
      world.command(.addWatch("נמצא"))
      for line in ["進捗 i=0 合計=0", "\u{1b}[32mgrün\u{1b}[0m 👩‍👩‍👧 🇩🇪 👍🏽", "مرحبا بالعالم", "e\u{301}te\u{301} n\u{303}"] {
        world.output(line + "\n")
      }
      world.output("警告: やり直し\n", .stderr)
      world.stop(
        [
          ("рабочий", "/srv/app/work.py", 7), ("主", "/srv/app/work.py", 14),
          ("run", "/usr/lib/python3.12/runpy.py", 88), ("<module>", "/srv/app/work.py", 17),
        ], cause: .breakpointOrEntry)
      world.read(Self.program)
      world.load([
        .at("имя", value: "'東京タワー、とても長い名前の変数の値なので途中で切れる'", type: "str"),
        .at("данные", value: "{'ключ': [1, 2, 3], '日本': '🐍'}", type: "dict", expandable: true),
        .at("été", value: "'e\u{301}te\u{301}'", type: "str"), .at("שלום", value: "'עולם'", type: "str"),
        .at("emoji", value: "'👩‍👩‍👧 ❤️ 🇩🇪 👍🏽'", type: "str"), .at("합계", value: "5", type: "int"),
      ])
      guard let key = world.state.selectedFrameKey else { return }
      let answers = ["3", "'נמצא'"].enumerated()
      for (index, value) in answers {
        let request = EvaluationRequest(frame: key, expression: "", purpose: .watch(index + 1))
        world.handle(.evaluated(request, .success(.at("", value: value))))
      }
      let token = RequestToken(100)
      world.handle(.command(token, .evaluate("данные['日本']", pretty: true)))
      let request = EvaluationRequest(frame: key, expression: "данные['日本']", purpose: .command(token))
      world.handle(.evaluated(request, .success(.at("", value: "'🐍 東京タワー'", type: "str"))))
    }
    return dialogue
  }

  static let program = """
    # 日本語のコメント、全角
    import sys


    def рабочий(имя):
        합계 = 0  # 한국어
        данные = {"ключ": [1, 2, 3], "日本": "東京タワー", "emoji": "🐍 👩‍👩‍👧 ❤️ 🇩🇪 👍🏽"}
        été = "e\u{301}te\u{301}"  # e\u{301}te\u{301}
        if имя == "日本":
            print(f"{имя}: {합계}")
        שלום = "עולם"  # مرحبا بالعالم
        return данные

    def 主():
        рабочий("東京")

    主()
    """

  @Test(arguments: sizes)
  func eachPaneIsAsInItsPicture(size: Size) throws {
    var pictures: [String] = []
    for pane in PaneName.allCases {
      var dialogue = try scene(size)
      dialogue.screen.focus(pane)
      let grid = dialogue.draw()
      expectWhole(grid)
      pictures.append("== \(pane.rawValue)\n" + grid.text())
    }
    try compare(pictures.joined(), "stop-\(size.width)x\(size.height)")
  }

  @Test(arguments: sizes)
  func theWaitingScreenIsAsInItsPicture(size: Size) throws {
    var dialogue = try ScreenDialogue(size.width, size.height)
    dialogue.screen.setSnippet(
      ["import pydevd", "pydevd.settrace('10.0.0.7', True, True, 5678)"],
      ["import pydevd_pycharm", "pydevd_pycharm.settrace('10.0.0.7', True, True, 5678)"])
    let grid = dialogue.draw()
    expectWhole(grid)
    try compare(grid.text(), "waiting-\(size.width)x\(size.height)")
  }

  /// No wide character is cut in half, at the edge or at a border, and no row is longer than the screen.
  private func expectWhole(_ grid: Grid) {
    for row in grid.lines() { #expect(DisplayWidth.of(row) <= grid.size.width, "\(row)") }
  }

  private func compare(_ text: String, _ name: String, from source: String = #filePath) throws {
    let folder = source.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let path = "\(folder)/Pictures/\(name).txt"
    if getenv("DIALBACK_DRAW_PICTURES") != nil {
      let file = try #require(fopen(path, "w"))
      defer { fclose(file) }
      fputs(text, file)
      return
    }
    let expected = try #require(KeyMapTestFiles.read(path), "there is no picture \(name)")
    let rows = (
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    for (index, pair) in zip(rows.0, rows.1).enumerated() {
      #expect(pair.0 == pair.1, "\(name), row \(index + 1)")
    }
    #expect(rows.0.count == rows.1.count)
  }
}
