import DebuggerModel
import TOMLKit

extension ProjectBreakpointStore {
  /// The exception breakpoints that were kept, `nil` where none ever were; `load` reports a file that can't be read.
  func loadExceptions() -> [ExceptionRecord]? {
    let table = try? TOMLTable(string: TextFile.read(path))
    return table?["exception"]?.array?.compactMap(\.table).compactMap(Self.exception)
  }

  func save(exceptions records: [ExceptionRecord]) throws {
    let entries = TOMLArray()
    for record in records { entries.append(Self.table(record)) }
    try write(entries, as: "exception")
  }

  /// Replaces one list of the file; the other one stays.
  func write(_ entries: TOMLArray, as key: String) throws {
    let old = try? TOMLTable(string: TextFile.read(path))
    let table = TOMLTable()
    table["root"] = root
    for other in ["breakpoint", "exception"] where other != key {
      if let kept = old?[other]?.array { table[other] = kept }
    }
    table[key] = entries
    try TextFile.write(table.convert(to: .toml) + "\n", to: path)
  }

  private static func exception(_ table: TOMLTable) -> ExceptionRecord? {
    guard let name = table["class"]?.string, !name.isEmpty else { return nil }
    let words = table["when"]?.array?.compactMap(\.string) ?? []
    let moments = Set(words.compactMap(ExceptionBreakpoint.Moment.init))
    return ExceptionRecord(
      exception: name,
      options: .init(
        moments: moments.isEmpty ? [.uncaught] : moments, condition: table["condition"]?.string,
        logMessage: table["log"]?.string, ignoresLibraries: table["ignorelib"]?.bool ?? false,
        isEnabled: table["enabled"]?.bool ?? true))
  }

  private static func table(_ record: ExceptionRecord) -> TOMLTable {
    let table = TOMLTable()
    table["class"] = record.exception
    let moments = TOMLArray()
    for moment in ExceptionBreakpoint.Moment.allCases where record.options.moments.contains(moment) {
      moments.append(moment.rawValue)
    }
    table["when"] = moments
    table["enabled"] = record.options.isEnabled
    if let condition = record.options.condition { table["condition"] = condition }
    if let log = record.options.logMessage { table["log"] = log }
    if record.options.ignoresLibraries { table["ignorelib"] = true }
    return table
  }
}
