import CommandLanguage
import DebuggerModel
import Glibc
import NIOCore
import PydevdWire
import SourcePaths
import TerminalGrid
import TestSupport
import Testing

@testable import DebuggerSession
@testable import DebuggerViews

/// Numbers that no honest process sends and no person means, through all of Dialback: the bytes of a message, the state, the
/// screen. The runs are seeded, so a failing one can be repeated. `DIALBACK_FUZZ=1000` makes a thousand dialogues of each.
struct ForeignNumberTests {
  static var seeds: Range<UInt64> {
    let rounds = getenv("DIALBACK_FUZZ").flatMap { UInt64(String(cString: $0)) }
    return 1..<(min(rounds ?? 12, 1 << 40) + 1)
  }

  @Test(arguments: [Dialect.pydevdSample, .pycharmSample, .oldPycharmSample])
  func noNumberEndsADialogueOrIsShownAsALineThatCannotBe(dialect: Dialect) throws {
    for seed in Self.seeds {
      var dialogue = try NumberDialogue(seed: seed, dialect)
      for _ in 0..<40 { try dialogue.step() }
      #expect(dialogue.oddLines.isEmpty, "seed \(seed): \(dialogue.oddLines)")
    }
  }
}

extension Dialect {
  static let pydevdSample = Dialect(versionReply: "@@BUILD_NUMBER@@")
  static let pycharmSample = Dialect(versionReply: "263.7307.50")
  static let oldPycharmSample = Dialect(versionReply: "191.6183.50")
}

/// One process that says numbers without sense, and somebody who types such numbers.
private struct NumberDialogue {
  private var state: DebuggerState
  private var screen: DebuggerScreen
  private var translator: EventTranslator
  private var memory = StackMemory()
  private let dialect: Dialect
  private var random: SplitMix64
  private var token = 0
  private var sequence = 2
  /// Lines that no source can have, where the state has them all the same.
  private(set) var oddLines: [Int] = []

