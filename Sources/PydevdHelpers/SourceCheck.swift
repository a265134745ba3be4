/// The question how a source file stands to the process that runs it.
public enum SourceCheck {
  /// Returns an expression whose value is `[LENGTH CHECKSUM NEWER]` of a file: NEWER is 1 where the process runs an older
  /// version of it. `[]` stands for a file that can't be read.
  /// - Parameter file: a Python literal.
  public static func expression(file: String) -> String { helper.value("describe", [file]) }

  private static let helper = Helper(modules: [("dialback_sources", PackageResources.dialback_sources_py)])
}
