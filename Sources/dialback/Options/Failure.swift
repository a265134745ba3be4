/// Why Dialback can't do what it was started for: a sentence with the mend, and the exit status of the contract.
struct Failure: Error, CustomStringConvertible {
  let description: String
  let status: Int32

  /// What was asked for can't be had: a port in use, a map that can't be.
  static func unusable(_ text: String) -> Failure { Failure(description: text, status: 1) }

  /// The terminal can't show the screen.
  static func terminal(_ text: String) -> Failure { Failure(description: text, status: 2) }

  /// The command line or the configuration is wrong.
  static func usage(_ text: String) -> Failure { Failure(description: text, status: 64) }
}
