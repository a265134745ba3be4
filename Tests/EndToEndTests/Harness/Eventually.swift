/// Asks `condition` again and again until it gives a value, and gives that; throws what `complaint` says when
/// `seconds` have passed without one.
@discardableResult
func eventually<Value>(
  within seconds: Double = 10, every pause: Duration = .milliseconds(30), complaint: () async -> String,
  _ condition: () async throws -> Value?
) async throws -> Value {
  let clock = ContinuousClock()
  let deadline = clock.now + .seconds(seconds)
  while true {
    if let value = try await condition() { return value }
    guard clock.now < deadline else { throw HarnessError("after \(seconds) s: " + (await complaint())) }
    try await clock.sleep(for: pause)
  }
}

/// The same for a condition that is true or false.
func eventually(
  within seconds: Double = 10, every pause: Duration = .milliseconds(30), complaint: () async -> String,
  holds condition: () async throws -> Bool
) async throws {
  try await eventually(within: seconds, every: pause, complaint: complaint) { try await condition() ? true : nil }
}
