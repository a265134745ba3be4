/// Turns the names that pydevd gives to children (`pydevd_resolver.py`: zero-padded indices, `repr(key) (id(key))`,
/// attribute names) into names for people and into Python expressions.
public struct VariableNaming {
  /// What the variables are children of.
  enum Parent {
    case frame
    case globals
    case value(expression: String?, isSet: Bool)
  }

  private let parent: Parent

  init(_ parent: Parent) { self.parent = parent }

  /// An expression that can be followed by `.name` or `[0]`: in brackets unless it is a plain chain of those.
  public static func operand(_ expression: String) -> String {
    let isChain = expression.allSatisfy {
      $0 == "_" || $0 == "." || $0 == "[" || $0 == "]" || $0.isLetter || $0.isNumber
    }
    return isChain && expression.first?.isNumber == false ? expression : "(\(expression))"
  }

  /// - Returns: `nil` for what is no variable at all, as the methods of the dictionary that holds the globals.
  func named(_ variable: Variable) -> Variable? {
    let raw = variable.path.names.last ?? variable.name
    switch parent {
    case .frame:
      var variable = variable
      variable.expression = Self.isIdentifier(raw) || variable.group == .returned ? raw : nil
      return variable
    case .globals: return Self.global(variable, raw)
    case .value(let expression, let isSet): return Self.child(variable, raw, expression, isSet)
    }
  }

  private static func global(_ variable: Variable, _ raw: String) -> Variable? {
    guard let key = dictionaryKey(raw), key.count > 2, let quote = key.first, quote == "'" || quote == "\"" else {
      return nil
    }
    var variable = variable
    let name = String(key.dropFirst().dropLast())
    variable.name = name
    variable.expression = "globals()[\(key)]"
    variable.group = group(ofGlobal: name, type: variable.type)
    return variable
  }

  private static func group(ofGlobal name: String, type: String) -> Variable.Group {
    if name.hasPrefix("__"), name.hasSuffix("__") { return .special }
    switch type {
    case "function", "builtin_function_or_method": return .function
    case "type", "classobj", "ABCMeta", "EnumMeta", "EnumType": return .classes
    case "module": return .special
    default: return .normal
    }
  }

  private static func child(_ variable: Variable, _ raw: String, _ parent: String?, _ isSet: Bool) -> Variable {
    var variable = variable
    if let key = dictionaryKey(raw), !isIdentifier(raw) {
      variable.name = "[\(key)]"
      variable.expression = isPlainKey(key) ? parent.map { "\($0)[\(key)]" } : nil
    } else if raw.allSatisfy(\.isNumber), !raw.isEmpty {
      let index = Int(raw).map(String.init) ?? raw
      variable.name = isSet ? "{}" : "[\(index)]"
      variable.expression = isSet ? nil : parent.map { "\($0)[\(index)]" }
    } else if isIdentifier(raw) {
      variable.expression = parent.map { "\($0).\(raw)" }
    }
    return variable
  }

  /// `'k'` of `'k' (139876)`.
  private static func dictionaryKey(_ raw: String) -> String? {
    guard raw.hasSuffix(")"), let open = raw.lastIndex(of: "(") else { return nil }
    let id = raw[raw.index(after: open)...].dropLast()
    let key = raw[..<open]
    guard !id.isEmpty, id.allSatisfy(\.isNumber), key.hasSuffix(" ") else { return nil }
    return String(key.dropLast())
  }

  /// A key whose `repr` can be read back: a string, a number, a constant, or a tuple of such.
  private static func isPlainKey(_ key: String) -> Bool {
    if key == "None" || key == "True" || key == "False" { return true }
    if key.hasPrefix("("), key.hasSuffix(")") {
      let parts = key.dropFirst().dropLast().split(separator: ",")
      return !parts.isEmpty && parts.allSatisfy { isPlainKey(String($0.drop { $0 == " " })) }
    }
    let text = key.first == "b" || key.first == "u" ? key.dropFirst() : key[...]
    if let first = text.first, first == "'" || first == "\"" { return text.count > 1 && text.last == first }
    // Swift also reads words as numbers, `inf` for one; in Python they are names.
    return key.utf8.allSatisfy { (0x30...0x39).contains($0) || ".-+eE".utf8.contains($0) } && Double(key) != nil
  }

  /// Takes the expressions away that lead to more than one of the children: keys of different kinds can have one text.
  static func withoutAmbiguous(_ children: [Variable]) -> [Variable] {
    let counts = Dictionary(children.compactMap { $0.expression.map { ($0, 1) } }, uniquingKeysWith: +)
    guard counts.contains(where: { $0.value > 1 }) else { return children }
    return children.map { child in
      var child = child
      if let expression = child.expression, counts[expression] != 1 { child.expression = nil }
      return child
    }
  }

  public static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.first, first == "_" || first.isLetter else { return false }
    // Nearly all, of which a frame has hundreds.
    if text.utf8.allSatisfy(isASCIIWord) { return true }
    return text.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