  private static let process = ProcessNumber(1)
  private static let file = "/srv/app/work.py"
  private static let size = Size(width: 80, height: 24)

  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775806", "-9223372036854775807",
    "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "-10", "-1", "0", "1", "2", "3", "7",
    "4611686018427387904", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296",
    "65536", "1000000000", "+5", "007", "-0", "", "-", "nan", "inf", "-inf", "1e308", "1e-308", "1.5", "٣", "½", "0x10",
  ]

  init(seed: UInt64, _ dialect: Dialect) throws {
    self.dialect = dialect
    random = SplitMix64(seed: seed)
    state = DebuggerState(settings: .init(root: LocalPath("/srv/app")), paths: PathMapper())
    screen = DebuggerScreen(keyMap: try KeyMapTestFiles.keyMap(nil))
    translator = EventTranslator(process: Self.process, dialect: dialect)
    handle(.listening(host: "127.0.0.1", port: 5678))
    handle(.connected(Self.process, ProcessIdentity(peer: "127.0.0.1:5", pydevd: nil, dialect: "pydevd")))
    command("b work.py:3")
  }

  private mutating func number() -> String { Self.numbers.randomElement(using: &random) ?? "" }

  /// Mostly an honest one, so that a dialogue comes further than its first message.
  private mutating func line() -> String { chance(3) ? number() : String(Int.random(in: 1...9, using: &random)) }

  private mutating func chance(_ sides: Int) -> Bool { Int.random(in: 0..<sides, using: &random) == 0 }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

  mutating func step() throws {
    switch Int.random(in: 0..<16, using: &random) {
    case 0...2: receive(.threadSuspend, stop())
    case 3: receive(.threadCreate, "<xml><thread name=\"t\" id=\"\(thread())\" /></xml>")
    case 4: receive(.threadRun, "\(thread())\t\(number())")
    case 5: receive(.writeToConsole, output())
    case 6: receive(.getBreakpointException, pick(["dialback\t\(number()).\(number())\tcondition\tE", "x\t\(stop())"]))
    case 7: receive(.sendCurrExceptionTrace, "\(number())\tE\tm\t\(stop())")
    case 8: receive(CommandID(rawValue: Int.random(in: 99...160, using: &random)), pick([stop(), number()]))
    case 9...12: command(typed())
    case 13: input(.mouse(mouse()))
    case 14: try press()
    default: receive(.threadKill, thread())
    }
    look()
  }

  // MARK: What the process says

  private mutating func thread() -> String { "pid_\(chance(2) ? "7" : number())_id_\(chance(2) ? "1" : number())" }

  private mutating func stop() -> String {
    let reason = chance(4) ? number() : pick(["111", "108", "105", "122", "137", "127"])
    let frames = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let name = pick(["work", "<module>", "<lambda>", "main"])
      return "<frame id=\"\(number())\" name=\"\(name)\" file=\"\(Self.file)\" line=\"\(line())\"></frame>"
    }
    return "<xml><thread id=\"\(thread())\" stop_reason=\"\(reason)\" message=\"E\">\(frames.joined())</thread></xml>"
  }

  private mutating func output() -> String {
    let text = pick([
      "pydev debugger: Breakpoint in line: \(number()) moved to line: \(number()) (in \(Self.file)).",
      "pydev debugger: Trying to add breakpoint to line (\(number())) that is not valid in: \(Self.file).",
      "\u{1b}[\(number());\(number())H\u{1b}[\(number())C\u{1b}[\(number())m\(number())\u{1b}[38;5;\(number())mx",
    ])
    return "<xml><io s=\"\(Quoting.percentEncode(text))\" ctx=\"2\"/></xml>"
  }

  private mutating func receive(_ command: CommandID, _ payload: String) {
    sequence += 2
    let bytes = "\(command.rawValue)\t\(chance(9) ? number() : String(sequence))\t\(payload)\n"
    guard let frame = try? Decoding.frame(bytes),
      let event = try? WireEvent.decode(frame, dialect: dialect, memory: &memory)
    else { return }
    for event in translator.translate(event) { handle(event) }
  }

  private mutating func handle(_ event: DebuggerEvent) {
    for effect in state.handle(event) { answer(effect) }
  }

  /// Does what the driver would have done, with the readings that it has.
  private mutating func answer(_ effect: Effect) {
    switch effect {
    case .loadVariables(let request): handle(.variables(request, .success(variables(request))))
    case .evaluate(let request):
      guard let value = reply(variable("x")).first else { return }
      handle(.evaluated(request, .success(VariableReading.variable(value, path: .root))))
    case .inquire(let inquiry): handle(.answered(inquiry, self.answer(inquiry.question)))
    case .loadStacks(let request):
      let text = "\(line())\twork\t\(Self.file)\n\(number())\tmain\t\(Self.file)"
      let stacks = request.targets.map { ThreadStack(target: $0, frames: .success(StackReading.frames(in: text))) }
      handle(.stacks(request, stacks))
    case .examineException(let query):
      guard let value = reply(variable("x", value: exception())).first else { return }
      handle(.exceptionExamined(query, ExceptionProbe.answer(value, to: query.question)))
    case .readSource(let path): handle(.sourceRead(.local(path), .success(Self.program)))
    case .resume(let number, let thread, _): if chance(2) { handle(.resumed(number, thread)) }
    case .compareFile(let key, let remote, let local):
      handle(.fileCompared(key.process, remote, local, differs: false, isNewer: false))
    case .setBreakpoint(let process, let breakpoint):
      handle(.breakpointPlaced(process, breakpoint.number, .set))
    default: break
    }
  }

  private static let program =
    "import os\n\ndef work(a):\n    x = g(a) + h(a,\n        2)\n    return x\n\nwork(\n    1)\n"

  private mutating func variable(_ name: String, value: String? = nil) -> String {
    let value = Quoting.percentEncode("int: \(value ?? number())")
    let shape = chance(2) ? " shape=\"\(number())\" isContainer=\"True\"" : ""
    return "<var name=\"\(name)\" type=\"int\" value=\"\(Quoting.percentEncode(value))\"\(shape) />"
  }

  private mutating func variables(_ request: VariableRequest) -> VariableList {
    let names = ["a", "x", number(), "__len__", "len()", "k (\(number()))", "more", "0", "1"]
    let wire = reply(names.map { variable($0) }.joined())
    guard case .elements(let range) = request.part else { return VariableReading.list(wire, path: request.path) }
    return VariableReading.elements(wire, path: request.path, in: range, isWhole: dialect.pagesByOffset)
  }

  private func reply(_ variables: String) -> [WireVariable] {
    let frame = Frame(command: .getFrame, sequence: 1, payload: "<xml>\(variables)</xml>")
    return (try? GetFrame(thread: "t", frame: "f").reply(from: frame, dialect: dialect)) ?? []
  }

  private mutating func answer(_ question: Inquiry.Question) -> Result<Inquiry.Answer, CommandFailure> {
    switch question {
    case .array: ArrayReading.read(array()).map { .array($0) }
    case .referrers: ReferrerReading.read("{\"count\": \(number()), \"referrers\": [[\"a\", \"b\", \"c\"]]}")
    case .jumpTargets: .success(.lines([line(), line()].compactMap { WireNumber.line($0) }))
    default: .success(.text(WholeText.read("\(number()) text")))
    }
  }

  private mutating func array() -> String {
    let (row, column) = (chance(2) ? "0" : number(), chance(2) ? "0" : number())
    let (rows, columns) = (chance(2) ? "9223372036854775807" : number(), chance(2) ? "9223372036854775807" : number())
    return """
      {"type": "T", "shape": [\(number()), \(rows)], "dtype": null, "rows": \(rows), "columns": \(columns),
      "row_offset": \(row), "column_offset": \(column), "row_labels": ["a"], "column_labels": ["b", "c"],
      "cells": [["1", "2"]]}
      """
  }

  /// What ``ExceptionProbe`` is answered: hexadecimal, with the separators 30 and 31.
  private mutating func exception() -> String {
    let chain = ["", "E", "m", "work", Self.file, number(), "main", Self.file, line()]
    let stood = ["1", "work", Self.file, number()].joined(separator: "\u{1f}")
    let text = chain.joined(separator: "\u{1f}") + "\u{1e}" + stood
    return "[" + text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "]"
  }

  // MARK: What somebody types

  private mutating func typed() -> String {
    pick([
      "list", "list \(number())", "l work.py:\(number())", "until", "until \(number())", "into", "into \(number())",
      "u", "d", "u \(number())", "d \(number())", "f \(number())", "where", "jump", "jump \(number())", "n",
      "s \(number())",
      "array xs", "array xs \(number()):\(number())", "array xs 0:9223372036854775807, 0:9223372036854775807",
      "expand x \(number()):\(number())", "locals", "b \(number())", "b 3 hit \(number())", "ignore 1 \(number())",
      "condition \(number()) x", "clear \(number())", "thread \(number())", "process \(number())", "threads", "stacks",
      "set timeout \(number())", "set value-total \(number())", "display x", "undisplay \(number())", "catch *",
      "exception", "referrers x", "p x", "c", "kill", "pause", "freeze", "thaw",
    ])
  }

  private mutating func command(_ text: String) {
    guard case .debugger(let command)? = try? CommandParser.parse(text, mode: .screen) else { return }
    token += 1
    handle(.command(RequestToken(token), command))
  }

  private mutating func mouse() -> MouseEvent {
    let kinds: [MouseEvent.Kind] = [.press, .drag, .release, .wheelUp, .wheelDown]
    let places = [0, 1, 12, 79, 80, 1 << 24, 65_535]
    return MouseEvent(
      kinds.randomElement(using: &random) ?? .press, x: places.randomElement(using: &random) ?? 0,
      y: places.randomElement(using: &random) ?? 0)
  }

  private mutating func press() throws {
    let keys = [
      "Up", "Down", "PgDn", "End", "Home", "G", "g", "l", "h", "Enter", "Esc", "1", "3", "5", "Tab", "L", "z", "+",
    ]
    for _ in 0..<3 { if let key = KeyPress(pick(keys)) { input(.key(key)) } }
    if chance(3) { for character in number() { input(.key(KeyPress(character: character))) } }
  }

  private mutating func input(_ event: InputEvent) {
    for case .command(let command) in screen.handle(event, state: state, size: Self.size) {
      token += 1
      handle(.command(RequestToken(token), command))
    }
  }

  // MARK: What is seen of it

  private mutating func look() {
    screen.absorb(state)
    for command in screen.wanted(state) {
      token += 1
      handle(.command(RequestToken(token), command))
    }
    screen.absorb(state)
    let grid = screen.draw(state, size: Self.size, clock: 12).grid
    #expect(grid.size == Self.size)
    for pane in PaneHostileTests.allPanes() {
      var pane = pane
      _ = pane.drawn(state, Self.size.width, Self.size.height)
    }
    let stops = state.processes.flatMap(\.threads).compactMap { $0.suspension ?? $0.leaving }
    let samples = state.processes.flatMap(\.threads).compactMap { $0.sample?.value }
    let frames = stops.flatMap(\.frames) + samples.joined()
    oddLines += frames.map(\.line).filter { !(0...Int(Int32.max)).contains($0) }
    oddLines += state.breakpoints.filter { $0.function == nil }.map(\.line).filter { !LineNumber.all.contains($0) }
  }
}

/// Bytes to one message, as the connection has it.
private enum Decoding {
  static func frame(_ text: String) throws -> Frame? {
    var decoder = FrameDecoder()
    var buffer = ByteBuffer(string: text)
    return try decoder.decode(buffer: &buffer)
  }
}
