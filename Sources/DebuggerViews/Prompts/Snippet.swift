/// The code that connects a process, in both spellings.
struct Snippet: Equatable, Sendable {
  var lines: [String] = []
  /// For `pydevd-pycharm`, which has another module name.
  var pycharmLines: [String] = []
  var notes: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }
}
