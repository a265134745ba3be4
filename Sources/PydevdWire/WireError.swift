/// What is wrong with what a peer sent.
public enum WireError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The bytes are no pydevd message; with their start, made printable, 60 characters at most.
  case notPydevd(String)
  /// A message is larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// An XML document is not of the subset that pydevd writes; with the place.
  case badXML(String)
  /// A message lacks what it has to have.
  case malformed(CommandID, String)
  /// The process refused the request (901), with its words: usually a traceback.
  case remote(String)

  public var description: String {
    switch self {
    case .notPydevd(let start): "this is not pydevd's protocol: \(start)"
    case .tooLarge(let limit): "a message is larger than \(limit) bytes"
    case .badXML(let place): "a message's XML can't be read: \(place)"
    case .malformed(let command, let what): "message \(command.rawValue) can't be read: \(what)"
    case .remote(let text): text
    }
  }

  /// Shows the beginning of foreign bytes with a full stop for each that can't be shown.
  static func notPydevd(beginning bytes: some Sequence<UInt8>) -> WireError {
    let shown = bytes.prefix(60).map {
      (0x20..<0x7f).contains($0) ? Character(UnicodeScalar($0)) : "."
    }
    return .notPydevd(String(shown))
  }
}
