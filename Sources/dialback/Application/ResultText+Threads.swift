import DebuggerModel

/// Threads, stacks and processes as people read them.
extension ResultText {
  /// `nil` for what is none of them.
  static func threads(_ values: [ResultValue]) -> String? {
    guard let first = values.first else { return nil }
    if first["frames"] != nil { return values.map(stack).joined(separator: "\n\n") }
    if first["peer"] != nil { return values.map(process).joined(separator: "\n") }
    return first["state"] != nil && first["thread"] != nil ? threadTable(values) : nil
  }

  private static func text(_ value: ResultValue?) -> String {
    switch value {
    case .string(let text)?: text
    case .int(let number)?: String(number)
    case nil, .null?, .bool?, .number?, .list?, .object?: ""
    }
  }

  /// A head line, and a line for each frame.
  private static func stack(_ value: ResultValue) -> String {
    let head = "[\(text(value["process"]))] \(text(value["name"])), \(text(value["state"]))"
    guard case .list(let frames)? = value["frames"], !frames.isEmpty else {
      let words = text(value["error"])
      return head + "\n    " + (words.isEmpty ? "no frames" : words)
    }
    let width = min(24, frames.map { text($0["function"]).count }.max() ?? 0)
    let lines = frames.map { frame in
      "    \(padded(text(frame["function"]), width))  \(tail(of: text(frame["remote_file"]))):\(text(frame["line"]))"
    }
    return ([head] + lines).joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The file with the folder that it lies in: enough to know it by, and short enough for a row.
  private static func tail(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? "…/" + parts.suffix(2).joined(separator: "/") : path
  }

  private static func threadTable(_ values: [ResultValue]) -> String {
    let width = min(30, values.map { text($0["name"]).count }.max() ?? 0)
    return values.map { value in
      let name = padded(text(value["name"]), width)
      let file = text(value["remote_file"]).split(separator: "/").last.map(String.init) ?? ""
      let reason = value["held"] == .bool(true) ? "held" : text(value["reason"])
      let place = file.isEmpty ? "" : "  \(reason)  \(file):\(text(value["line"]))"
      return "[\(text(value["process"]))] \(name)  \(text(value["state"]))\(place)"
    }.joined(separator: "\n")
  }

  private static func process(_ value: ResultValue) -> String {
    let python = text(value["python"])
    let parts = [
      "pid \(text(value["pid"]))", text(value["peer"]), text(value["dialect"]),
      python.isEmpty ? "" : "Python \(python)",
      text(value["state"]), text(value["threads"]) == "1" ? "1 thread" : "\(text(value["threads"])) threads",
    ]
    let parent = text(value["parent"])
    let origin = parent.isEmpty ? [] : ["child of \(parent)"]
    return "[\(text(value["process"]))] " + (parts.filter { !$0.isEmpty } + origin).joined(separator: ", ")
  }
}
