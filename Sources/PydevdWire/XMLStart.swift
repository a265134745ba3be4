/// The name and the attributes of an element.
protocol XMLStart {
  func isNamed(_ name: StaticString) -> Bool
  /// Goes through the names and the raw values in their order, until told to stop: for those who want most of them.
  func forEachAttribute(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool)
}

extension XMLStart {
  /// The first attribute of this name; entities are resolved.
  func resolved(_ name: StaticString) -> String? { value(of: name) { XMLScanner.resolveEntities($0) } }

  /// The first attribute of this name, which is percent-coded below its entities.
  func percentDecoded(_ name: StaticString) -> String? { value(of: name) { XMLScanner.percentDecode($0) } }

  /// Whether an attribute has a value that needs no resolving.
  func has(_ name: StaticString, _ value: StaticString) -> Bool { self.value(of: name) { $0.isText(value) } ?? false }

  private func value<Value>(of name: StaticString, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
    var result: Value?
    forEachAttribute { found, value in
      guard found.isText(name) else { return true }
      result = body(value)
      return false
    }
    return result
  }
}
