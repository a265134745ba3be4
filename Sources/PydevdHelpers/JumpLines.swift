/// The lines that a stopped frame can go on from.
public enum JumpLines {
  private static let helper = Helper(modules: [
    ("dialback_frames", PackageResources.dialback_frames_py), ("dialback_jumps", PackageResources.dialback_jumps_py),
  ])

  /// An expression whose value is the lines that Python accepts, in their order, with commas between.
  /// - Parameter frame: the identity of the frame.
  public static func expression(frame: String) -> String { helper.value("lines_from", [frame]) }
}
