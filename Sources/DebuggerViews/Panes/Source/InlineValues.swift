import DebuggerModel

/// The values of variables, to be shown at the ends of the lines that use them: from the head of the function down to the
/// line that it has come to.
struct InlineValues: Equatable, Sendable {
  /// Columns of a value that are shown at most.
  static let valueColumns = 24

  /// 0-based lines.
  private let lines: ClosedRange<Int>
  private let values: [String: String]
  private let scope: FrameScope
  /// By the 0-based line.
  private var found: [Int: [String]] = [:]

  init(_ variables: [Variable], scope: FrameScope, lines: ClosedRange<Int>) {
    self.scope = scope
    self.lines = lines
    let plain = variables.filter { $0.group == .normal && !$0.isError && !Self.isNoise($0) }
    values = Dictionary(plain.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// Modules, functions and classes say nothing by their texts, and `self` is in pane 1.
  private static func isNoise(_ variable: Variable) -> Bool {
    ["self", "cls"].contains(variable.name)
      || ["module", "function", "builtin_function_or_method", "type", "method"].contains(variable.type)
  }

  /// Finds what goes behind lines that have their colours.
  mutating func find(_ window: Range<Int>, in source: SourceText, lineBreak: String) {
    guard !values.isEmpty else { return }
    for index in window.clamped(to: Range(lines)) where found[index] == nil {
      found[index] = texts(index, source, lineBreak)
    }
  }

  /// `n=20`, one for each name that is used on a line that was found, in their order.
  func texts(ofLine index: Int) -> [String] { found[index] ?? [] }

  private func texts(_ index: Int, _ source: SourceText, _ lineBreak: String) -> [String] {
    var seen: Set<String> = []
    let names = Self.names(source.line(index), source.spans(index)).filter { values[$0] != nil }
    return (names.isEmpty ? [] : scope.own(names, onLine: index)).compactMap { name in
      guard let value = values[name], seen.insert(name).inserted else { return nil }
      return "\(name)=\(Self.short(value, lineBreak))"
    }
  }

  private static func short(_ value: String, _ lineBreak: String) -> String {
    RowText.cut(RowText.flat(value, lineBreak: lineBreak, atMost: valueColumns + 1), to: valueColumns)
  }

  /// The names of a line, without attributes and without what is in strings and comments.
  private static func names(_ line: String, _ spans: [HighlightSpan]) -> [String] {
    let hidden = spans.filter { $0.kind == .string || $0.kind == .comment }.map(\.range)
    let utf8 = Array(line.utf8.prefix(2000))
    var names: [String] = []
    var offset = 0
    while offset < utf8.count {
      let end = utf8[offset...].firstIndex { !PythonHighlighter.isNamePart($0) } ?? utf8.count
      if end > offset {
        let isAttribute = utf8[..<offset].last == UInt8(ascii: ".")
        if !isAttribute, !hidden.contains(where: { $0.contains(offset) }) {
          names.append(String(decoding: utf8[offset..<end], as: UTF8.self))
        }
      }
      offset = max(end, offset + 1)
    }
    return names
  }
}
