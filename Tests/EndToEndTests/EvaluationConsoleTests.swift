import Testing

extension EndToEnd {
  /// The evaluation pane as a console: it stays open, takes statements, and shows what they print.
  @Suite struct EvaluationConsoleTests {
    @Test(arguments: PythonSide.all)
    func entriesAreTakenOneAfterTheOther(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let debuggee = try await workplace.debuggee(story, side, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await session.press("e")
        for (entry, rows) in [
          (["fresh = 4; fresh + 1"], ["5"]), (["_ * 111"], ["555"]),
          (["print('to %s' % 'both'); fresh"], ["to both", "4"]),
          (
            ["for i in range(2):", "print('round %d' % i)", ""],
            ["...     print('round %d' % i)", "round 0", "round 1"]
          ),
          (["nosuch_name + 1"], ["NameError: name 'nosuch_name' is not defined"]),
          (["1 +* 2"], ["SyntaxError: invalid syntax (line 1)"]),
        ] {
          for line in entry {
            try await session.type(line)
            try await session.press("Enter")
          }
          for row in rows {
            try await session.wait(for: "\(row) of \(entry)") { screen in
              screen.rows.contains { shown in
                let text = shown.split(separator: "│").first?.drop { " ✗!".contains($0) } ?? ""
                return text.hasPrefix(row) && text.dropFirst(row.count).allSatisfy(\.isWhitespace)
              }
            }
          }
        }
        try await session.wait(for: "the prompt") { $0.rows.contains { $0.hasPrefix(">>> ") } }
        try await session.press("Escape")
        try await session.wait(for: "the keys") { !$0.rows.contains { $0.hasPrefix(">>> ") } }
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        // The program's own output has it all the same.
        try await session.press("6")
        try await session.wait(forText: "to both")
      }
    }
  }
}
