import DebuggerModel
import SourcePaths
import TOML

/// A breakpoint as a table of the project's file.
extension BreakpointRecord {
  init?(_ table: TOMLTable) {
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
    self.init(file: file, line: line, options: options, function: function, text: text)
  }

  /// The lines of the table.
  var tableLines: String {
    var lines = ""
    func add(_ key: String, _ value: String?) {
      if let value { lines += TOMLText.line(key, TOMLText.quoted(value)) }
    }
    switch file {
    case .local(let path): add("file", path.rawValue)
    case .remote(let path): add("remote_file", path.rawValue)
    }
    lines += TOMLText.line("line", "\(line)")
    add("function", function)
    add("text", text?.text)
    add("before", text?.before)
    add("after", text?.after)
    lines += TOMLText.line("enabled", "\(options.isEnabled)")
    add("condition", options.condition)
    add("hit", options.hitCondition)
    add("log", options.logMessage)
    add("template", options.template?.rawValue)
    if options.suspendPolicy == .all { add("policy", "all") }
    return lines
  }
}

/// An exception breakpoint as a table of the project's file.
extension ExceptionRecord {
  init?(_ table: TOMLTable) {
    guard let name = table["class"]?.string, !name.isEmpty else { return nil }
    let words = table["when"]?.array?.compactMap(\.string) ?? []
    let moments = Set(words.compactMap(ExceptionBreakpoint.Moment.init))
    self.init(
      exception: name,
      options: .init(
        moments: moments.isEmpty ? [.uncaught] : moments, condition: table["condition"]?.string,
        logMessage: table["log"]?.string, ignoresLibraries: table["ignorelib"]?.bool ?? false,
        isEnabled: table["enabled"]?.bool ?? true))
  }

  /// The lines of the table.
  var tableLines: String {
    let moments = ExceptionBreakpoint.Moment.allCases.filter(options.moments.contains).map(\.rawValue)
    var lines = TOMLText.line("class", TOMLText.quoted(exception)) + TOMLText.line("when", TOMLText.list(moments))
    lines += TOMLText.line("enabled", "\(options.isEnabled)")
    if let condition = options.condition { lines += TOMLText.line("condition", TOMLText.quoted(condition)) }
    if let log = options.logMessage { lines += TOMLText.line("log", TOMLText.quoted(log)) }
    if options.ignoresLibraries { lines += TOMLText.line("ignorelib", "true") }
    return lines
  }
}
