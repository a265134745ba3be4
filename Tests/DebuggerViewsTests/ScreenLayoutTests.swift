import CommandLanguage
import TerminalGrid
import Testing

@testable import DebuggerViews

/// Layouts, drawn: each pane by the first letter of its name, rules with titles as `=`, vertical ones as `|`.
@Suite struct ScreenLayoutTests {
  private let order: [PaneName] = [
    .source, .variables, .stack, .console, .breakpoints, .watches, .threads, .evaluation,
  ]

  private func layout(_ width: Int, _ height: Int, weights: LayoutWeights = .init(), zoomed: PaneName? = nil) -> Layout
  {
    let recency = [zoomed].compactMap(\.self) + order.filter { $0 != zoomed }
    return Layout(
      size: Size(width: width, height: height), weights: weights, recency: recency, isZoomed: zoomed != nil)
  }

  /// One character for `columns` by `rows` cells.
  private func drawn(_ layout: Layout, columns: Int, rows: Int) -> String {
    var grid = Grid(layout.size)
    grid.fill(layout.status, with: "^")
    grid.fill(layout.hints, with: "_")
    for slot in layout.slots {
      grid.fill(slot.rule, with: "=")
      grid.fill(slot.content, with: slot.shown.rawValue.unicodeScalars.first ?? "?")
    }
    for split in layout.splits where split.isVertical {
      grid.fill(Rect(x: split.rect.x + split.cut, y: split.rect.y, width: 1, height: split.rect.height), with: "|")
    }
    return stride(from: 0, to: layout.size.height, by: rows).map { y in
      stride(from: 0, to: layout.size.width, by: columns).map { grid[$0, y].text }.joined() + "\n"
    }.joined()
  }

