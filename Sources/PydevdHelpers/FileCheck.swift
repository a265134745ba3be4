/// The question which files a process has.
public enum FileCheck {
  private static let helper = Helper(modules: [("dialback_files", PackageResources.dialback_files_py)])

  /// An expression whose value has a letter for each file, in square brackets: `m` where it is missing, `x` where filters leave it
  /// out, `f` where it is found.
  /// - Parameter files: Python literals.
  public static func expression(_ files: [String]) -> String {
    helper.value("check_all", ["[\(files.joined(separator: ", "))]"])
  }
}
