/// Variables of the module of a stopped frame.
public enum ModuleVariable {
  private static let helper = Helper(modules: [
    ("dialback_frames", PackageResources.dialback_frames_py),
    ("dialback_globals", PackageResources.dialback_globals_py),
  ])

  /// An expression whose value is where a name of a frame is: `local`, `global` or `none`.
  /// - Parameter frame: the identity of the frame.
  public static func place(of name: String, frame: String) -> String { helper.value("place_of", [frame, "'\(name)'"]) }

  /// An expression that gives a variable of the frame's module a value, and has that value.
  /// - Parameter frame: the identity of the frame.
  public static func assign(_ name: String, _ value: String, frame: String) -> String {
    helper.value("assign", [frame, "'\(name)'", "(\(value))"])
  }
}
