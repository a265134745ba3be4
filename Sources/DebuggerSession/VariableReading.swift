import DebuggerModel
import PydevdWire

/// Turns the wire's variables into the model's.
enum VariableReading {
  /// - Parameter path: of the variable whose children these are; `.root` for the frame's own.
  static func list(_ wire: [WireVariable], path: VariablePath, offset: Int, dialect: Dialect) -> VariableList {
    let values = wire.filter { $0.marker == nil && !isLength($0) }
    let variables = values.map { variable($0, path: path.appending($0.name)) }
    let length = wire.first(where: isLength).flatMap { Int($0.value) }
    let shown = offset + variables.count
    let next = dialect.pagesByOffset && variables.count >= pageSize && shown < (length ?? shown) ? shown : nil
    return VariableList(variables, nextOffset: next)
  }

  /// pydevd-pycharm's `MAX_ITEMS_TO_HANDLE` (`pydevd_constants.py`).
  private static let pageSize = 100

  private static func isLength(_ variable: WireVariable) -> Bool {
    variable.name == "__len__" || variable.name == "len()"
  }

  static func variable(_ wire: WireVariable, path: VariablePath) -> Variable {
    Variable(
      name: wire.name, type: wire.type, value: value(wire), expandable: wire.isContainer, path: path,
      shape: wire.shape, group: group(wire), isError: wire.isErrorOnEval)
  }

  /// A string's value arrives bare: with quotes nobody takes the text `None` for the value. An error says its type.
  private static func value(_ wire: WireVariable) -> String {
    if wire.isErrorOnEval { return errorText(wire) }
    return wire.type == "str" || wire.type == "unicode" ? quoted(wire.value) : wire.value
  }

  /// The exception that an expression raised, with its type.
  static func errorText(_ wire: WireVariable) -> String {
    wire.value.hasPrefix(wire.type) ? wire.value : "\(wire.type): \(wire.value)"
  }

  private static func quoted(_ text: String) -> String {
    let quote: Character = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\\": result += "\\\\"
      case "'" where quote == "'": result += "\\'"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + String(quote)
  }

  private static func group(_ wire: WireVariable) -> Variable.Group {
    if wire.isReturnValue { return .returned }
    switch wire.scope {
    case "special variables": return .special
    case "protected variables": return .protected
    case "function variables": return .function
    case "class variables": return .classes
    default: break
    }
    if wire.name.hasPrefix("__"), wire.name.hasSuffix("__"), wire.name.count > 4 { return .special }
    return .normal
  }
}
