/// The text of a screen, and what a person reads off it. What the screen looks like is known only here.
struct Screen {
  let text: String

  var rows: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The status line: state, thread, place, process, listener.
  var status: Substring { rows.first ?? "" }

  /// True when some row has `text`, trailing blanks and colours aside.
  func contains(_ text: String) -> Bool { self.text.contains(text) }

  /// The text with its empty rows at the bottom left out, for a failed test.
  var report: String {
    var rows = rows
    while rows.last?.allSatisfy(\.isWhitespace) == true { rows.removeLast() }
    return rows.joined(separator: "\n")
  }

  /// True when the selected process is stopped.
  var isStopped: Bool { status.contains("STOPPED") }

  /// True when the status line names a stop at `place`, and the source pane marks that line.
  func isStopped(at place: String) -> Bool {
    isStopped && statusNames(place) && executionRow(line: place) != nil
  }

  /// True when a piece of the status line begins with `place`, and not with a longer line number; a notice that names a
  /// place does not count.
  private func statusNames(_ place: String) -> Bool {
    status.split(separator: "│").contains { piece in
      let text = piece.drop { $0 == " " }
      return text.hasPrefix(place) && text.dropFirst(place.count).first?.isNumber != true
    }
  }

  /// True when no process is connected and the listener waits for one.
  var isWaiting: Bool {
    status.contains("LISTENING")
  }

  /// The row of the source pane that carries the execution mark, if it is the line of `place`.
  private func executionRow(line place: String) -> Substring? {
    guard let line = place.split(separator: ":").last else { return nil }
    return rows.first { row in
      let words = row.split { " ●○◆◇✎✗│".contains($0) }
      // Another pane may have such a mark beside it.
      return zip(words, words.dropFirst()).contains { $0 == line && $1 == "►" }
    }
  }
}
