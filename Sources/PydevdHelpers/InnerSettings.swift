/// Settings of pydevd that there is no message for.
public enum InnerSettings {
  private static let filters = Helper(modules: [
    ("dialback_debugger", PackageResources.dialback_debugger_py),
    ("dialback_filters", PackageResources.dialback_filters_py),
  ])
  private static let accelerator = Helper(modules: [
    ("dialback_debugger", PackageResources.dialback_debugger_py),
    ("dialback_accelerator", PackageResources.dialback_accelerator_py),
  ])

  /// An expression that sets whether what is in no project root is passed over. Both sides have that (`pydevd.py`,
  /// `set_use_libraries_filter` or `is_filter_libraries`).
  public static func filterLibraries(_ isOn: Bool) -> String {
    filters.value("filter_libraries", [isOn ? "True" : "False"])
  }

  /// An expression that lets orders wake the stopped threads of pydevd-pycharm (`dialback_accelerator.py`).
  public static let accelerate = accelerator.value("accelerate", [])
}
