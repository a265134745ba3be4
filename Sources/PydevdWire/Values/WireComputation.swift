/// 990: a request that takes long, by the helper in the process (`dialback_values.py`, `report`).
public struct WireComputation: Equatable, Sendable {
  /// The variable or attribute that is being computed; empty for an expression.
  public let name: String
  /// Where its code stands, as `threading.py:327 wait`.
  public let place: String
  public let seconds: Double
  /// Nothing interrupts it: it waits in C on a thread that is not the main one.
  public let isInC: Bool
  /// It was interrupted just now, for the first time in this process.
  public let isInterrupted: Bool
  /// The text that an entry of the console has printed so far, and whether it is of statements only; `nil` for other requests.
  public let entry: Entry?
  /// The variables of a frame or the attributes of a value, the missing ones with ``WireVariable/pending``; empty for other
  /// requests.
  public let variables: [WireVariable]

  /// An entry of the console.
  public struct Entry: Equatable, Sendable {
    public let printed: String
    public let isStatement: Bool
  }

  public init(_ frame: Frame, dialect: Dialect) throws {
    var head: (name: String, place: String, seconds: Double, isInC: Bool, isInterrupted: Bool)?
    var entry: Entry?
    variables = try XMLScanner.list(frame.payload) { tag in
      guard tag.isNamed("computing") else { return tag.isNamed("var") ? WireVariable(tag, dialect) : nil }
      head = (
        tag.percentDecoded("name") ?? "", tag.percentDecoded("place") ?? "",
        tag.percentDecoded("seconds").map(WireNumber.seconds) ?? 0, tag.has("inC", "True"),
        tag.has("interrupted", "True")
      )
      entry = tag.percentDecoded("printed").map { Entry(printed: $0, isStatement: tag.has("statement", "True")) }
      return nil
    }
    guard let head else { throw WireError.malformed(.computing, "a report without what is computed") }
    (name, place, seconds, isInC, isInterrupted) = head
    self.entry = entry
  }
}
