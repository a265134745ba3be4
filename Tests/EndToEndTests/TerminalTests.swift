import Testing

extension EndToEnd {
  /// Whatever `TERM` and the language say: the screen, its borders and its keys are right.
  @Suite struct TerminalTests {
    /// As an environment has them; an empty `TERM` is none at all. There is no description of xterm-kitty in Debian.
    static let types = [
      "xterm-256color", "tmux-256color", "screen-256color", "linux", "vt100", "xterm-kitty", "",
    ]

    @Test(arguments: types, ["C.UTF-8", "C"])
    func theScreenAndTheKeysAreRight(term: String, language: String) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.terminal(
          ["env", "-u", "TERM", "-u", "LC_ALL", "-u", "LC_CTYPE", "-u", "LINES", "COLUMNS=33", "LANG=\(language)"]
            + (term.isEmpty ? [] : ["TERM=\(term)"])
            + [Environs.binary, "listen", "--port", "\(port)", "--map", workplace.map], size: .small)
        try await session.wait(forText: "LISTENING")
        _ = try await workplace.debuggee(story, .pydevd, port: port)
        let screen = try await session.wait(untilStoppedAt: try story.place("entry"))
        #expect(screen.rows.contains { $0.hasPrefix("─[1]Variables──2 Watches") && $0.contains("┬─[3]Stack") })
        try await session.wait(forText: "greeting = \"Grüße, 世界\"")
        try await session.press("F8")
        try await session.wait(untilStoppedAt: try story.place("items"))
        // What no key is bound to does nothing, and no part of it is taken for another key.
        for unknown in ["\u{1b}[99;5u", "\u{1b}[1;9Z", "\u{1b}Oz", "\u{1b}[?1;2c"] { try await session.send(unknown) }
        try await session.press("C-F8", "M-n", "C-Left")
        try await session.press("BTab")
        // Shift-F8 as xterm sends it: out of the function.
        try await session.wait(untilStoppedAt: try story.place("items"))
        try await session.send("\u{1b}[19;2~")
        try await session.wait(for: "the caller of main()") { $0.isStopped && $0.status.contains("<module>") }
      }
    }

    /// Each border stands in its column, whatever is written beside it: by tmux's own measure of what is before it.
    @Test(arguments: [TerminalSize.small, .usual, .large])
    func bordersStayInTheirColumns(size: TerminalSize) async throws {
      try await withWorkplace { workplace in
        let wide = try workplace.install("wide.py")
        let port = try FreePort.pick()
        let session = try await workplace.dialback(["listen", "--port", "\(port)", "--map", workplace.map], size: size)
        try await session.wait(forText: "LISTENING")
        _ = try await workplace.debuggee(wide, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try wide.place("entry"))
        try await session.command("until \(try wide.line("last"))")
        try await session.wait(untilStoppedAt: try wide.place("last"))
        try await session.wait(forText: "東京タワー")
        try await Task.sleep(for: .milliseconds(300))
        let rows = try await session.screen().rows.dropFirst().filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
        let borders = Set(rows.flatMap { row in Self.borders(row, of: "┬┴├┤┼") })
        try #require(!borders.isEmpty)
        let odd = rows.flatMap { row in
          row.indices.filter { row[$0] == "│" }.map { String(row[..<$0]) }
        }.filter { text in text.contains { !$0.isASCII && !"─│●►▸*".contains($0) } }
        #expect(odd.count >= 5, "there is little that is wide on this screen")
        for text in Set(odd) {
          let column = try await columns(of: text, workplace)
          #expect(borders.contains(column), "column \(column) behind \(text)")
        }
      }
    }

    /// The columns of the crossings in a rule, which has nothing but narrow characters.
    private static func borders(_ row: Substring, of crossings: String) -> [Int] {
      guard row.hasPrefix("─") else { return [] }
      return row.enumerated().filter { crossings.contains($0.element) }.map(\.offset)
    }

    /// How far tmux's cursor goes when a text is printed.
    private func columns(of text: String, _ workplace: Workplace) async throws -> Int {
      let session = try await workplace.terminal(["sh", "-c", "printf %s \"$1\"; sleep 60", "sh", text], size: .large)
      defer { Task { await session.stop() } }
      try await session.wait(for: "the text") { $0.text.contains { !$0.isWhitespace } }
      return try #require(Int(try await session.variable("cursor_x")))
    }
  }
}
