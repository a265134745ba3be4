import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

/// Text that a debuggee could send to break out of its pane.
struct PaneHostileTests {
  static let texts = [
    "\u{1b}[2J\u{1b}[H", "\u{9b}31m", "\u{7}\u{8}\u{c}", "\u{301}x", "\u{202e}abc", "👩\u{200d}👩\u{200d}👧", "東東東東東東東東",
    "a\tb\tc", "x\r\ny\rz\n", "e\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{0}", "\u{1fae8}\u{e0001}",
    String(repeating: "long ", count: 20_000),
  ]

  static func allPanes() -> [any PaneView] {
    [
      SourcePane(), VariablesPane(), WatchesPane(), StackPane(), BreakpointsPane(), ThreadsPane(), ConsolePane(),
      EvaluationPane(),
    ]
  }

  private func state(_ text: String) -> DebuggerState {
    var dialogue = PaneDialogue()
    dialogue.command(.setBreakpoint(.line(file: text, line: 3), BreakpointOptions(condition: text)))
    dialogue.connect(name: text)
    dialogue.stop([(text, "/srv/app/\(text).py", 1), (text, "/srv/app/work.py", 2)])
    if let file = dialogue.state.shownSource { dialogue.read("\(text)\n\t\(text)\n", file: file) }
    dialogue.load([.at(text, value: text, type: text, expandable: true), .at("e", value: text, isError: true)])
    dialogue.command(.addWatch(text))
    dialogue.command(.evaluate(text, pretty: false))
    dialogue.output(text)
    dialogue.output("\(text)\n", .stderr)
    dialogue.handle(.notice(nil, text, isWarning: true))
    return dialogue.state
  }

  @Test(arguments: texts)
  func nothingIsDrawnOutsideOfThePane(text: String) {
    let state = state(text)
    for pane in Self.allPanes() {
      for width in [3, 17, 60] { check(pane, state, width) }
    }
  }

  private func check(_ pane: any PaneView, _ state: DebuggerState, _ width: Int) {
    var pane = pane
    let inner = Rect(x: 2, y: 1, width: width, height: 6)
    pane.resize(to: inner.size)
    pane.absorb(state)
    var grid = Grid(Size(width: width + 4, height: 8))
    grid.fill(grid.rect, with: "#")
    grid.fill(inner)
    pane.draw(in: inner, on: &grid, PaneContext(state: state, glyphs: .unicode, isFocused: true, size: inner.size))
    for y in 0..<8 {
      for x in 0..<width + 4 where !inner.contains(Point(x: x, y: y)) {
        #expect(grid[x, y] == Cell("#"), "\(pane.name) at \(x), \(y)")
      }
    }
    #expect(!grid.text().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7f..<0xa0).contains($0.value) })
  }

  /// Any key at any time, in windows of any size.
  @Test(arguments: 0..<8)
  func noSequenceOfKeysAndSizesFails(seed: Int) {
    var random = Random(state: UInt64(seed) &* 7919 &+ 1)
    var panes = Self.allPanes()
    let states = [DebuggerState.empty] + Self.texts.prefix(8).map(state)
    for _ in 0..<400 {
      let state = states[random.below(states.count)]
      let size = Size(width: random.below(90), height: random.below(30))
      let index = random.below(panes.count)
      act(on: &panes[index], state, size, &random)
    }
  }

  private func act(on pane: inout any PaneView, _ state: DebuggerState, _ size: Size, _ random: inout Random) {
    let context = PaneContext(state: state, glyphs: .unicode, isFocused: true, size: size)
    pane.resize(to: size)
    pane.absorb(state)
    _ = pane.wanted(state)
    let commands = ViewCommand.Movement.allCases.map(ViewCommand.move) + Self.commands
    _ = pane.handle(commands[random.below(commands.count)], context)
    _ = pane.click(column: random.below(90), row: random.below(30), context)
    if random.below(4) == 0 { _ = pane.find("a", backwards: random.below(2) == 0, context) }
    var grid = Grid(size)
    pane.draw(in: grid.rect, on: &grid, context)
    #expect(grid.size == size)
    #expect(pane.commands(context).count < 20)
    #expect(!pane.title(state).isEmpty)
    _ = pane.remark(state)
  }

  private static let commands: [ViewCommand] = [
    .open, .expand, .collapse, .toggleBreakpoint, .editBreakpoint, .printWord, .addWatch, .setValue, .showFullValue,
    .copy, .runToCursor, .executionPoint, .enableOrDisable, .delete, .toggleLibraryFrames, .cancel, .goToLine,
  ]

  /// A small generator, so that a failure can be repeated.
  private struct Random {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}

extension DebuggerState {
  /// Before anything has happened.
  fileprivate static var empty: DebuggerState { PaneDialogue().state }
}
