/// Whether what is in no project root is passed over. Both sides have it, and a program that is told by its environment alone
/// (`PYDEVD_FILTER_LIBRARIES`): here it is set in the debugger's object (`pydevd.py`, `set_use_libraries_filter` or
/// `is_filter_libraries`).
enum LibraryFilter {
  private static let program = """
    def f(isOn):
        found = debugger()
        if hasattr(found, 'set_use_libraries_filter'):
            found.set_use_libraries_filter(isOn)
        elif hasattr(found, 'is_filter_libraries'):
            found.is_filter_libraries = isOn
    """

  private static let whole = OneLineProgram(PythonHelper.debugger + program)

  static func expression(_ isOn: Bool) -> String {
    PythonHelper.call(whole, isOn ? "True" : "False")
  }
}
