/// The way to a variable: the names exactly as the process gave them, outermost first.
public struct VariablePath: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    /// The first name is a variable's of the frame.
    case frame
    /// The first name is a Python expression.
    case expression
  }

  public var names: [String]
  public var scope: Scope

  public init(_ names: [String], scope: Scope = .frame) {
    self.names = names
    self.scope = scope
  }

  /// The frame's own variables.
  public static let root = VariablePath([])

  /// The variables of the frame's module.
  public static let globals = VariablePath(["globals()"], scope: .expression)

  /// Somebody's expression itself, not a part of its value.
  public var isExpression: Bool { scope == .expression && names.count == 1 }

  public func appending(_ name: String) -> VariablePath { VariablePath(names + [name], scope: scope) }

  /// The way to what this is a child of; `nil` for what leads to no variable.
  public var parent: VariablePath? {
    names.isEmpty || (scope == .expression && names.count == 1)
      ? nil : VariablePath(Array(names.dropLast()), scope: scope)
  }
}

/// One value as the process showed it.
public struct Variable: Equatable, Sendable {
  /// Where a variable belongs when names are folded by group.
  public enum Group: String, Equatable, Sendable, CaseIterable {
    case normal, special, protected, function, classes, returned

    /// Its names are shown one by one, not folded.
    public var isPlain: Bool { self == .normal }
  }

  /// For people: `x`, `[0]`, `'key'`.
  public var name: String
  public var type: String
  /// One line or more, possibly cut by the process.
  public var value: String
  public var expandable: Bool
  public var path: VariablePath
  /// A Python expression that gives this value in its frame, where there is one.
  public var expression: String?
  /// `1000` of a container, `(3, 4)` of an array.
  public var shape: String?
  /// The type of an array's elements.
  public var elementType: String?
  public var group: Group
  /// The value is the text of what went wrong.
  public var isError: Bool
  /// The value is not there yet: it is being computed, or waits for another one.
  public var isPending = false
  /// The value at the previous stop in the same function, where it was another one.
  public var previous: String?

  public init(
    name: String, type: String, value: String, expandable: Bool = false, path: VariablePath, expression: String? = nil,
    shape: String? = nil, group: Group = .normal, isError: Bool = false, previous: String? = nil
  ) {
    self.name = name
    self.type = type
    self.value = value
    self.expandable = expandable
    self.path = path
    self.expression = expression
    self.shape = shape
    self.group = group
    self.isError = isError
    self.previous = previous
  }

  /// The name as lists show it: `→ price()` for a value that `price` returned.
  public func shownName(arrow: String) -> String { group == .returned ? "\(arrow) \(name)()" : name }

  /// What `expand` takes to open this variable.
  public var pathText: String { expression ?? path.names.joined(separator: "\u{1f}") }
}
