/// Waits on the screen, each with a deadline and the screen in its complaint.
extension TmuxSession {
  /// Waits until the screen satisfies `condition`, and gives that screen.
  @discardableResult
  func wait(for what: String, within seconds: Double = 10, until condition: (Screen) throws -> Bool) async throws
    -> Screen
  {
    try await eventually(within: seconds, complaint: { await complaint(what) }) {
      let ended = ending != nil
      let now = try await screen()
      if try condition(now) { return now }
      if ended { throw HarnessError("the program ended. " + (await complaint(what))) }
      return nil
    }
  }

  /// Waits until `text` is somewhere on the screen.
  @discardableResult
  func wait(forText text: String, within seconds: Double = 10) async throws -> Screen {
    try await wait(for: "‘\(text)’ on the screen", within: seconds) { $0.contains(text) }
  }

  /// Waits until the screen says that the selected process is stopped at `place`, a `file:line`.
  @discardableResult
  func wait(untilStoppedAt place: String, within seconds: Double = 10) async throws -> Screen {
    try await wait(for: "a stop at \(place)", within: seconds) { $0.isStopped(at: place) }
  }

  /// Waits for the end of the program and gives how it ended.
  func waitForEnd(within seconds: Double = 10) async throws -> Ending {
    try await eventually(within: seconds, complaint: { await complaint("the end of the program") }) { ending }
  }

  /// Quits as a person does: `q`, and yes to its question if it asks one.
  func quit() async throws -> Ending {
    try await press("q")
    if let ending = try? await waitForEnd(within: 0.7) { return ending }
    try await press("y")
    return try await waitForEnd()
  }

  private func complaint(_ what: String) async -> String {
    "no \(what). The screen:\n" + ((try? await screen().report) ?? "(none)")
  }
}
