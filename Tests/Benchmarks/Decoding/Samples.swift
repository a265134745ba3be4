/// The middle and the ends of many runs, in nanoseconds.
struct Samples {
  private(set) var values: [Double] = []

  mutating func add(_ duration: Duration, per count: Int = 1) {
    let (seconds, attoseconds) = duration.components
    values.append((Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(count))
  }

  var median: Double { share(0.5) }
  var p95: Double { share(0.95) }

  private func share(_ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}
