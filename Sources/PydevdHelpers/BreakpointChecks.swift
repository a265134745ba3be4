/// Expressions that check a breakpoint where it is hit.
///
/// The first one that a process evaluates installs the functions there, as an attribute of pydevd's own package.
public enum BreakpointChecks {
  /// Returns a call of a function of `dialback_breakpoints.py`.
  /// - Parameter arguments: Python expressions.
  public static func call(_ function: String, _ arguments: [String]) -> String {
    "\(module).\(function)(\(arguments.joined(separator: ", ")))"
  }

  private static let module: String = {
    let installed = "getattr(__import__('_pydevd_bundle'), 'dialback_breakpoints', None)"
    return "(\(installed) or \(helper.call("install", [])) or \(installed))"
  }()

  private static let helper = Helper(modules: [("dialback_breakpoints", PackageResources.dialback_breakpoints_py)])
}
