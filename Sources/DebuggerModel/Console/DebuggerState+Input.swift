/// What programs read from their standard input (147).
extension DebuggerState {
  /// A program that was started here waits for a line.
  public var awaitsInput: Bool { settings.startsProgram && processes.contains { $0.waitsForInput } }

  mutating func inputRequested(_ number: ProcessNumber, _ isWaiting: Bool) -> [Effect] {
    let isNew = isWaiting && process(number)?.waitsForInput == false
    update(number) { $0.waitsForInput = isWaiting }
    guard isNew, let label = process(number)?.label else { return [] }
    let mend =
      settings.startsProgram
      ? "`input TEXT` gives it a line, `eof` ends its input" : "type in the terminal that its program was started in"
    note("\(label) waits for input: \(settings.startsProgram ? "I types it" : mend)")
    return [.announce(.warning(number, "\(label) waits for input: \(mend)"))]
  }

  mutating func programInput(_ text: String?, _ token: RequestToken) -> [Effect] {
    guard settings.startsProgram else {
      let mend = "a program that dialled in by itself reads from the terminal that it was started in"
      return fail(token, "only a program that Dialback has started takes input here; \(mend)")
    }
    // Nothing echoes what comes by a pipe.
    if let text { console.append(text + "\n", process: processes.first?.number, category: .stdout) }
    return [.sendInput(text)] + succeed(token, .null)
  }
}
