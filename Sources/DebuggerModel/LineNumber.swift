/// The numbers that a line of a source can have. They count from 1, and CPython keeps them in a C int.
public enum LineNumber {
  public static let all = 1...Int(Int32.max)

  /// Returns the line that digits name; `nil` where no source can have it.
  public static func read(_ digits: some StringProtocol) -> Int? {
    Int(digits).flatMap { all.contains($0) ? $0 : nil }
  }
}
