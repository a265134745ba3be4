/// Reads a TOML 1.0 document in time that is linear in its length. Any text gives a table or an error: nothing traps, and nothing
/// nests deeper than `deepest`.
public struct TOMLParser {
  /// Tables and lists that may be inside one another.
  static let deepest = 100

  private var scanner: TOMLScanner
  private var tables = [Node()]
  /// The table that lines belong to.
  private var current = 0
  /// Tables that the keys of this section have made: later headers can't add to them.
  private var open: [Int] = []

  /// A table that is being read. Tables know each other by index, so that none is copied while it grows.
  private struct Node {
    /// A header, or keys with dots, have made it: no other header can.
    var isClosed = false
    var names: [(key: String, place: TOMLPlace?, valuePlace: TOMLPlace?)] = []
    var contents: [String: Content] = [:]
  }

  private enum Content {
    case value(TOMLValue)
    case table(Int)
    /// `[[name]]`
    case list([Int])
  }

  private init(_ text: String) { scanner = TOMLScanner(text) }

  /// - Throws: the first fault of the text.
  public static func parse(_ text: String) throws(TOMLError) -> TOMLTable {
    var parser = Self(text)
    try parser.read()
    return parser.table(0)
  }

  private mutating func read() throws(TOMLError) {
    while true {
      try scanner.skipLines()
      guard let byte = scanner.next else { return }
      if byte == UInt8(ascii: "[") { try header() } else { try pair() }
      try scanner.endLine()
    }
  }

  // MARK: Headers

