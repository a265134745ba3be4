/// The program that an interpreter runs to describe itself; it needs nothing but Python's own library.
public enum InterpreterProgram {
  /// Prints the description behind the line ``mark``, and then the path of `pydevd.py` where it can be imported, or `!` and the reason
  /// why not. With folders as arguments it prints the path alone, and looks there first.
  public static let text = Helper.code(PackageResources.interpreter_py)

  /// The line before the description: another program's words are not taken for one.
  public static let mark = "dialback-python"
}
