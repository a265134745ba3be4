/// Takes in what was changed in a module's file (`pydevd_reload.py`, `xreload`).
public enum ModuleReload {
  private static let helper = Helper(modules: [("dialback_reload", PackageResources.dialback_reload_py)])

  /// An expression whose value is what was changed, in words. It raises what keeps the module from being loaded.
  /// - Parameter module: its name, as in `import`.
  public static func expression(_ module: String) -> String { helper.value("reload", ["'\(module)'"]) }
}
