/// The numbers of messages and of helpers' answers, each read within its bounds. Whoever sends them is believed in nothing: what
/// stands behind these readings adds to them and subtracts from them without another look.
public enum WireNumber {
  /// The lines that a source may have: CPython keeps them in a C int (`code.h`, `co_firstlineno`). A module's beginning is 0.
  public static let lines = 0...Int(Int32.max)
  /// Seconds of one computation.
  private static let seconds = 0.0...1e9

  /// Returns the line that digits name; `nil` where they name none that a source can have.
  public static func line(_ text: some StringProtocol) -> Int? {
    Int(text).flatMap { lines.contains($0) ? $0 : nil }
  }

  /// Returns the pid that digits name, which a C int holds and which is never 0.
  public static func processID(_ text: some StringProtocol) -> Int? {
    Int32(text).flatMap { $0 > 0 ? Int($0) : nil }
  }

  /// Returns how many there are of something, or where something is among them.
  public static func count(_ text: some StringProtocol) -> Int? { Int(text).flatMap { $0 >= 0 ? $0 : nil } }

  /// Returns a duration: 0 where it is none.
  static func seconds(_ text: String) -> Double {
    guard let value = Double(text), value.isFinite else { return 0 }
    return min(max(value, seconds.lowerBound), seconds.upperBound)
  }

  /// Whether a text is a whole number, of any length.
  static func isWhole(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
