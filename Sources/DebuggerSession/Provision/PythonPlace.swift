/// The folder and the search path that interpreters are asked with. The folder where Dialback is started may be anybody's: none of
/// its modules is imported before the program itself runs.
struct PythonPlace: Equatable, Sendable {
  /// Launchers choose an interpreter by it; `nil` for Dialback's own working folder.
  var folder: String?
  /// The variable PYTHONPATH.
  var pythonPath: String?

  /// Without the parts of PYTHONPATH that stand for the working folder, or for one in it: an empty one, as in `:/home/me/lib`, and
  /// `.` are such.
  var environment: [String: String?] {
    let parts = (pythonPath ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let path: String? = parts.isEmpty ? nil : parts.joined(separator: ":")
    return ["PYTHONPATH": path]
  }
}
