extension Frame {
  /// The payload of a reply, or the error that it is.
  func accepted() throws -> String {
    guard command != .error else { throw WireError.remote(payload) }
    return payload
  }

  /// The XML of a reply.
  func elements() throws -> [XMLElement] { try XMLScanner.elements(in: accepted()) }

  /// The variables of a reply.
  func variables(_ dialect: Dialect) throws -> [WireVariable] {
    let elements = try elements()
    var list: [WireVariable] = []
    list.reserveCapacity(elements.count)
    for element in elements where element.isNamed("var") { list.append(WireVariable(element, dialect)) }
    return list
  }

  /// The one variable that a reply is about.
  func variable(_ dialect: Dialect) throws -> WireVariable {
    guard let value = try variables(dialect).first else {
      throw WireError.malformed(command, "a reply without its value")
    }
    return value
  }
}
