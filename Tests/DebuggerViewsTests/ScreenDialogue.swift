import CommandLanguage
import DebuggerModel
import TerminalGrid

@testable import DebuggerViews

/// A screen in front of a state that is brought somewhere by events alone; what the screen asks for is carried out.
struct ScreenDialogue {
  var screen: DebuggerScreen
  var world = PaneDialogue()
  /// What came out for others than the debugger.
  private(set) var others: [ViewAction] = []
  /// The commands that came out.
  private(set) var commands: [DebuggerCommand] = []
  var size: Size

  init(_ width: Int = 80, _ height: Int = 24, keys preset: String? = nil, options: ScreenOptions = .init()) throws {
    screen = DebuggerScreen(keyMap: try KeyMapTestFiles.keyMap(preset), options: options)
    size = Size(width: width, height: height)
    world.handle(.listening(host: "0.0.0.0", port: 5678))
    _ = draw()
  }

  var state: DebuggerState { world.state }

  /// Changes the state, and lets the screen follow.
  mutating func happen(_ change: (inout PaneDialogue) -> Void) {
    change(&world)
    screen.absorb(state)
    for command in screen.wanted(state) { world.command(command) }
    screen.absorb(state)
  }

  mutating func input(_ event: InputEvent) {
    for action in screen.handle(event, state: state, size: size) {
      if case .command(let command) = action {
        commands.append(command)
        happen { $0.command(command) }
      } else if case .press(let keys) = action {
        for key in keys { input(.key(key)) }
      } else {
        others.append(action)
      }
    }
    screen.absorb(state)
    for command in screen.wanted(state) { world.command(command) }
  }

  /// Keys by their names, with blanks between them.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      if let key = KeyPress(String(name)) { input(.key(key)) }
    }
  }

  mutating func type(_ text: String) {
    for character in text { input(.key(KeyPress(character: character))) }
  }

  mutating func click(_ x: Int, _ y: Int) {
    input(.mouse(MouseEvent(.press, x: x, y: y)))
    input(.mouse(MouseEvent(.release, x: x, y: y)))
  }

  mutating func draw(clock: Double = 12) -> Grid { screen.draw(state, size: size, clock: clock).grid }

  mutating func lines() -> [String] { draw().lines() }

  mutating func text() -> String { draw().text() }

  /// Stopped at line 24 of a program of 41 lines, with variables, two breakpoints, some output.
  mutating func stopInWork() {
    happen { world in
      world.connect()
      world.handle(.threadStarted(ProcessNumber(1), ThreadID("pid_7_id_2"), name: "worker"))
      world.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 24), BreakpointOptions()))
      world.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 27), BreakpointOptions(condition: "i > 10")))
      world.output("進捗 i=0 total=0\n")
      world.output("WARNING:app:retrying\n", .stderr)
      world.stop(
        [
          ("work", "/srv/app/work.py", 24), ("main", "/srv/app/work.py", 35),
          ("run", "/usr/lib/python3.12/runpy.py", 88), ("<module>", "/srv/app/work.py", 41),
        ], cause: .breakpointOrEntry)
      world.read(Self.program)
      world.load([
        .at("n", value: "20"), .at("i", value: "3"), .at("total", value: "5"),
        .at("data", value: "{'ключ': [1, 2, 3]}", type: "dict", expandable: true),
        .at("root", value: "<Ωmega 0x7f3a>", type: "Ωmega", expandable: true), .at("x", value: "5"),
      ])
    }
  }

  static let program =
    (1...18).map { "# line \($0)\n" }.joined() + """
      def work(n):
          total = 0
          data = {"ключ": [1, 2, 3], "日本": "東京タワー", "emoji": "🐍"}
          root = Ωmega(1.5, "根")
          for i in range(n):
              total += i * i    # 全角コメント: 合計を計
              x = total % 7
              y = x + 1
              if i % 50 == 0:
                  print(i)
              root.add(Ωmega(i))
          return total, data, root


      def main():
          n = 20
          result = work(n)
          print(result)


      if __name__ == "__main__":
          print("start")
          main()

      """
}

/// Whether the status line says a text, or the rows at the bottom do, over their breaks.
func says(_ dialogue: inout ScreenDialogue, _ text: String) -> Bool {
  let rows = dialogue.lines()
  let bottom = rows.suffix(4).map { row in row.drop { $0 == " " } }.joined(separator: " ")
  return rows[0].contains(text) || bottom.contains(text)
}
