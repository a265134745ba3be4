import DebuggerModel
import DebuggerSession
import SourcePaths
import TOMLKit

/// Keeps the breakpoints of a project in a file of the user's state folder, named after the project's path.
struct ProjectBreakpointStore: BreakpointStore {
  let path: String
  let root: String

  /// - Parameter root: the project's folder.
  init(stateFolder: String, root: String) {
    self.root = root
    let name = root.utf8.map { byte -> String in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x2d
      return isPlain ? String(UnicodeScalar(byte)) : byte == 0x2f ? "_" : "%" + String(byte, radix: 16)
    }
    path = stateFolder + "/projects/" + name.joined() + ".toml"
  }

  /// What was kept, and what could not be read, in words.
  func load() -> (records: [BreakpointRecord], warning: String?) {
    do {
      let table = try TOMLTable(string: TextFile.read(path))
      let entries = table["breakpoint"]?.array?.compactMap(\.table) ?? []
      let records = entries.compactMap(record)
      let lost = entries.count - records.count
      return (records, lost == 0 ? nil : "\(path): \(lost) breakpoints could not be read back")
    } catch let error as TextFile.Failure {
      return ([], error.isMissing ? nil : "The kept breakpoints can't be read: \(error)")
    } catch {
      return ([], "The kept breakpoints can't be read: \(path) is damaged; it is written anew with the next breakpoint")
    }
  }

  private func record(_ table: TOMLTable) -> BreakpointRecord? {
    let function = table["function"]?.string
    guard let line = table["line"]?.int, LineNumber.all.contains(line) || function != nil && line == 0 else {
      return nil
    }
    let file: SourceFile
    if let local = table["file"]?.string {
      file = .local(LocalPath(local))
    } else if let remote = table["remote_file"]?.string {
      file = .remote(RemotePath(remote))
    } else {
      return nil
    }
    let options = BreakpointOptions(
      condition: table["condition"]?.string, hitCondition: table["hit"]?.string, logMessage: table["log"]?.string,
      suspendPolicy: table["policy"]?.string == "all" ? .all : .thread, isEnabled: table["enabled"]?.bool ?? true,
      template: table["template"]?.string.flatMap { TemplateEngine(rawValue: $0) })
    let text = table["text"]?.string.map {
      LineText(text: $0, before: table["before"]?.string ?? "", after: table["after"]?.string ?? "")
    }
    return BreakpointRecord(file: file, line: line, options: options, function: function, text: text)
  }

  func save(_ records: [BreakpointRecord]) throws {
    let entries = TOMLArray()
    for record in records { entries.append(Self.table(record)) }
    try write(entries, as: "breakpoint")
  }

  private static func table(_ record: BreakpointRecord) -> TOMLTable {
    let table = TOMLTable()
    switch record.file {
    case .local(let path): table["file"] = path.rawValue
    case .remote(let path): table["remote_file"] = path.rawValue
    }
    table["line"] = record.line
    if let function = record.function { table["function"] = function }
    if let text = record.text {
      table["text"] = text.text
      table["before"] = text.before
      table["after"] = text.after
    }
    table["enabled"] = record.options.isEnabled
    if let condition = record.options.condition { table["condition"] = condition }
    if let hit = record.options.hitCondition { table["hit"] = hit }
    if let log = record.options.logMessage { table["log"] = log }
    if let template = record.options.template { table["template"] = template.rawValue }
    if record.options.suspendPolicy == .all { table["policy"] = "all" }
    return table
  }
}
