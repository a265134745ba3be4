/// How the processes are debugged: told to each one where it connects, and to all where it changes.
public struct DebuggeeOptions: Equatable, Sendable {
  /// What the timeout may be.
  public static let timeouts = 0.1...86_400.0

  /// Seconds to wait for the value of an expression.
  public var timeout = 60.0
  public var showsReturnValues = true
  public var tracedProperties = Set(PropertyPart.allCases)
  public var heedsDontTrace = false
  public var redirection = Redirection.program
  public var projectRoots = ProjectRoots.automatic
  /// The folders of a program that is started here.
  public var programRoots: [String] = []
  public var filtersLibraries = false
  public var stopsInUnitTests = false
  public var conditionErrors = ConditionErrors.stop
  public var accelerates = false
  public var renderers: [TypeRenderer] = []
  public var values = ValueOptions()
  public var link = LinkOptions()

  public init() {}

  public mutating func take(_ option: DebuggeeOption) {
    switch option {
    case .returnValues(let isOn): showsReturnValues = isOn
    case .propertyTrace(let parts): tracedProperties = parts
    case .dontTraceComments(let isOn): heedsDontTrace = isOn
    case .redirect(let redirection): self.redirection = redirection
    case .projectRoots(let roots): projectRoots = roots
    case .filterLibraries(let isOn): filtersLibraries = isOn
    case .unitTests(let isOn): stopsInUnitTests = isOn
    case .conditionErrors(let way): conditionErrors = way
    case .accelerate(let isOn): accelerates = isOn
    case .values(let change): values.take(change)
    case .link(let change): link.take(change)
    }
  }

  /// Each option with its value, spelled as `set` reads it.
  public var fields: [ResultValue.Field] {
    [
      .init("timeout", .number(thousandths: Int((timeout * 1000).rounded()))),
      .init("return-values", Self.word(showsReturnValues)), .init("property-trace", .string(propertyText)),
      .init("dont-trace-comments", Self.word(heedsDontTrace)), .init("redirect", .string(redirection.rawValue)),
      .init("project-roots", .string(rootsText)), .init("filter-libraries", Self.word(filtersLibraries)),
      .init("unit-tests", Self.word(stopsInUnitTests)), .init("condition-errors", .string(conditionErrors.rawValue)),
      .init("accelerate", Self.word(accelerates)),
    ] + values.fields + link.fields
  }

  private var propertyText: String {
    if tracedProperties.isEmpty { return "off" }
    let parts = PropertyPart.allCases.filter(tracedProperties.contains)
    return parts == PropertyPart.allCases ? "on" : parts.map(\.rawValue).joined(separator: ",")
  }

  private var rootsText: String {
    switch projectRoots {
    case .automatic: "auto"
    case .paths(let paths): paths.joined(separator: ",")
    }
  }

  private static func word(_ isOn: Bool) -> ResultValue { .string(isOn ? "on" : "off") }
}
