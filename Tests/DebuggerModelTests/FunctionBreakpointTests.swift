import DebuggerModel
import SourcePaths
import Testing

@Suite struct FunctionBreakpointTests {
  private let file = SourceFile.local("/home/me/shop/till.py")
  private let text = """
    def total(
        goods,
    ):
        \"\"\"All of them.\"\"\"
        return sum(goods)


    class Till:
        @property
        def total(self):
            async def later(): pass
            return 1

    def main(): return 0
    """

  private func set(_ name: String, _ dialogue: inout Dialogue) -> [Effect] {
    dialogue.command(.setBreakpoint(.function(name), .init()))
  }

  @Test(arguments: [
    ("total", 5), ("Till.total", 11), ("till.total", 5), ("shop.till.Till.total", 11), ("later", 11), ("main", 14),
    ("Till.total.later", 11), ("till.main", 14),
  ])
  func aNameMeansTheBodyOfItsFunction(name: String, line: Int) {
    var dialogue = Dialogue()
    _ = dialogue.state.handle(.sourceRead(file, .success(text)))
    _ = set(name, &dialogue)
    #expect(dialogue.state.breakpoints.map(\.line) == [line])
    #expect(dialogue.state.breakpoints.first?.function == name)
  }

  @Test(arguments: ["Till.main", "other.total", "Tota", "shop.total"])
  func anotherNameIsNotMeant(name: String) {
    var dialogue = Dialogue()
    _ = dialogue.state.handle(.sourceRead(file, .success(text)))
    _ = set(name, &dialogue)
    #expect(dialogue.state.breakpoints.first?.isPlaced == false)
  }

  @Test func aFunctionOfNoKnownFileIsLookedForAndPlacedWhenItsFileComesIn() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    let effects = set("till.total", &dialogue)
    #expect(effects.contains(.findDefinition("total", root: LocalPath("/home/me"))))
    #expect(dialogue.state.breakpoints.first?.state == .pending)
    #expect(dialogue.state.breakpoints.first?.message == "function till.total is looked for in the project")
    #expect(!effects.contains { if case .setBreakpoint = $0 { true } else { false } })
    let found = dialogue.state.handle(.definitionFound("total", [LocalPath("/home/me/shop/till.py")]))
    #expect(found.contains(.readSource(LocalPath("/home/me/shop/till.py"))))
    let placed = dialogue.state.handle(.sourceRead(file, .success(text)))
    let sent = placed.compactMap { if case .setBreakpoint(_, let sent) = $0 { sent.line } else { nil } }
    #expect(sent == [5])
    #expect(dialogue.state.breakpoints.first?.state == .set)
  }

  @Test func aFunctionThatIsNotThereIsSaidNotToBeOnceTheProjectHasBeenLookedThrough() {
    var dialogue = Dialogue()
    _ = set("total", &dialogue)
    let words = "no function total in the files that are known"
    let told = dialogue.state.handle(.definitionFound("total", []))
    #expect(dialogue.state.breakpoints.first?.message == words)
    let reports = told.compactMap { if case .announce(.breakpoint(let report)) = $0 { report.message } else { nil } }
    #expect(reports == [words])
    // The next look finds nothing, either: nothing is new.
    #expect(dialogue.state.handle(.definitionFound("total", [])).isEmpty)
  }

  @Test func aProcessThatConnectsIsAReasonToLookAgain() {
    var dialogue = Dialogue()
    _ = set("total", &dialogue)
    let effects = dialogue.connect()
    #expect(effects.contains(.findDefinition("total", root: LocalPath("/home/me"))))
    #expect(!effects.contains { if case .setBreakpoint = $0 { true } else { false } })
  }

  @Test func theBreakpointFollowsItsFunction() {
    var dialogue = Dialogue()
    _ = dialogue.state.handle(.sourceRead(file, .success(text)))
    _ = set("total", &dialogue)
    _ = dialogue.connect()
    let effects = dialogue.state.handle(.sourceRead(file, .success("import sys\n" + text)))
    #expect(dialogue.state.breakpoints.first?.line == 6)
    #expect(effects.contains { if case .removeBreakpoint(_, _, _, line: 5) = $0 { true } else { false } })
  }

  @Test func itIsKeptByItsNameAndClearedByIt() {
    var dialogue = Dialogue()
    let effects = set("total", &dialogue)
    let record = BreakpointRecord(file: .local(""), line: 0, options: .init(), function: "total")
    #expect(effects.contains(.saveBreakpoints([record])))
    var other = Dialogue()
    let restored = other.state.handle(.breakpointsRestored([record]))
    #expect(other.state.breakpoints.first?.function == "total")
    #expect(restored.contains(.findDefinition("total", root: LocalPath("/home/me"))))
    _ = other.command(.clearBreakpointsAt(.function("total")))
    #expect(other.state.breakpoints.isEmpty)
  }
}
