/// The expression that each process evaluates once, at its first stop.
public enum ProcessReport {
  private static let helper = Helper(modules: [
    ("dialback_debugger", PackageResources.dialback_debugger_py), ("dialback_exit", PackageResources.dialback_exit_py),
    ("dialback_process", PackageResources.dialback_process_py),
  ])

  /// An expression that lets all output arrive (`dialback_exit.py`), sets the limits of values, and describes the process
  /// (`dialback_process.py`, `describe`).
  /// - Parameter endsSettrace: an expression that is true where the stop is at the end of a call of `settrace`; `nil` where it isn't.
  public static func expression(_ limits: ValueLimits, endsSettrace: String?) -> String {
    "(lambda text: \(limits.installation) or text)(\(helper.value("describe", [endsSettrace ?? "False"])))"
  }
}
