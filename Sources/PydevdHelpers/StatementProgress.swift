/// How far a stopped frame has come in its statement.
public enum StatementProgress {
  private static let helper = Helper(modules: [
    ("dialback_frames", PackageResources.dialback_frames_py), ("dialback_calls", PackageResources.dialback_calls_py),
  ])

  /// An expression whose value is `LINE COLUMN`, the end of what was carried out last, or `start`, or `unknown`.
  /// - Parameter frame: the identity of the frame.
  public static func expression(frame: String) -> String { helper.value("progress", [frame]) }
}
