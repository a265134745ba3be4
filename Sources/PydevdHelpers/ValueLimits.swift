/// The limits for what a process computes to show its values, and the expressions that set them there.
///
/// Values are computed on the stopped thread, so that they are those that the program would see at that line. A watchdog ends
/// what takes too long, so that a `__repr__` that hangs affects only its own value.
public struct ValueLimits: Equatable, Sendable {
  /// Seconds for one value; `nil` where it may take as long as it does.
  public var timeout: Double?
  /// Seconds for all values of one request.
  public var total: Double
  /// Whether opening a value computes its properties.
  public var computesProperties: Bool
  /// Whether the program's output shows what a computed value prints.
  public var showsOutput: Bool

  public init(
    timeout: Double? = 1, total: Double = 3, computesProperties: Bool = true, showsOutput: Bool = false
  ) {
    self.timeout = timeout
    self.total = total
    self.computesProperties = computesProperties
    self.showsOutput = showsOutput
  }

  /// An expression, `None` by its value, that installs the limits in a process, once for each connection.
  public var installation: String { Self.before + arguments.joined(separator: ",") + Self.after }

  /// An expression that sets the limits where they are installed.
  public var setting: String {
    "\(Self.found)['dialback_values'].configure(\(arguments.joined(separator: ", ")))"
  }

  /// Returns an expression that has the program go on by itself after so many seconds without an answer of this machine; with `nil`
  /// it does what pydevd does.
  public static func release(after seconds: Double?) -> String {
    "\(found)['dialback_link'].release_after(\(seconds.map { "\($0)" } ?? "None"))"
  }

  private static let found =
    "__import__('sys').modules['_pydevd_bundle.pydevd_xml'].var_to_xml.__globals__['loaded_modules']"

  private var arguments: [String] {
    [
      timeout.map { "\($0)" } ?? "None", "\(total)", computesProperties ? "True" : "False",
      showsOutput ? "True" : "False",
    ]
  }

  private static let helper = Helper(modules: [
    ("dialback_debugger", PackageResources.dialback_debugger_py),
    ("dialback_kept", PackageResources.dialback_kept_py),
    ("dialback_requests", PackageResources.dialback_requests_py),
    ("dialback_texts", PackageResources.dialback_texts_py),
    ("dialback_members", PackageResources.dialback_members_py),
    ("dialback_interrupts", PackageResources.dialback_interrupts_py),
    ("dialback_evaluation", PackageResources.dialback_evaluation_py),
    ("dialback_variables", PackageResources.dialback_variables_py),
    ("dialback_attributes", PackageResources.dialback_attributes_py),
    ("dialback_returned", PackageResources.dialback_returned_py),
    ("dialback_output", PackageResources.dialback_output_py),
    ("dialback_ending", PackageResources.dialback_ending_py),
    ("dialback_link", PackageResources.dialback_link_py),
    ("dialback_console", PackageResources.dialback_console_py),
    ("dialback_namespaces", PackageResources.dialback_namespaces_py),
    ("dialback_values", PackageResources.dialback_values_py),
  ])

  /// The expression on both sides of the arguments: hundreds of processes get it, and it is long.
  private static let (before, after): (String, String) = {
    let mark = "<arguments>"
    let parts = helper.call("install", [mark]).split(separator: mark, maxSplits: 1)
    return (String(parts[0]), String(parts[1]))
  }()
}
