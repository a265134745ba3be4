import DebuggerModel
import Testing

@testable import CommandLanguage

/// Numbers that a person types without meaning them.
struct CommandNumberTests {
  @Test(arguments: [
    "until 2147483648", "until 99999999999999999999", "list 9223372036854775807", "list work.py:9223372036854775807",
    "b 9223372036854775807", "ignore 1 9223372036854775807", "ignore 9223372036854775807 1", "up 9223372036854775807",
    "frame -9223372036854775808", "frame 9223372036854775807", "jump 9223372036854775807", "into 9223372036854775807",
    "step 9223372036854775807", "undisplay 99999999999999999999", "process 2147483648", "set timeout -1",
    "set value-total 1e308",
  ])
  func aNumberWithoutSenseIsRefusedWithTheForm(line: String) {
    #expect(throws: CommandError.self) { try CommandParser.parse(line, mode: .screen) }
  }

  @Test func theGreatestLineIsTaken() throws {
    #expect(
      try CommandParser.parse("until 2147483647", mode: .screen)
        == .debugger(.runTo(.line(file: nil, line: 2_147_483_647))))
  }

  @Test func aRangeMayGoToTheEndOfAllNumbers() throws {
    let part = ArrayWindow.Part(rows: 0..<Int.max, columns: 5..<Int.max)
    #expect(
      try CommandParser.parse("array x 0:9223372036854775807, 5:9223372036854775807", mode: .screen)
        == .debugger(.array("x", part)))
  }
}
