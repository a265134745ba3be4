/// The names that lead to a variable, as 110 wants them: the outermost first, then a child's name each.
struct VariablePath: Equatable {
  var names: [String]
  /// The first name is an expression, not a variable's name.
  var isExpression: Bool

  /// The names as they can be sent. A dictionary's key may hold anything; the number behind it is what counts, and is enough
  /// (`pydevd_resolver.py`, `DictResolver.resolve`).
  init(_ names: [String], isExpression: Bool) {
    self.names =
      names.prefix(1)
      + names.dropFirst().map { Self.needsIdentity($0) ? "(\(Self.identity($0) ?? $0))" : $0 }
    self.isExpression = isExpression
  }

  /// The same path with all that is not ASCII inside of one expression at its beginning.
  func inASCII() -> VariablePath {
    guard let last = names.lastIndex(where: { !ASCIIExpression.isASCII($0) }) else { return self }
    let expression = names.prefix(last + 1).dropFirst().reduce(names[0]) { Self.child($1, of: $0) }
    var result = self
    result.names = [ASCIIExpression.make(expression)] + names[(last + 1)...]
    result.isExpression = true
    return result
  }

  /// The expression for a child: of a sequence by its index, of a dictionary by its key's identity, of others an attribute.
  static func child(_ name: String, of parent: String) -> String {
    if let number = Int(name) { return element(number, name, of: parent) }
    if let identity = identity(name) {
      return call("[v for k, v in c.items() if b.id(k) == \(identity)][0]", parent)
    }
    return "(\(parent)).\(name)"
  }

  /// An element is named by its place, one of a set by its identity (`pydevd_resolver.py`, `SetResolver`). Only the container's
  /// type says which of the two a number is, and only the process knows that, unless the number is none of an object: a place
  /// that is filled up with zeros.
  private static func element(_ number: Int, _ name: String, of parent: String) -> String {
    if name.utf8.first == UInt8(ascii: "0") { return "(\(parent))[\(number)]" }
    let member = "[v for v in c if b.id(v) == \(number)][0]"
    // A subclass may give another value for an index than the one that was listed.
    let listed = "[v for i, v in b.enumerate(c) if i == \(number)][0]"
    let isSubclass = "b.isinstance(c, (b.list, b.tuple)) and b.type(c) not in (b.list, b.tuple)"
    return call(
      "\(member) if b.isinstance(c, (b.set, b.frozenset)) else \(listed) if \(isSubclass) else c[\(number)]", parent)
  }

  /// Calls `body` with the builtins `b` and the container `c`. Without a function of its own, Python 2 would leave the loop's
  /// variables among the program's.
  private static func call(_ body: String, _ parent: String) -> String {
    "(lambda b, c: \(body))(\(ASCIIExpression.builtins), (\(parent)))"
  }

  private static func needsIdentity(_ name: String) -> Bool {
    name.utf8.contains { $0 < 0x20 || $0 >= 0x80 } && identity(name) != nil
  }

  /// `139` of `'key' (139)`.
  private static func identity(_ name: String) -> String? {
    guard name.utf8.last == 0x29, let open = name.utf8.lastIndex(of: 0x28) else { return nil }
    let digits = name.utf8[name.utf8.index(after: open)...].dropLast()
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return String(digits)
  }
}
