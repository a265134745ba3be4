import Testing

extension EndToEnd {
  /// The README's examples do what it says.
  @Suite struct ReadmeTests {
    /// The texts of the fenced blocks between two marks.
    private func blocks() throws -> [String] {
      let text = try Files.read("\(Environs.root)/README.md")
      let example = text.components(between: "<!-- example:begin -->", and: "<!-- example:end -->")
      let parts = example.split(separator: "```", omittingEmptySubsequences: false)
      return parts.enumerated().filter { $0.offset % 2 == 1 }.map { part in
        part.element.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
      }
    }

    @Test func theBatchExampleRunsAsItIsWritten() async throws {
      try await withWorkplace { workplace in
        let blocks = try blocks()
        try #require(blocks.count == 3)
        let port = try FreePort.pick()
        let folder = workplace.folder + "/example"
        try Files.makeFolder(folder)
        try Files.write(blocks[0].replacing("31235", with: "\(port)"), to: folder + "/work.py")
        try Files.write(blocks[1], to: folder + "/commands.txt")
        let batch = try await workplace.batch(
          port, ["--no-suspend", "--root", folder, "-x", folder + "/commands.txt"], pipe: false)
        let program = try await workplace.python(.pydevd, [folder + "/work.py"])
        #expect(try await batch.child.waitForEnd() == .exited(0))
        #expect(try await program.waitForEnd() == .exited(0))
        let events = try batch.events()
        let stop = events.first { $0["event"]?.string == "stopped" }
        let value = events.first { $0["command"]?.string == "p data[\"total\"]" }?["value"]
        #expect(stop?["line"]?.int == 7 && stop?["breakpoint"]?.int == 1)
        #expect(value?["value"]?.string == "6" && value?["type"]?.string == "int")
        // Each printed event has these fields, in this order.
        let written = batch.child.output.split(separator: "\n")
        for line in blocks[2].split(separator: "\n") {
          let names = line.matches(of: #/"[a-z_]+": /#).map(\.output)
          #expect(names.count > 5 && written.contains { has($0, names) }, "\(line)")
        }
      }
    }

    private func has(_ line: Substring, _ names: [Substring]) -> Bool {
      var rest = line
      return names.allSatisfy { name in
        guard let found = rest.firstRange(of: name) else { return false }
        rest = rest[found.upperBound...]
        return true
      }
    }
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> Substring {
    guard let first = firstRange(of: start), let last = firstRange(of: end) else { return "" }
    return self[first.upperBound..<last.lowerBound]
  }
}
