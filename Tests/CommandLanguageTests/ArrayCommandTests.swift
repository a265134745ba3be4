import CommandLanguage
import DebuggerModel
import Testing

struct ArrayCommandTests {
  @Test(arguments: [
    ("array m", "m", 0..<100, 0..<30), ("array m 5:9", "m", 5..<9, 0..<30),
    ("array m 5:9, 1:2", "m", 5..<9, 1..<2), ("array m  [5:9,1:2] ", "m", 5..<9, 1..<2),
    ("array m[5:9, 1:2]", "m[5:9, 1:2]", 0..<100, 0..<30), ("array f(1, 2) 5:5", "f(1, 2)", 5..<5, 0..<30),
    ("array a + 1 5:9", "a + 1", 5..<9, 0..<30), ("array m [0]", "m [0]", 0..<100, 0..<30),
  ])
  func aPartFollowsTheExpression(line: String, expression: String, rows: Range<Int>, columns: Range<Int>) throws {
    let part = ArrayWindow.Part(rows: rows, columns: columns)
    #expect(try CommandParser.parse(line, mode: .batch) == .debugger(.array(expression, part)))
  }

  @Test(arguments: ["array", "array m 9:5", "array m 1:2, 9:5"])
  func whatIsNoPartIsRefused(line: String) {
    #expect(throws: CommandError.self) { try CommandParser.parse(line, mode: .batch) }
  }
}
