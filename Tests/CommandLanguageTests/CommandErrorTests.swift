import CommandLanguage
import Testing

struct CommandErrorTests {
  @Test func anAmbiguousPrefixNamesTheCandidates() {
    #expect(throws: CommandError.ambiguousCommand("di", candidates: ["disable", "display"])) {
      try CommandParser.parse("di 1", mode: .screen)
    }
    #expect(throws: CommandError.ambiguousCommand("page", candidates: ["page-up", "page-down"])) {
      try CommandParser.parse("page", mode: .screen)
    }
  }

  @Test(arguments: [("nxet", "next"), ("brake", "break"), ("zom", "zoom"), ("detatch", "detach")])
  func aSlipOfTheFingerIsToldTheNearestName(typed: String, name: String) {
    let error = #expect(throws: CommandError.self) { try CommandParser.parse(typed, mode: .screen) }
    #expect(error?.description.contains(name) == true)
  }

  @Test(arguments: [
    "run", "leap", "frobnicate", "x-y", "=", "é",
  ])
  func whatIsNotInTheTableIsUnknown(name: String) {
    let error = #expect(throws: CommandError.self) { try CommandParser.parse("\(name) 1", mode: .screen) }
    #expect(error?.description.hasPrefix("unknown command “\(name)”") == true)
  }

  @Test(arguments: [
    "n x", "n 0", "s 1001", "r 9223372036854775808", "c some", "w x", "u x", "u -1", "f", "f x", "thread", "thread a b",
    "process one", "p", "pp", "x",
    "set timeout x", "set return-values",
    "set return_values 1", "set property-trace getters", "set redirect some", "set project-roots app",
    "set condition-errors off",
    "set theme", "set x =", "expand", "expand x 5:2", "undisplay", "undisplay x", "map", "condition", "condition x",
    "ignore 1", "ignore 1 x", "ignore 1 -1", "ignore 1 9223372036854775807", "disable", "enable x", "mute maybe",
    "zoom 2", "focus nowhere", "focus", "focus s", "key", "key F6", "help a b", "quit now", "cl a b",
  ])
  func wrongArgumentsAreRefusedWithTheForm(line: String) throws {
    let error = #expect(throws: CommandError.self) { try CommandParser.parse(line, mode: .screen) }
    #expect(error?.description.contains("the form is: ") == true)
  }

  @Test(arguments: [
    ("b work.py 20", "write work.py:20"), ("b work.py:20 i > 3", "after a comma: work.py:20, i > 3"),
    ("tb a/b.py 3, i", "write a/b.py:3"),
  ])
  func theRightFormOfABreakpointIsNamed(line: String, hint: String) {
    let error = #expect(throws: CommandError.self) { try CommandParser.parse(line, mode: .screen) }
    #expect(error?.description.contains(hint) == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    ("frame", "N"), ("disable", "N"), ("exec", "STMT"), ("reload", "MODULE"), ("ignore", "N"), ("ignore 1", "COUNT"),
    ("set x =", "EXPR"), ("set evaluation-timeout", "what evaluation-timeout is set to"), ("key F6", "COMMAND"),
    ("b work.py:2 if", "the condition"), ("b work.py:2,", "the condition"),
    ("tb 2 hit", "the number of hits after `hit`"),
    ("catch KeyError log", "the expression after `log`"),
  ])
  func itIsSaidWhichPartIsMissing(line: String, what: String) {
    let error = #expect(throws: CommandError.self) { try CommandParser.parse(line, mode: .screen) }
    #expect(error?.description.hasPrefix("\(what) is missing; the form is: ") == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    "wait", "wait lunch", "wait stopped soon", "wait stopped -1", "wait stopped inf", "wait stopped 1 2",
  ])
  func aWaitNeedsAnEventAndASensibleTime(line: String) {
    #expect(throws: CommandError.self) { try CommandParser.parse(line, mode: .batch) }
  }

  @Test func theScreensCommandsAreRefusedInBatchModeAndTheOtherWayRound() {
    #expect(throws: CommandError.wrongMode(command: "zoom", .batch)) { try CommandParser.parse("zoom", mode: .batch) }
    #expect(throws: CommandError.wrongMode(command: "wait", .screen)) {
      try CommandParser.parse("wait stopped", mode: .screen)
    }
  }

  @Test func whatIsProposedCanBeHad() {
    #expect(throws: CommandError.unknownCommand("focsu", nearest: ["focus"])) {
      try CommandParser.parse("focsu", mode: .screen)
    }
    #expect(throws: CommandError.unknownCommand("focsu", nearest: [])) {
      try CommandParser.parse("focsu", mode: .batch)
    }
    #expect(throws: CommandError.unknownCommand("waitt", nearest: ["wait"])) {
      try CommandParser.parse("waitt", mode: .batch)
    }
  }

  @Test func sentencesSayTheMend() {
    #expect(
      CommandError.ambiguousCommand("di", candidates: ["disable", "display", "x"]).description
        == "“di” can be disable, display or x; type more of the name")
    #expect(
      CommandError.wrongMode(command: "wait", .screen).description
        == "`wait` works in batch mode only; run `dialback listen --batch` for it")
    #expect(
      CommandError.missingArgument("N", usage: "frame N").description == "N is missing; the form is: frame N")
  }
}
