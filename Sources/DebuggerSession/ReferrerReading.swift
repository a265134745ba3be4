import DebuggerModel

/// Reads the answer of ``PythonHelper/referrers(to:)``.
enum ReferrerReading {
  static func read(_ answer: String) -> Result<Inquiry.Answer, CommandFailure> {
    guard let value = JSONReader.read(answer), let count = value["count"]?.count,
      let rows = value["referrers"]?.rows, rows.count <= count
    else { return .failure(ArrayReading.unreadable) }
    let referrers = rows.compactMap { $0.count == 3 ? Referrer(type: $0[0], place: $0[1], value: $0[2]) : nil }
    return .success(.referrers(referrers, count: count))
  }
}
