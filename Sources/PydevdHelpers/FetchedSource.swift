/// The text of a source that is not on this machine.
public enum FetchedSource {
  private static let helper = Helper(modules: [
    ("dialback_frames", PackageResources.dialback_frames_py),
    ("dialback_decoding", PackageResources.dialback_decoding_py),
    ("dialback_bytecode", PackageResources.dialback_bytecode_py),
    ("dialback_source_text", PackageResources.dialback_source_text_py),
  ])

  /// An expression whose value is the text of a file, or of a frame's code, behind a letter for where it is from, its length and a
  /// blank (`dialback_source_text.py`, `source`).
  /// - Parameters:
  ///   - path: a Python literal.
  ///   - frame: the identity of the frame.
  ///   - isFramesOwn: the frame's code is what is asked for, under whatever name Python has for it.
  ///   - limit: characters of the text.
  public static func expression(_ path: String, frame: String, isFramesOwn: Bool, limit: Int) -> String {
    helper.value("source", [frame, path, isFramesOwn ? "True" : "False", "globals()", "\(limit)"])
  }
}
