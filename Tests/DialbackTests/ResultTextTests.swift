import DebuggerModel
import Testing

@testable import dialback

@Suite
struct ResultTextTests {
  private func frame(_ function: String, _ file: String, _ line: Int) -> ResultValue {
    .object([
      .init("function", .string(function)), .init("remote_file", .string(file)), .init("line", .int(line)),
    ])
  }

  @Test
  func aStackIsAColumnOfFunctionsBesideShortPlaces() {
    let stack = ResultValue.object([
      .init("process", .int(1)), .init("thread", .string("t")), .init("name", .string("ada")),
      .init("state", .string("running")),
      .init("frames", .list([frame("count", "/srv/app/lib/work.py", 15), frame("run", "work.py", 3)])),
    ])
    #expect(
      ResultText.text(of: .list([stack])) == """
        [1] ada, running
            count  …/lib/work.py:15
            run    work.py:3
        """)
  }

  @Test
  func aStackWithoutFramesSaysWhy() {
    let stack = ResultValue.object([
      .init("process", .int(2)), .init("name", .string("bob")), .init("state", .string("running")),
      .init("frames", .list([])), .init("error", .string("it waits in C code")),
    ])
    #expect(ResultText.text(of: .list([stack])) == "[2] bob, running\n    it waits in C code")
  }
}

extension ResultTextTests {
  @Test func anExceptionIsToldWithItsCauses() {
    func raised(_ type: String, _ line: Int, _ more: [ResultValue.Field]) -> ResultValue {
      let frame: ResultValue = .object([
        .init("function", .string("work")), .init("remote_file", .string("/srv/a.py")), .init("line", .int(line)),
      ])
      return .object(
        [.init("type", .string(type)), .init("message", .string("no")), .init("frames", .list([frame]))] + more)
    }
    let cause = raised("KeyError", 4, [.init("link", .string("cause"))])
    #expect(
      ResultText.text(of: raised("MyError", 7, [.init("chain", .list([cause]))]))
        == "MyError: no\n  work   /srv/a.py:7\n\ncaused by\nKeyError: no\n  work   /srv/a.py:4")
  }
}
