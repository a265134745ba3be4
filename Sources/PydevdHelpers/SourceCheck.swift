/// The question how a source file stands to the process that runs it.
public enum SourceCheck {
  /// Returns an expression whose value is `[LENGTH CHECKSUM NEWER FRAME…]` of a file: NEWER is 1 where the process runs an older
  /// version of it, and the frames are those that do, where its functions run this one. `[]` stands for a file that can't be read.
  /// - Parameters:
  ///   - file: a Python literal.
  ///   - hasReloaded: a module was reloaded, so that frames may run other code than the functions have.
  public static func expression(file: String, hasReloaded: Bool = false) -> String {
    helper.value("describe", [file, hasReloaded ? "True" : "False"])
  }

  private static let helper = Helper(modules: [
    ("dialback_frames", PackageResources.dialback_frames_py),
    ("dialback_sources", PackageResources.dialback_sources_py),
  ])
}
