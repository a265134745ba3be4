/// The name of an exception's class as pydevd writes it.
enum ExceptionClass {
  /// `ValueError` of `<class 'ValueError'>`; other texts stay as they are.
  static func name(_ text: String) -> String {
    guard let open = text.firstIndex(of: "'"), let close = text.lastIndex(of: "'"), open < close
    else { return text }
    return String(text[text.index(after: open)..<close])
  }
}
