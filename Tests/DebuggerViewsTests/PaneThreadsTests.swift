import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

struct PaneThreadsTests {
  @Test func childrenStandUnderTheProcessThatStartedThem() {
    var dialogue = PaneDialogue()
    var pane = ThreadsPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.connect(2, thread: "pid_8_id_1", name: "Worker")
    dialogue.handle(.ancestors(ProcessNumber(2), [7]))
    #expect(
      pane.drawn(dialogue.state, 60, 4).text() == """
         [1] pid 7, 10.0.0.1:5, pydevd 3.5.0
         ► MainThread     stopped, step  work.py:24
           [2] pid 8, 10.0.0.1:6, pydevd 3.5.0
             Worker         running

        """)
  }

  @Test func onlyThreadsWithATextAreShownUnderTheirProcesses() {
    var dialogue = PaneDialogue()
    var pane = ThreadsPane()
    dialogue.connect()
    dialogue.handle(.threadStarted(ProcessNumber(1), ThreadID("pid_7_id_2"), name: "Worker"))
    dialogue.connect(2, thread: "pid_8_id_1", name: "Other")
    #expect(pane.press(.filter(nil), dialogue.state) == [.prompt(.filter, initial: "")])
    pane.press(.filter("work"), dialogue.state)
    let lines = pane.drawn(dialogue.state, 60, 5).lines()
    #expect(lines.count { $0.contains("[1]") || $0.contains("Worker") } == 2)
    #expect(!lines.contains { $0.contains("MainThread") || $0.contains("Other") })
    pane.press(.cancel, dialogue.state)
    #expect(pane.drawn(dialogue.state, 60, 6).lines().contains { $0.contains("Other") })
  }

  @Test func aFrozenThreadIsMarkedAndThawedByTheSameKey() {
    var dialogue = PaneDialogue()
    var pane = ThreadsPane()
    dialogue.connect()
    dialogue.stopInWork()
    pane.press(.move(.top), dialogue.state)
    #expect(pane.press(.toggleFrozen, dialogue.state) == nil, "a process is not frozen")
    pane.press(.move(.bottom), dialogue.state)
    let actions = pane.press(.toggleFrozen, dialogue.state)
    #expect(actions == [.command(.freeze("pid_7_id_1"))])
    dialogue.perform(actions)
    #expect(pane.drawn(dialogue.state, 60, 2).lines()[1] == " ► MainThread     ❄ frozen, step  work.py:24")
    #expect(pane.press(.toggleFrozen, dialogue.state) == [.command(.thaw("pid_7_id_1"))])
  }

  @Test func aDetachedProcessStaysInTheListAndSaysSo() {
    var dialogue = PaneDialogue()
    var pane = ThreadsPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.command(.detach(isHard: false))
    dialogue.handle(.released(ProcessNumber(1)))
    #expect(pane.drawn(dialogue.state, 60, 2).lines()[0] == " [1] pid 7, 10.0.0.1:5, pydevd 3.5.0  detached")
  }

  @Test func theStackOfARunningThreadIsShownAsSuch() {
    var dialogue = PaneDialogue(maps: ["/srv/app=/home/me/app"])
    var pane = StackPane()
    dialogue.connect()
    let effects = dialogue.command(.selectThread(.id("1")))
    guard case .loadStacks(let request)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    let frame = StackFrame(id: FrameID("9"), function: "wait", remoteFile: RemotePath("/srv/app/wait.py"), line: 4)
    dialogue.handle(.stacks(request, [ThreadStack(target: request.targets[0], frames: .success([frame]))]))
    #expect(pane.drawn(dialogue.state, 40, 1).lines() == ["   wait  wait.py:4"])
    #expect(pane.title(dialogue.state).contains("running"))
    let actions = pane.press(.open, dialogue.state)
    #expect(actions == [.showSource(.local(LocalPath("/home/me/app/wait.py")), line: 4)])
  }
}
