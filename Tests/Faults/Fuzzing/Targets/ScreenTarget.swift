import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

@testable import DebuggerViews
@testable import dialback

/// A screen over a state: keys, events of processes, answers to what the state asks, and sizes, in any order.
struct ScreenTarget {
  private var dice: Dice
  private var state = DebuggerState(settings: .init(root: LocalPath("/srv/app")), paths: PathMapper())
  private var screen: DebuggerScreen
  private var size = Size(width: 80, height: 24)
  private var decoder = InputDecoder()
  private var token = 0
  private var asked: [Effect] = []
  private var clock = 0.0

  private static let keyMaps = KeyPresets.names.map { name in
    Result { try KeyPresets.keyMap(name, own: [], places: Places(environment: [:], workingFolder: "/")).map }
  }

  static func run(_ bytes: [UInt8]) throws {
    var target = try ScreenTarget(Dice(bytes))
    var steps = 0
    while !target.dice.isOver, steps < 500 {
      steps += 1
      target.step()
      if steps.isMultiple(of: 6) { try target.draw() }
    }
    _ = target.screen.title(target.state)
  }

  private init(_ dice: Dice) throws {
    self.dice = dice
    let keys = try self.dice.pick(Self.keyMaps).get()
    let options = ScreenOptions(isASCII: self.dice.oneIn(8), canRestart: self.dice.oneIn(2))
    screen = DebuggerScreen(keyMap: keys, options: options)
    screen.setSnippet(["import pydevd", "pydevd.settrace()"], ["import pydevd_pycharm"])
    _ = state.handle(.listening(host: "0.0.0.0", port: 5678))
  }

  private mutating func step() {
    switch dice.number(below: 8) {
    case 0, 1, 2: press()
    case 3, 4:
      asked += state.handle(dice.event())
      follow()
    case 5:
      guard !asked.isEmpty else { return }
      answer(asked.remove(at: dice.number(below: asked.count)))
    case 6:
      let all = asked
      asked = []
      all.forEach { answer($0) }
    default:
      guard dice.oneIn(4) else { return }
      // A wall of a terminal takes its time.
      let isLarge = dice.oneIn(16)
      size = Size(
        width: dice.pick(isLarge ? [120, 200, 300, 500] : [0, 1, 2, 19, 20, 21, 30, 50, 80, 81]),
        height: dice.pick(isLarge ? [40, 60, 100, 200] : [0, 1, 3, 4, 5, 6, 8, 18, 24]))
    }
    if asked.count > 400 { asked.removeFirst(300) }
  }

  private mutating func press() {
    var raw: [UInt8] = []
    for _ in 0...dice.number(below: 6) { raw.append(dice.byte()) }
    if dice.oneIn(16) {
      let button = dice.pick([0, 32, 64, 65, 2])
      let place = "\(1 + dice.number(below: 510));\(1 + dice.number(below: 210))"
      raw = Array("\u{1b}[<\(button);\(place)\(dice.pick(["M", "m"]))".utf8)
    }
    for event in decoder.feed(raw) + decoder.flush() {
      follow()
      for action in screen.handle(event, state: state, size: size) { perform(action, depth: 0) }
      follow()
    }
  }

  private mutating func issue(_ command: DebuggerCommand) {
    token += 1
    asked += state.handle(.command(RequestToken(token), command))
  }

  /// Does what the front end does (`ScreenFrontEnd.perform`).
  private mutating func perform(_ action: ViewAction, depth: Int) {
    switch action {
    case .command(let command): issue(command)
    case .showValue(let path, _): issue(.showValue(path))
    case .showArray(let expression): issue(.array(expression, .beginning))
    case .commandText(let text):
      guard depth < 4, let command = try? CommandParser.parse(text, mode: .screen) else { return }
      switch command {
      case .debugger(let command): issue(command)
      case .sequence(let commands): commands.forEach { issue($0) }
      case .view(let view):
        for action in screen.perform(view, state: state, size: size) { perform(action, depth: depth + 1) }
      default: break
      }
    default: break
    }
  }

  private mutating func answer(_ effect: Effect) {
    guard let event = dice.answer(to: effect) else { return }
    asked += state.handle(event)
    if case .answered(let inquiry, .success(.array(let window))) = event,
      case .array(let expression, _) = inquiry.question
    {
      screen.showTable(ArrayAnswer(expression: expression, frame: inquiry.frame, window: window, token: inquiry.token))
    }
    follow()
  }

  private mutating func follow() {
    for _ in 0..<3 {
      screen.absorb(state)
      for command in screen.wanted(state) { issue(command) }
    }
  }

  /// A frame has the size of the terminal, and nothing in it that a terminal acts on.
  private mutating func draw() throws {
    clock += 0.1
    let grid = screen.draw(state, size: size, clock: clock).grid
    try BrokenPromise.check(grid.size == size, "\(grid.size) instead of \(size)")
    for row in 0..<size.height {
      for cell in grid.row(row) {
        try BrokenPromise.check(
          !TextTarget.isControl(cell.base), "the control character \(cell.base.value) in row \(row)")
      }
    }
  }
}
