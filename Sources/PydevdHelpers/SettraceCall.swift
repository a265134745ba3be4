/// The question whether a stop is behind a call of `settrace`.
public enum SettraceCall {
  private static let helper = Helper(modules: [("dialback_settrace", PackageResources.dialback_settrace_py)])

  /// An expression that is true where a call of `settrace` ends on a line.
  /// - Parameter file: a Python literal.
  public static func ends(file: String, line: Int) -> String { helper.value("ends_settrace", [file, "\(line)"]) }
}
