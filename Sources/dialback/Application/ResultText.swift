import DebuggerModel

/// The answer to a typed command as text for people.
enum ResultText {
  /// `nil` where there is nothing to show.
  static func text(of value: ResultValue) -> String? {
    switch value {
    case .null, .bool, .int, .number: nil
    case .string(let text): text.contains("\n") ? text : nil
    case .list(let values):
      values.isEmpty
        ? "none"
        : threads(values) ?? referrers(values) ?? sentences(values) ?? values.map(row).joined(separator: "\n")
    case .object(let fields) where value["return-values"] != nil: fields.map(option).joined(separator: "\n")
    case .object: exception(value)
    }
  }

  /// The new state of a breakpoint, for the status line; `nil` for another answer.
  static func notice(of value: ResultValue) -> String? {
    value["state"] != nil && value["hits"] != nil ? PlainText.text(of: value) : nil
  }

  /// Frames, variables and breakpoints, a line each.
  private static func sentences(_ values: [ResultValue]) -> String? {
    let isKnown = values.allSatisfy { value in
      value["name"] != nil || value["function"] != nil && value["number"] != nil
        || value["state"] != nil && value["hits"] != nil
    }
    return isKnown ? PlainText.text(of: .list(values)) : nil
  }

  /// The answer to `exception`: each with its frames, the one that was raised last first.
  private static func exception(_ value: ResultValue) -> String? {
    guard case .list(let chain)? = value["chain"] else { return nil }
    return ([value] + chain).flatMap(lines(ofRaised:)).joined(separator: "\n")
  }

  private static func lines(ofRaised raised: ResultValue) -> [String] {
    let texts = ["type", "message"].map { raised[$0].map(scalar) ?? "" }.filter { !$0.isEmpty }
    let lead: [String] =
      switch raised["link"].map(scalar) {
      case "cause": ["", "caused by"]
      case "context": ["", "raised while this was handled:"]
      case nil, _: []
      }
    guard case .list(let frames)? = raised["frames"] else { return lead }
    let rows = frames.map { frame in
      "  \(frame["function"].map(scalar) ?? "")   \(frame["remote_file"].map(scalar) ?? ""):\(frame["line"].map(scalar) ?? "")"
    }
    return lead + [texts.joined(separator: ": ")] + rows
  }

  private static func row(_ value: ResultValue) -> String {
    guard case .object(let fields) = value else { return scalar(value) }
    return fields.compactMap { field in
      let text = scalar(field.value)
      return text.isEmpty ? nil : "\(field.key) \(text)"
    }.joined(separator: "   ")
  }

  /// The answer to `referrers`: where, in what.
  private static func referrers(_ values: [ResultValue]) -> String? {
    guard values.first?["place"] != nil else { return nil }
    return values.map { value in
      let texts = ["place", "type", "value"].map { value[$0].map(scalar) ?? "" }
      return texts[0].isEmpty || texts[2].isEmpty
        ? texts.filter { !$0.isEmpty }.joined(separator: "  ") : "\(texts[0]) of a \(texts[1])  \(texts[2])"
    }.joined(separator: "\n")
  }

  /// A line of what `set` alone lists.
  private static func option(_ field: ResultValue.Field) -> String { "\(field.key) \(scalar(field.value))" }

  static func scalar(_ value: ResultValue) -> String {
    switch value {
    case .null: ""
    case .bool(let isTrue): isTrue ? "yes" : "no"
    case .int(let number): String(number)
    case .number(let thousandths): "\(Double(thousandths) / 1000)"
    case .string(let text): text
    case .list(let values): values.map(scalar).joined(separator: ", ")
    case .object(let fields): fields.map { "\($0.key) \(scalar($0.value))" }.joined(separator: ", ")
    }
  }
}
