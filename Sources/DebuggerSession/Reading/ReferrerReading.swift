import DebuggerModel

/// Reads what the process says refers to a value (`dialback_referrers.py`, `referrers`).
enum ReferrerReading {
  /// The most referrers that are asked for.
  static let limit = 200

  static func read(_ answer: String) -> Result<Inquiry.Answer, CommandFailure> {
    guard let value = JSONReader.read(answer), let count = value["count"]?.count,
      let rows = value["referrers"]?.rows, rows.count <= count
    else { return .failure(ArrayReading.unreadable) }
    let referrers = rows.compactMap { $0.count == 3 ? Referrer(type: $0[0], place: $0[1], value: $0[2]) : nil }
    return .success(.referrers(referrers, count: count))
  }
}
