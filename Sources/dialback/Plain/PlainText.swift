import DebuggerModel
import SourcePaths
import TerminalGrid

/// The answers to commands, and stops, as lines that can be read aloud.
enum PlainText {
  /// A value may hold what a terminal would obey: its controls are shown by pictures of them, and do nothing.
  static func visible(_ text: String) -> String {
    let picture = { (scalar: Unicode.Scalar) in scalar == "\n" || scalar == "\t" ? nil : scalar.controlPicture }
    guard text.unicodeScalars.contains(where: { picture($0) != nil }) else { return text }
    var visible = String.UnicodeScalarView()
    visible.append(contentsOf: text.unicodeScalars.map { picture($0) ?? $0 })
    return String(visible)
  }

  /// A text that is to be one line: no part of it can look like another one.
  static func visibleLine(_ text: String) -> String {
    let scalars = visible(text).unicodeScalars.filter { !$0.isLeftOut }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars.map { $0 == "\n" ? "\u{240A}" : $0 })
    return String(line)
  }

  /// `nil` where there is nothing to say.
  static func text(of value: ResultValue) -> String? {
    switch value {
    // The number of a new watch: the watch is told itself.
    case .null, .int: nil
    case .bool, .number, .string: scalar(value)
    case .list(let values): values.isEmpty ? "none" : list(values)
    case .object: object(value)
    }
  }

  /// Frames, threads or processes, a row each, with an arrow at what is selected, as in pdb; `nil` for other values.
  static func marked(_ value: ResultValue, isSelected: (ResultValue) -> Bool) -> String? {
    guard case .list(let values) = value, values.contains(where: isSelected), let text = text(of: value) else {
      return nil
    }
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard rows.count == values.count else { return nil }
    return zip(rows, values).map { (isSelected($1) ? "-> " : "   ") + $0 }.joined(separator: "\n")
  }

  private static func list(_ values: [ResultValue]) -> String {
    if let text = ResultText.threads(values) { return text }
    if values.contains(where: { $0["place"] != nil }) { return ResultText.text(of: .list(values)) ?? "" }
    if values.allSatisfy({ $0["name"] != nil || $0["function"] != nil || $0["state"] != nil }) {
      let usual = values.filter { $0["group"] == nil || isReturned($0) }
      let hidden = usual.isEmpty ? 0 : values.count - usual.count
      let rest = hidden > 0 ? ["and \(hidden) special ones"] : []
      return ((usual.isEmpty ? values : usual).map { object($0) ?? "" } + rest).joined(separator: "\n")
    }
    if values.allSatisfy(isObject) { return ResultText.text(of: .list(values)) ?? "" }
    return values.map(scalar).joined(separator: ", ")
  }

  private static func object(_ value: ResultValue) -> String? {
    if value["state"] != nil, value["hits"] != nil { return breakpoint(value) }
    if value["lines"] != nil { return listing(value) }
    if value["function"] != nil, value["number"] != nil { return frame(value) }
    if value["name"] != nil { return variable(value) }
    guard case .object(let fields) = value else { return scalar(value) }
    return ResultText.text(of: value) ?? fields.map { "\($0.key): \(scalar($0.value))" }.joined(separator: "\n")
  }

  private static func isObject(_ value: ResultValue) -> Bool {
    if case .object = value { return true }
    return false
  }

  private static func isReturned(_ value: ResultValue) -> Bool { value["group"] == .string("returned") }

  /// `items = [1, 2]  (list 2)`, `price() returned 3  (int)`, or a name that completes another, with its kind.
  private static func variable(_ value: ResultValue) -> String {
    let name = text(value["name"])
    guard value["value"] != nil else { return value["kind"] == nil ? name : "\(name)  (\(text(value["kind"])))" }
    if let error = value["error"] { return "\(name): \(scalar(error))" }
    let kind = [text(value["type"]), text(value["shape"])].filter { !$0.isEmpty }.joined(separator: " ")
    let lead = isReturned(value) ? "\(name)() returned" : "\(name) ="
    return "\(lead) \(text(value["value"]))" + (kind.isEmpty ? "" : "  (\(kind))")
  }

  private static func frame(_ value: ResultValue) -> String {
    let file = text(value["file"]).isEmpty ? text(value["remote_file"]) : text(value["file"])
    return "\(text(value["number"])): \(text(value["function"])), \(file) line \(text(value["line"]))"
  }

  private static func breakpoint(_ value: ResultValue) -> String {
    let file = text(value["file"])
    let exception = text(value["exception"])
    let place = file.isEmpty ? text(value["function"]) : "\(file) line \(text(value["line"]))"
    var parts = ["breakpoint \(text(value["number"])): " + (place.isEmpty ? exception : place)]
    parts.append(value["enabled"] == .bool(false) ? "disabled" : text(value["state"]))
    for (key, word) in [("condition", "if"), ("hit", "hit"), ("log", "log")] where value[key] != nil {
      parts.append("\(word) \(text(value[key]))")
    }
    if value["once"] == .bool(true) { parts.append("once") }
    if value["suspend"] == .string("all") { parts.append("stops all threads") }
    let hits = text(value["hits"])
    if hits != "0", !hits.isEmpty { parts.append(hits == "1" ? "1 hit" : "\(hits) hits") }
    if value["message"] != .string("disabled") { parts.append(text(value["message"])) }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Lines with their numbers; the one that was asked for has an arrow, as in pdb.
  private static func listing(_ value: ResultValue) -> String {
    guard case .list(let lines)? = value["lines"] else { return "" }
    return lines.map { line in
      let mark = line["line"] == value["line"] ? "->" : "  "
      return "\(mark) \(text(line["line"]))  \(text(line["text"]))"
    }.joined(separator: "\n")
  }

  /// The line of `list` alone that a stop is at.
  static func currentLine(of value: ResultValue) -> String? {
    guard case .list(let lines)? = value["lines"] else { return nil }
    return lines.first { $0["line"] == value["line"] }.map { "-> \(text($0["line"]))  \(text($0["text"]))" }
  }

  /// The head line of a stop.
  static func stop(_ stop: StopSummary, _ state: DebuggerState) -> String {
    let reason =
      switch stop.reason {
      case .breakpoint: stop.breakpoint.map { "at breakpoint \($0.rawValue)" } ?? "at a breakpoint"
      case .step: "after a step"
      case .pause: "as asked"
      case .exception: "at an exception"
      case .uncaught: "at an uncaught exception"
      case .entry: state.program == nil ? "at settrace" : "at its first line"
      case .call: "at a call of \((stop.call ?? .settrace).rawValue)()"
      case .jump: "after a jump"
      }
    let thread = state.process(stop.process)?.thread(stop.thread)?.name ?? stop.thread.rawValue
    let process = state.connectionCount > 1 ? ", process \(stop.process.rawValue)" : ""
    let head =
      "Stopped \(reason): \(stop.function), \(stop.file?.rawValue ?? stop.remoteFile.rawValue) line \(stop.line) "
      + "(\(thread)\(process))"
    guard let exception = stop.exception else { return head }
    return head + "\n" + [exception.type, exception.message].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private static func text(_ value: ResultValue?) -> String { value.map(scalar) ?? "" }

  private static func scalar(_ value: ResultValue) -> String { ResultText.scalar(value) }
}
