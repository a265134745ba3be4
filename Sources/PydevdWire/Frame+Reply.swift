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
    let text = try accepted()
    var list: [WireVariable] = []
    // A variable has some hundred bytes.
    list.reserveCapacity(1 + text.utf8.count / 100)
    try XMLScanner.scan(text) { tag in
      if tag.isNamed("var") { list.append(WireVariable(tag, dialect)) }
    }
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
