import DebuggerModel

/// The answer of the process (`dialback_source_text.py`, `source`): the letter of an origin, and the text behind its full length.
enum SourceAnswer {
  static func read(_ answer: String) -> Result<SourceReading, CommandFailure> {
    guard let letter = answer.first, let origin = origins[letter] else { return .failure(nothing) }
    return .success(SourceReading(WholeText.read(String(answer.dropFirst())), origin: origin))
  }

  private static let origins: [Character: SourceReading.Origin] = [
    "f": .file, "a": .archive, "c": .linecache, "l": .loader, "b": .bytecode, "s": .library,
  ]

  private static let nothing = CommandFailure(
    "there is neither a file nor a text of that name in the process; stepping and values work all the same")
}
