extension Frame {
  /// The payload of a reply, or the error that it is.
  func accepted() throws -> String {
    guard command != .error else { throw WireError.remote(payload) }
    return payload
  }

  /// The variables of a reply.
  func variables(_ dialect: Dialect) throws -> [WireVariable] {
    try XMLScanner.list(accepted()) { $0.isNamed("var") ? WireVariable($0, dialect) : nil }
  }

  /// The one variable that a reply is about.
  func variable(_ dialect: Dialect) throws -> WireVariable {
    guard let value = try variables(dialect).first else {
      throw WireError.malformed(command, "a reply without its value")
    }
    return value
  }
}
