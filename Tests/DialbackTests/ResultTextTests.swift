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