  private mutating func header() throws(TOMLError) {
    let place = scanner.place()
    scanner.advance()
    let isList = scanner.take("[")
    let keys = try scanner.keys()
    guard scanner.take("]"), !isList || scanner.take("]") else {
      throw scanner.unexpected("a table's name should end with \(isList ? "]]" : "]"), but there is")
    }
    for index in open { tables[index].isClosed = true }
    open = []
    var parent = 0
    for key in keys.dropLast() { parent = try descend(parent, key, place) }
    let name = keys[keys.count - 1]
    current = isList ? try element(of: name, in: parent, place) : try declare(name, in: parent, place)
  }

  private mutating func declare(_ name: String, in parent: Int, _ place: TOMLPlace) throws(TOMLError) -> Int {
    if case .list? = tables[parent].contents[name] { throw twice(place) }
    let index = try descend(parent, name, place)
    guard !tables[index].isClosed else { throw twice(place) }
    tables[index].isClosed = true
    return index
  }

  private mutating func element(of name: String, in parent: Int, _ place: TOMLPlace) throws(TOMLError) -> Int {
    var list: [Int] = []
    switch tables[parent].contents.removeValue(forKey: name) {
    case nil: tables[parent].names.append((name, place, place))
    case .list(let old): list = old
    case .value, .table: throw twice(place)
    }
    tables.append(Node())
    list.append(tables.count - 1)
    tables[parent].contents[name] = .list(list)
    return tables.count - 1
  }

  /// The table of a name, made where it is missing; of a list of tables the last one.
  private mutating func descend(_ parent: Int, _ name: String, _ place: TOMLPlace?) throws(TOMLError) -> Int {
    switch tables[parent].contents[name] {
    case .table(let index): return index
    case .list(let list): return list[list.count - 1]
    case .value: throw twice(place)
    case nil:
      tables.append(Node())
      tables[parent].names.append((name, place, place))
      tables[parent].contents[name] = .table(tables.count - 1)
      return tables.count - 1
    }
  }

  private func twice(_ place: TOMLPlace?) -> TOMLError {
    TOMLError(place: place ?? scanner.place(), description: "this name has a value already")
  }

  // MARK: Keys and values

  private mutating func pair() throws(TOMLError) {
    let place = scanner.place()
    let keys = try scanner.keys()
    guard scanner.take("=") else { throw scanner.unexpected("a key should have = behind it, but there is") }
    scanner.skipBlanks()
    let valuePlace = scanner.place()
    let value = try value(depth: keys.count)
    var parent = current
    for key in keys.dropLast() {
      if case .list? = tables[parent].contents[key] { throw twice(place) }
      parent = try descend(parent, key, place)
      guard !tables[parent].isClosed else { throw twice(place) }
      open.append(parent)
    }
    try add(value, keys[keys.count - 1], to: parent, place, valuePlace)
  }

  private mutating func add(
    _ value: TOMLValue, _ name: String, to parent: Int, _ place: TOMLPlace?, _ valuePlace: TOMLPlace?
  ) throws(TOMLError) {
    guard tables[parent].contents[name] == nil else { throw twice(place) }
    tables[parent].names.append((name, place, valuePlace))
    tables[parent].contents[name] = .value(value)
  }

  private mutating func value(depth: Int) throws(TOMLError) -> TOMLValue {
    guard depth < Self.deepest else { throw scanner.error("values are nested too deeply") }
    switch scanner.next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try scanner.string())
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "{"): return .table(try inlineTable(depth: depth))
    case _: return try word()
    }
  }

  private mutating func word() throws(TOMLError) -> TOMLValue {
    let start = scanner.index
    skipWord()
    // A date may have its time behind a blank.
    if scanner.index - start == 10, scanner.next == 0x20, scanner.peek(3) == UInt8(ascii: ":"),
      TOMLNumber.isDate(Substring(decoding: scanner.bytes[start..<scanner.index], as: UTF8.self))
    {
      scanner.advance()
      skipWord()
    }
    let word = Substring(decoding: scanner.bytes[start..<scanner.index], as: UTF8.self)
    guard let value = TOMLNumber.value(word) else {
      scanner.advance(start - scanner.index)
      if word.isEmpty { throw scanner.unexpected("a value should be here, but there is") }
      throw scanner.error(
        TOMLNumber.isTooLarge(word) ? "the number is too large" : "\(word.prefix(40)) is no value; texts have quotes")
    }
    return value
  }

  private mutating func skipWord() {
    while let byte = scanner.next, TOMLScanner.isBare(byte) || "+.:".utf8.contains(byte) { scanner.advance() }
  }

  private mutating func array(depth: Int) throws(TOMLError) -> [TOMLValue] {
    scanner.advance()
    var values: [TOMLValue] = []
    while true {
      try scanner.skipLines()
      if scanner.take("]") { return values }
      values.append(try value(depth: depth + 1))
      try scanner.skipLines()
      if scanner.take("]") { return values }
      guard scanner.take(",") else {
        throw scanner.unexpected("a list should go on with , or end with ], but there is")
      }
    }
  }

  private mutating func inlineTable(depth: Int) throws(TOMLError) -> TOMLTable {
    scanner.advance()
    scanner.skipBlanks()
    // A small document of its own, whose tables nothing outside can name.
    let outer = (tables, current, open)
    (tables, current, open) = ([Node()], 0, [])
    defer { (tables, current, open) = outer }
    if scanner.take("}") { return TOMLTable() }
    while true {
      let keys = try scanner.keys()
      guard scanner.take("=") else { throw scanner.unexpected("a key should have = behind it, but there is") }
      scanner.skipBlanks()
      let value = try value(depth: depth + keys.count)
      var parent = 0
      for key in keys.dropLast() { parent = try descend(parent, key, nil) }
      try add(value, keys[keys.count - 1], to: parent, nil, nil)
      scanner.skipBlanks()
      if scanner.take("}") { return table(0) }
      guard scanner.take(",") else {
        throw scanner.unexpected("a table should go on with , or end with }, but there is")
      }
    }
  }

  // MARK: The result

  private func table(_ index: Int) -> TOMLTable {
    var table = TOMLTable()
    for name in tables[index].names {
      let value: TOMLValue
      switch tables[index].contents[name.key] {
      case .value(let own)?: value = own
      case .table(let index)?: value = .table(self.table(index))
      case .list(let list)?: value = .array(list.map { .table(self.table($0)) })
      case nil: continue
      }
      table.append(.init(key: name.key, value: value, place: name.place, valuePlace: name.valuePlace))
    }
    return table
  }
}
