/// Turns the names that pydevd gives to children (`pydevd_resolver.py`: zero-padded indices, `repr(key) (id(key))`,
/// attribute names) into names for people and into Python expressions.
public enum VariableNaming {
  /// An expression that can be followed by `.name` or `[0]`: in brackets unless it is a plain chain of those.
  public static func operand(_ expression: String) -> String {
    let isChain = expression.allSatisfy {
      $0 == "_" || $0 == "." || $0 == "[" || $0 == "]" || $0.isLetter || $0.isNumber
    }
    return isChain && expression.first?.isNumber == false ? expression : "(\(expression))"
  }

  static func named(
    _ variable: Variable, parentType: String?, parentExpression: String?, isTop: Bool
  ) -> Variable {
    var variable = variable
    let raw = variable.path.names.last ?? variable.name
    if isTop {
      variable.expression = isIdentifier(raw) && variable.group != .returned ? raw : nil
      return variable
    }
    if let key = dictionaryKey(raw), !isIdentifier(raw) {
      variable.name = "[\(key)]"
      variable.expression = isPlainKey(key) ? parentExpression.map { "\($0)[\(key)]" } : nil
    } else if raw.allSatisfy(\.isNumber), !raw.isEmpty {
      nameElement(&variable, raw, parentType, parentExpression)
    } else if isIdentifier(raw) {
      variable.expression = parentExpression.map { "\($0).\(raw)" }
    }
    return variable
  }

  private static func nameElement(
    _ variable: inout Variable, _ raw: String, _ parentType: String?, _ parentExpression: String?
  ) {
    let isSet = parentType == "set" || parentType == "frozenset"
    let index = Int(raw).map(String.init) ?? raw
    variable.name = isSet ? "{}" : "[\(index)]"
    variable.expression = isSet ? nil : parentExpression.map { "\($0)[\(index)]" }
  }

  /// `'k'` of `'k' (139876)`.
  private static func dictionaryKey(_ raw: String) -> String? {
    guard raw.hasSuffix(")"), let open = raw.lastIndex(of: "(") else { return nil }
    let id = raw[raw.index(after: open)...].dropLast()
    let key = raw[..<open]
    guard !id.isEmpty, id.allSatisfy(\.isNumber), key.hasSuffix(" ") else { return nil }
    return String(key.dropLast())
  }

  /// A key whose `repr` can be read back: a string, a number, or a constant.
  private static func isPlainKey(_ key: String) -> Bool {
    if key == "None" || key == "True" || key == "False" { return true }
    if let first = key.first, first == "'" || first == "\"" { return key.count > 1 && key.last == first }
    return Double(key) != nil
  }

  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.first, first == "_" || first.isLetter else { return false }
    return text.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
  }
}
