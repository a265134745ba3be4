/// Where the keys of a TOML file and their values stand, so that a mistake can be named by line and column. TOMLKit itself
/// tells places of syntax errors alone.
struct TOMLPlaces {
  struct Place: Equatable {
    /// 1-based.
    let line: Int
    /// 1-based, in characters.
    let column: Int
  }

  private var keys: [String: Place] = [:]
  private var values: [String: Place] = [:]

  init(_ text: String) {
    var table = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let start = line.drop { $0 == " " || $0 == "\t" }
      if start.first == "[" {
        table = String(start.dropFirst().prefix { $0 != "]" })
        note(table, at: Place(line: index + 1, column: Self.column(start, in: line)), value: nil)
      } else if start.first != "#", let equals = start.firstIndex(of: "=") {
        let name = Self.name(start[..<equals])
        let value = start[start.index(after: equals)...].drop { $0 == " " || $0 == "\t" }
        note(
          table.isEmpty ? name : "\(table).\(name)", at: Place(line: index + 1, column: Self.column(start, in: line)),
          value: Place(line: index + 1, column: Self.column(value, in: line)))
      }
    }
  }

  /// - Parameter name: with the name of its table, if it is in one: `renderers.shop.Order`.
  func key(_ name: String) -> Place? { keys[name] }

  func value(_ name: String) -> Place? { values[name] ?? keys[name] }

  /// The first of a name counts: a line of a text over several lines may look like another.
  private mutating func note(_ name: String, at place: Place, value: Place?) {
    guard keys[name] == nil else { return }
    keys[name] = place
    values[name] = value
  }

  private static func column(_ part: Substring, in line: Substring) -> Int {
    line.distance(from: line.startIndex, to: part.startIndex) + 1
  }

  private static func name(_ text: Substring) -> String {
    let name = String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    guard let quote = name.first, quote == "\"" || quote == "'", name.count > 1, name.last == quote else { return name }
    return String(name.dropFirst().dropLast())
  }
}
