/// The things that refer to a value. The protocol has a command that describes them as XML of its own (135 with `pydevd_referrers.py`,
/// `get_referrer_info`), with pydevd's own objects among it.
public enum ReferrerList {
  private static let helper = Helper(modules: [
    ("dialback_frames", PackageResources.dialback_frames_py),
    ("dialback_referrers", PackageResources.dialback_referrers_py),
  ])

  /// An expression whose value is the list as JSON (`dialback_referrers.py`, `referrers`).
  /// - Parameter limit: the most entries.
  public static func expression(_ value: String, limit: Int) -> String {
    helper.value("referrers", ["(\(value))", "\(limit)"])
  }
}
