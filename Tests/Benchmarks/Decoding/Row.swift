/// One line of the output: a JSON object of a name and numbers.
struct Row {
  let name: String
  var numbers: [(name: String, value: Double)] = []

  /// Digits that say enough of a figure.
  private static func text(_ value: Double) -> String {
    let thousandths = (value * 1000).rounded()
    let whole = Int(thousandths) / 1000
    let rest = String(Int(thousandths.magnitude) % 1000)
    return "\(whole)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  func print() {
    let fields = numbers.map { "\"\($0.name)\": \(Self.text($0.value))" }
    Swift.print("{\"row\": \"\(name)\", " + fields.joined(separator: ", ") + "}")
  }
}
