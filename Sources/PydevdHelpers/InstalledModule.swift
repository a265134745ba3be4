/// A module of functions that are called again and again in a debugged process.
///
/// The first call that a process evaluates installs the module there, as an attribute of pydevd's own package.
public struct InstalledModule: Sendable {
  /// Checks breakpoints where they are hit.
  public static let breakpoints = Self("dialback_breakpoints", PackageResources.dialback_breakpoints_py)
  /// Says why a thread stopped.
  public static let stops = Self("dialback_stops", PackageResources.dialback_stops_py)

  /// Looks at the syntax of expressions.
  public static let syntax = Self("dialback_syntax", PackageResources.dialback_syntax_py)

  private let module: String

  private init(_ name: String, _ text: [UInt8]) {
    let installed = "getattr(__import__('_pydevd_bundle'), '\(name)', None)"
    let helper = Helper(modules: [(name, text)])
    module = "(\(installed) or \(helper.call("install", [])) or \(installed))"
  }

  /// Returns a call of a function of the module, as one line of ASCII.
  /// - Parameter arguments: Python expressions.
  public func call(_ function: String, _ arguments: [String]) -> String {
    "\(module).\(function)(\(arguments.joined(separator: ", ")))"
  }
}
