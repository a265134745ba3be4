/// A thread's stack, for releases that have no request for it.
public enum ThreadStackText {
  private static let helper = Helper(modules: [("dialback_stacks", PackageResources.dialback_stacks_py)])

  /// An expression whose value has a line for each frame, the innermost first: line, function and file with tabs between.
  /// - Parameter identity: Python's `id()` of the thread.
  public static func expression(identity: String) -> String { helper.value("stack", [identity]) }
}
