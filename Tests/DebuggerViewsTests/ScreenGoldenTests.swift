import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

/// Whole screens. Those that are wider than a line of code are compared column by column.
@Suite struct ScreenGoldenTests {
  private func stopped(_ width: Int, _ height: Int) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue(width, height)
    dialogue.stopInWork()
    return dialogue
  }

  @Test func stoppedAt80By24() throws {
    var dialogue = try stopped(80, 24)
    #expect(
      dialogue.text() == """
         ■ STOPPED breakpoint #1 │ MainThread 1/2 │ work.py:24 work() │ pid 7 │ :5678 ✓
         20       total = 0                                    total=5
         21       data = {"ключ": [1, 2, 3], "日本": "東京タワー", "emoji": "🐍"}
         22       root = Ωmega(1.5, "根")                      root=<Ωmega 0x7f3a>
         23       for i in range(n):                           i=3  n=20
        ●24 ►         total += i * i    # 全角コメント: 合計を計  total=5  i=3
         25           x = total % 7
         26           y = x + 1
        ◆27           if i % 50 == 0:                          [i > 10]
         28               print(i)
         29           root.add(Ωmega(i))
         30       return total, data, root
         31
        ─[1]Variables──2 Watches──4 Breakpoints (2)─────┬─[3]Stack──5 Threads (2)───────
           n     = 20                                   │ ► work      work.py:24
           i     = 3                                    │   main      work.py:35
           total = 5                                    │   — 1 library frame hidden (a)
         ▸ data  = {'ключ': [1, 2, 3]}                  │   <module>  work.py:41
         ▸ root  = <Ωmega 0x7f3a>                       │
           x     = 5                                    │
        ─[6]Console──7 Eval─────────────────────────────┴───────────── 3 lines ⇣follow ─
         進捗 i=0 total=0
         WARNING:app:retrying
         n over s into f out c cont b brk B edit brk t here p print : cmds ? help

        """)
  }

  @Test func rolesAt80By24() throws {
    var dialogue = try stopped(80, 24)
    #expect(
      dialogue.draw().roleLetters() == """
         SSSSSSSSSSSSSSSSSSSSSSSddd.......... ...ddd.......... ......ddd... .ddd+++++++
         gg       ..... . n                                    iiiiiii
         gg       .... . .qqqqqq. .n. n. n.. qqqqqq. qqqqqqqqqqqq. qqqqqqq. qqqq.
         gg       .... . ......nnn. qqqq.                      iiiiiiiiiiiiiiiiiii
         gg       kkk . kk bbbbb....                           iiiiiiiii
        Bgg x         ..... .. . . .    ########################  iiiiiiiiiiii
         gg           . . ..... . n
         gg           . . . . n
        Bgg           kk . . nn .. n.                          dddddddd
         gg               bbbbb...
         gg           ..................
         gg       kkkkkk ...... ..... ....
         gg
        -tttttttttttt--ddddddddd--ddddddddddddddddd-------tttttttt--ddddddddddddd-------
           v    ddd..                                   - x DDDD      ..........
           v    ddd.                                    -   ....      ..........
           vvvvvddd.                                    -   dddddddddddddddddddddddddddd
         d vvvv ddd........ ... .. ...                  -   ........  ..........
         d vvvv ddd...... .......                       -
           v    ddd.                                    -
        -tttttttttt--dddddd-------------------------------------------ddddddddddddddddd-
         oooooooooooooooo
         eeeeeeeeeeeeeeeeeeee
        hHhhhhhhHhhhhhhHhhhhhHhhhhhhHhhhhhHhhhhhhhhhhHhhhhhhHhhhhhhhHhhhhhhHhhhhhhhhhhhh

        """)
  }

  @Test func waitingAt80By24() throws {
    var dialogue = try ScreenDialogue(80, 24)
    dialogue.screen.setSnippet(
      ["import pydevd", "pydevd.settrace('10.0.0.7', True, True, 5678)"],
      ["import pydevd_pycharm", "pydevd_pycharm.settrace('10.0.0.7', True, True, 5678)"])
    dialogue.happen { world in
      world.command(.addMapping("/srv/app=/home/me/app"))
      world.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 24), BreakpointOptions()))
    }
    let rows = dialogue.draw().text(in: Rect(x: 0, y: 0, width: 80, height: 13))
    #expect(
      rows == """
         ◌ LISTENING 0.0.0.0:5678 │ no client yet (00:12)
          Listening on 0.0.0.0:5678 for 00:12
          In the process to debug, with pydevd installed:   (y copies this)
            import pydevd
            pydevd.settrace('10.0.0.7', True, True, 5678)
          or, with pydevd-pycharm:
            import pydevd_pycharm
            pydevd_pycharm.settrace('10.0.0.7', True, True, 5678)
          Path map  here /home/me/app ⇄ there /srv/app
          1 breakpoint armed




        """)
    #expect(dialogue.lines()[23] == " y copy m file P paths Tab panes q quit : cmds ? help")
  }

  @Test func leftColumnAt120By40() throws {
    var dialogue = try stopped(120, 40)
    #expect(
      dialogue.draw().text(in: Rect(x: 0, y: 1, width: 81, height: 38)) == """
        ─ /srv/app/work.py ────────────────────────────────────────────────── 41 lines ─┬
         16   # line 16                                                                 │
         17   # line 17                                                                 │
         18   # line 18                                                                 │
         19   def work(n):                                     n=20                     │
         20       total = 0                                    total=5                  │
         21       data = {"ключ": [1, 2, 3], "日本": "東京タワー", "emoji": "🐍"}       │
         22       root = Ωmega(1.5, "根")                      root=<Ωmega 0x7f3a>      │
         23       for i in range(n):                           i=3  n=20                │
        ●24 ►         total += i * i    # 全角コメント: 合計を計  total=5  i=3          │
         25           x = total % 7                                                     │
         26           y = x + 1                                                         │
        ◆27           if i % 50 == 0:                          [i > 10]                 │
         28               print(i)                                                      │
         29           root.add(Ωmega(i))                                                │
         30       return total, data, root                                              │
         31                                                                             │
         32                                                                             │
         33   def main():                                                               │
         34       n = 20                                                                ├
         35       result = work(n)                                                      │
         36       print(result)                                                         │
         37                                                                             │
         38                                                                             │
         39   if __name__ == "__main__":                                                │
         40       print("start")                                                        │
         41       main()                                                                │
        ─[6]Console──7 Eval─────────────────────────────────────────── 3 lines ⇣follow ─┤
         Connected: process 1 (pid 7, 10.0.0.1:5, pydevd 3.5.0)                         ├
         進捗 i=0 total=0                                                               │
         WARNING:app:retrying                                                           │
                                                                                        │
                                                                                        │
                                                                                        │
                                                                                        │
                                                                                        │
                                                                                        │
                                                                                        │

        """)
  }

  @Test func rightColumnAt120By40() throws {
    var dialogue = try stopped(120, 40)
    #expect(
      dialogue.draw().text(in: Rect(x: 80, y: 1, width: 40, height: 38)) == """
        ┬─[1]Variables──2 Watches───────────────
        │   n     = 20
        │   i     = 3
        │   total = 5
        │ ▸ data  = {'ключ': [1, 2, 3]}
        │ ▸ root  = <Ωmega 0x7f3a>
        │   x     = 5
        │ ▸ globals
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        ├─[3]Stack──5 Threads (2)───────────────
        │ ► work      work.py:24
        │   main      work.py:35
        │   — 1 library frame hidden (a)
        │   <module>  work.py:41
        │
        │
        │
        ┤
        ├─[4]Breakpoints (2)────────────────────
        │ 1 ● work.py:24  1 hit
        │ 2 ◆ work.py:27  if i > 10
        │
        │
        │
        │
        │
        │
        │

        """)
    #expect(
      dialogue.lines()[39]
        == " n over s into f out c cont b brk B edit brk t here p print H exec line w watch / find L line m file : cmds ? help"
    )
  }

  @Test func sidesAt200By60() throws {
    var dialogue = try stopped(200, 60)
    let grid = dialogue.draw()
    #expect(
      grid.text(in: Rect(x: 0, y: 1, width: 34, height: 26)) == """
        ─[5]Threads (2)──────────────────┬
         [1] pid 7, 10.0.0.1:5, pydevd 3»│
         ► MainThread    stopped, breakp»│
           worker        running         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
        ─[4]Breakpoints (2)──────────────┤
         1 ● work.py:24  1 hit           │
         2 ◆ work.py:27  if i > 10       │
                                         │

        """)
    #expect(
      grid.text(in: Rect(x: 136, y: 1, width: 64, height: 32)) == """
        ┬─[1]Variables──────────────────────────────────────────────────
        │   n     = 20                                               int
        │   i     = 3                                                int
        │   total = 5                                                int
        │ ▸ data  = {'ключ': [1, 2, 3]}                             dict
        │ ▸ root  = <Ωmega 0x7f3a>                                 Ωmega
        │   x     = 5                                                int
        │ ▸ globals
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        │
        ├─[2]Watches────────────────────────────────────────────────────
        │ no watches
        │
        │

        """)
  }

  @Test func bottomAt200By60() throws {
    var dialogue = try stopped(200, 60)
    let grid = dialogue.draw()
    #expect(
      grid.text(in: Rect(x: 0, y: 45, width: 110, height: 7)) == """
        ─[3]Stack────────────────────────┴──────────────────────────┬─[6]Console──────────────────────────────────────
         ► work      work.py:24                                     │ Connected: process 1 (pid 7, 10.0.0.1:5, pydevd
           main      work.py:35                                     │ 進捗 i=0 total=0
           — 1 library frame hidden (a)                             │ WARNING:app:retrying
           <module>  work.py:41                                     │
                                                                    │
                                                                    │

        """)
    #expect(
      grid.text(in: Rect(x: 110, y: 45, width: 90, height: 4)) == """
        ──────── 3 lines ⇣follow ─┼─[7]Eval──────────────────────────────────────── frame work() ─
        3.5.0)                    │ nothing evaluated yet
                                  │
                                  │

        """)
  }

  @Test func onePaneAt50By16() throws {
    var dialogue = try stopped(50, 16)
    #expect(
      dialogue.text() == """
         ■ STOPPED breakpoint #1 │ work.py:24 work()
        ─ Source ──1──2──3──4──5──6──7───────── 41 lines ─
         20       total = 0                total=5
         21       data = {"ключ": [1, 2, 3], "日本": "東 »
         22       root = Ωmega(1.5, "根")
         23       for i in range(n):       i=3  n=20
        ●24 ►         total += i * i    # 全角コメント:  »
         25           x = total % 7
         26           y = x + 1
        ◆27           if i % 50 == 0:      [i > 10]
         28               print(i)
         29           root.add(Ωmega(i))
         30       return total, data, root
         31
         32
         n over s into f out c cont b brk : cmds ? help

        """)
  }

  @Test func theDialogueForQuitting() throws {
    var dialogue = try stopped(80, 24)
    dialogue.press("q")
    #expect(
      dialogue.draw().text(in: Rect(x: 8, y: 8, width: 64, height: 8)) == """
        ── Please choose ───────────────────────────────────────────────
        │ Quit, with pid 7 connected? Quitting detaches: what is       │
        │ debugged runs on, without breakpoints.                       │
        │                                                              │
        │ d/Enter  detach and quit                                     │
        │ k        kill it and quit                                    │
        │ Esc      stay                                                │
        ────────────────────────────────────────────────────────────────

        """)
    #expect(dialogue.lines()[23] == " d detach and quit k kill it and quit Esc stay")
  }

  @Test func theDialogueForQuittingWhatDialbackHasStarted() throws {
    var dialogue = try ScreenDialogue(80, 24, options: ScreenOptions(canRestart: true))
    dialogue.stopInWork()
    dialogue.press("q")
    #expect(
      dialogue.draw().text(in: Rect(x: 8, y: 8, width: 64, height: 7)) == """
        ── Please choose ───────────────────────────────────────────────
        │ Quit, with pid 7 connected? Dialback has started the         │
        │ program, and ends it.                                        │
        │                                                              │
        │ y/Enter  end it and quit                                     │
        │ Esc      stay                                                │
        ────────────────────────────────────────────────────────────────

        """)
    dialogue.press("y")
    #expect(dialogue.commands.last == .quit)
  }
}
