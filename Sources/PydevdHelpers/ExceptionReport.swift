/// The exception of a stop. pydevd puts type, value and traceback into the frame as `__exception__`.
public enum ExceptionReport {
  private static let helper = Helper(modules: [("dialback_exceptions", PackageResources.dialback_exceptions_py)])

  /// An expression for type, message, origin and frames (`dialback_exceptions.py`, `details`).
  public static let details = helper.value("details", ["__exception__"])

  /// An expression for the exception and those that it came from (`dialback_exceptions.py`, `chain`).
  public static let chain = helper.value("chain", ["__exception__"])
}
