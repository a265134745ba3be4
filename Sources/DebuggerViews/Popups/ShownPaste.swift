import TerminalGrid

/// A paste that a popup shows, until the user says what to do with it.
struct ShownPaste: Equatable, Sendable {
  let text: String
  /// It came without brackets, and more of it may follow.
  let isBurst: Bool
  /// The popup below it.
  var beneath: Popup?

  /// More characters than anybody types ahead are not run as keys.
  static let mostKeys = 10_000
}

extension TextPopup {
  init(_ paste: ShownPaste, isASCII: Bool) {
    var lines = paste.text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.visible($0, isASCII) }
    // The mark of a line's end shows whether the last one has one.
    for index in lines.indices.dropLast() { lines[index] += "⏎" }
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.init(
      title: "Pasted: \(RowText.count(lines.count, "line", "lines"))", text: paste.text,
      lines: lines.map { Line(text: $0) })
    self.paste = paste
  }

  /// The text with something to see for each character: nothing that a screen hides goes unnoticed.
  private static func visible(_ text: Substring, _ isASCII: Bool) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if let picture = scalar.controlPicture {
        shown += scalar.value >= 0x80 ? code(scalar) : isASCII ? caret(scalar) : String(Character(picture))
      } else {
        shown += scalar.isLeftOut ? code(scalar) : String(Character(scalar))
      }
    }
    return shown
  }

  /// The spelling of `cat -v`: `^I` for a tab.
  private static func caret(_ scalar: Unicode.Scalar) -> String {
    "^" + String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) ^ 0x40)))
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
  }
}