  @Test func at80By24TheSourceHasTwelveRowsOverTheWholeWidth() throws {
    let layout = layout(80, 24)
    #expect(
      drawn(layout, columns: 8, rows: 1) == """
        ^^^^^^^^^^
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ssssssssss
        ======|===
        vvvvvv|sss
        vvvvvv|sss
        vvvvvv|sss
        vvvvvv|sss
        vvvvvv|sss
        vvvvvv|sss
        ==========
        cccccccccc
        cccccccccc
        __________

        """)
    #expect(layout.slot(of: .source)?.content == Rect(x: 0, y: 1, width: 80, height: 12))
    #expect(layout.slot(of: .threads)?.panes == [.stack, .threads])
  }

  @Test func at120By40ThereAreTwoColumns() {
    let drawing = drawn(layout(120, 40), columns: 10, rows: 3)
    #expect(
      drawing == """
        ^^^^^^^^^^^^
        ssssssss|vvv
        ssssssss|vvv
        ssssssss|vvv
        ssssssss|vvv
        ssssssss|vvv
        ssssssss|vvv
        ssssssss|sss
        ssssssss|sss
        ssssssss|sss
        cccccccc|bbb
        cccccccc|bbb
        cccccccc|bbb
        ____________

        """)
  }

  @Test func at200By60EveryPaneIsSeen() {
    let drawing = drawn(layout(200, 60), columns: 10, rows: 4)
    #expect(
      drawing == """
        ^^^^^^^^^^^^^^^^^^^^
        ttttssssssssssvvvvvv
        ttttssssssssssvvvvvv
        ttttssssssssssvvvvvv
        ttttssssssssssvvvvvv
        ttttssssssssssvvvvvv
        bbbbssssssssssvvvvvv
        bbbbssssssssssvvvvvv
        bbbbsssssssssswwwwww
        bbbbsssssssssswwwwww
        bbbbsssssssssswwwwww
        bbbbsssssssssswwwwww
        ssssss|ccccccceeeeee
        ssssss|ccccccceeeeee
        ssssss|ccccccceeeeee

        """)
    #expect(Set(layout(200, 60).slots.map(\.shown)) == Set(PaneName.allCases))
  }

  @Test func aZoomedPaneHasAllTheRoomAndKeepsItsTabs() throws {
    let layout = layout(120, 40, zoomed: .console)
    #expect(layout.slots.count == 1)
    #expect(layout.slots.first?.panes == [.console, .evaluation])
    #expect(layout.slots.first?.content == Rect(x: 0, y: 2, width: 120, height: 37))
  }

  @Test(arguments: [(59, 40), (80, 15), (20, 4), (40, 300)]) func aSmallScreenShowsOnePaneAndABar(
    width: Int, height: Int
  ) {
    let layout = layout(width, height)
    #expect(layout.slots.count == 1)
    #expect(layout.slots.first?.panes == PaneName.allCases)
  }

  @Test(arguments: [(19, 24), (80, 3), (0, 0)]) func belowTheLeastSizeThereIsNoPane(width: Int, height: Int) {
    #expect(layout(width, height).isTooSmall)
  }

  @Test(arguments: [(80, 24), (99, 29), (100, 30), (179, 50), (180, 30), (300, 100)])
  func nothingOverlapsAndNoCellIsLeftOver(width: Int, height: Int) {
    let layout = layout(width, height)
    var count = Array(repeating: 0, count: width * height)
    let rules = layout.splits.filter(\.isVertical).map { split in
      Rect(x: split.rect.x + split.cut, y: split.rect.y, width: 1, height: split.rect.height)
    }
    let areas = [layout.status, layout.hints] + layout.slots.flatMap { [$0.rule, $0.content] } + rules
    for area in areas {
      for y in area.rows { for x in area.columns { count[y * width + x] += 1 } }
    }
    #expect(count.allSatisfy { $0 == 1 })
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)]) func aPaneThatGrowsAndShrinksAgainIsAsBefore(
    width: Int, height: Int
  ) throws {
    for pane in PaneName.allCases {
      var weights = LayoutWeights()
      let before = layout(width, height)
      let first = before.grow(pane, isVertical: false, by: 1, &weights)
      #expect(first)
      let grown = layout(width, height, weights: weights)
      let rows = try #require(before.slot(of: pane)).content.height
      #expect(grown.slot(of: pane)?.content.height == rows + 1)
      #expect(grown.grow(pane, isVertical: false, by: -1, &weights))
      #expect(layout(width, height, weights: weights) == before)
    }
  }

  @Test func aBorderCanBeDraggedButNoPaneVanishes() throws {
    var weights = LayoutWeights()
    let layout = layout(120, 40)
    let split = try #require(layout.border(at: Point(x: 80, y: 10)))
    #expect(split.border == .twoColumns)
    layout.drag(split.border, to: Point(x: 60, y: 10), &weights)
    #expect(self.layout(120, 40, weights: weights).slot(of: .source)?.content.width == 60)
    layout.drag(split.border, to: Point(x: 500, y: 10), &weights)
    #expect(self.layout(120, 40, weights: weights).slot(of: .variables)?.content.width == 8)
  }

  @Test func aNewScreenRemembersTheLayoutAndWhatWasTypedButNotWhatProgramsWereTold() throws {
    var dialogue = try ScreenDialogue(120, 40)
    dialogue.press("> > > >")
    dialogue.press(": w h Enter")
    dialogue.screen.history.add("a password", for: .programInput)
    let memory = dialogue.screen.memory
    #expect(!memory.borders.isEmpty)
    #expect(memory.history == ["command": ["wh"]])
    var other = try ScreenDialogue(120, 40)
    let before = other.screen.layout
    other.screen.restore(memory)
    #expect(other.screen.layout != before)
    #expect(other.screen.layout == dialogue.screen.layout)
    #expect(other.screen.history.entries(for: .command) == ["wh"])
    other.screen.restore(
      ScreenMemory(borders: ["none": 3, "twoColumns": 5000], history: ["input": ["x"], "q": ["x"]]))
    #expect(other.screen.memory == memory)
  }
}
