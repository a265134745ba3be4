import PydevdWire

/// A value's text with its full length before it, as `dialback_inquiries.py`, `whole_text` gives it.
enum WholeText {
  /// Characters that are fetched at most.
  static let limit = 1_000_000

  /// The text, with a last line that says how much is left out.
  static func read(_ answer: String) -> String {
    guard let blank = answer.utf8.firstIndex(of: 0x20), let length = WireNumber.count(answer[..<blank]) else {
      return answer
    }
    let text = String(answer[answer.utf8.index(after: blank)...])
    return length > limit ? "\(text)\n… and \(length - limit) more characters" : text
  }
}
