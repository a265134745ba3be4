import DebuggerModel
import PydevdWire

/// Turns the wire's variables into the model's.
enum VariableReading {
  /// - Parameter path: of the variable whose children these are; `.root` for the frame's own.
  static func list(_ wire: [WireVariable], path: VariablePath) -> VariableList {
    let values = wire.filter { $0.marker == nil && !isLength($0) && !isRest($0) }
    let variables = values.compactMap { one -> Variable? in
      one.isReturnValue ? returned(one) : variable(one, path: path.appending(one.name))
    }
    let elements = values.count { isElement($0) }
    let length = wire.first(where: isLength).flatMap { WireNumber.count($0.value) } ?? elements
    let hasMore = elements > 0 && (wire.contains(where: isRest) || elements < length)
    return VariableList(
      variables, nextOffset: hasMore ? elements : nil, hasFolded: wire.contains { $0.marker?.isSpecial == true },
      isSet: isSet(wire, from: 0))
  }

  /// Some elements of a container.
  /// - Parameters:
  ///   - range: where they are in it.
  ///   - isWhole: the place of the first one is that in the container, not that in the part that was asked for.
  static func elements(_ wire: [WireVariable], path: VariablePath, in range: Range<Int>, isWhole: Bool) -> VariableList
  {
    let isSet = isSet(wire, from: isWhole ? range.lowerBound : 0)
    let elements = wire.filter(isElement).prefix(range.count).map { element in
      var name = element.name
      if !isWhole, !isSet, let index = WireNumber.count(name), index < range.count {
        name = String(range.lowerBound + index)
      }
      return variable(element, path: path.appending(name))
    }
    return VariableList(elements, isSet: isSet)
  }

  /// Whether these are the children of a set, or of what is derived from one: `SetResolver` names its elements by identity
  /// alone, `TupleResolver` those of a sequence by their places, of which `first` is one then (`pydevd_resolver.py`). The type's
  /// name does not say it, and the numbers are of any length: the small integers of a Python that is loaded at a fixed address
  /// have short identities.
  private static func isSet(_ wire: [WireVariable], from first: Int) -> Bool {
    let numbers = wire.lazy.compactMap { $0.marker == nil ? Int($0.name) : nil }
    return wire.contains(where: isLength) && !numbers.isEmpty && !numbers.contains(first)
  }

  private static func isLength(_ variable: WireVariable) -> Bool {
    variable.name == "__len__" || variable.name == "len()"
  }

  /// What stands for the elements that were left out (`pydevd_resolver.py`, `MoreItems`, `MoreItemsRange`, `TOO_LARGE_ATTR`).
  private static func isRest(_ variable: WireVariable) -> Bool {
    variable.name == "Unable to handle:" || (variable.name == "more" && variable.type.hasPrefix("MoreItems"))
  }

  /// Named by its place, or by its key and the key's identity.
  private static func isElement(_ variable: WireVariable) -> Bool {
    let name = variable.name.utf8
    if name.allSatisfy({ (0x30...0x39).contains($0) }) { return !name.isEmpty }
    guard name.last == 0x29, let open = name.lastIndex(of: 0x28), open > name.startIndex else { return false }
    let identity = name[name.index(after: open)...].dropLast()
    return !identity.isEmpty && identity.allSatisfy { (0x30...0x39).contains($0) }
  }

  static func variable(_ wire: WireVariable, path: VariablePath) -> Variable {
    var variable = Variable(
      name: wire.name, type: wire.type, value: value(wire), expandable: wire.isContainer, path: path,
      shape: wire.shape, group: path.isExpression ? .normal : group(wire), isError: wire.isErrorOnEval)
    variable.elementType = wire.elementType
    variable.isPending = wire.pending != nil
    return variable
  }

  /// Returns a value that a function returned, or `nil` for `None`, which says nothing. pydevd keeps such values in a dictionary
  /// among the caller's variables (`pydevd_frame.py`, `_show_return_values`), so the path leads there and never to a variable
  /// of the function's name.
  static func returned(_ wire: WireVariable) -> Variable? {
    guard wire.type != "NoneType" || wire.isErrorOnEval else { return nil }
    var variable = variable(
      wire, path: VariablePath(["__pydevd_ret_val_dict[\(PythonLiteral.quoted(wire.name))]"], scope: .expression))
    variable.group = .returned
    return variable
  }

  /// A string's value arrives bare: with quotes nobody takes the text `None` for the value. An error says its type.
  private static func value(_ wire: WireVariable) -> String {
    if wire.isErrorOnEval { return errorText(wire) }
    return wire.type == "str" || wire.type == "unicode" ? PythonLiteral.quoted(wire.value) : wire.value
  }

  /// The exception that an expression raised, with its type; the process sends a text that has it, see ``ValueLimits``.
  static func errorText(_ wire: WireVariable) -> String {
    wire.type == "str" || wire.value.hasPrefix(wire.type) ? wire.value : "\(wire.type): \(wire.value)"
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

extension WireVariable.Marker {
  /// It stands for variables that are of interest now and then.
  var isSpecial: Bool {
    switch self {
    case .special, .ipython: true
    case .returned: false
    }
  }
}
