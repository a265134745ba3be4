/// The text of Python source files, decoded as Python decodes them (PEP 263).
public enum PythonSource {
  /// A text that only Python can decode: the C library of this machine lacks its encoding, or a character of it.
  public struct UnknownEncoding: Error, Equatable, CustomStringConvertible {
    /// As the file names it.
    public let name: String

    public var description: String {
      "its encoding, \(name), can't be decoded on this machine; `source` shows it by a process that runs it"
    }
  }

  /// Returns the text of a file by its byte order mark or by the cookie in its first two lines.
  ///
  /// A file that Python would refuse is shown as far as possible: without a cookie, or with the name of no encoding, text that
  /// is no UTF-8 is read as Latin-1, in which every byte is a character.
  public static func text(_ bytes: [UInt8]) throws(UnknownEncoding) -> String {
    if bytes.starts(with: mark) { return String(decoding: bytes.dropFirst(mark.count), as: UTF8.self) }
    guard let name = cookie(of: bytes), let encoding = PythonEncoding(named: name) else { return plain(bytes) }
    switch encoding.name {
    case "UTF-8", "ASCII": return plain(bytes)
    case "ISO-8859-1": return latin(bytes)
    default:
      guard let text = encoding.decode(bytes) else { throw UnknownEncoding(name: name) }
      return text
    }
  }

  /// Returns the bytes of the text as UTF-8, for scanners of bytes; of an encoding that is unknown here as they are.
  public static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard cookie(of: bytes) != nil, let text = try? text(bytes) else { return bytes }
    return Array(text.utf8)
  }

  private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  private static func plain(_ bytes: [UInt8]) -> String { String(validating: bytes, as: UTF8.self) ?? latin(bytes) }

  private static func latin(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
    return String(scalars)
  }

  /// Returns the name in the cookie. The second line counts only where the first one is blank or a comment.
  private static func cookie(of bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    for _ in 0..<2 {
      let line = rest.prefix { $0 != newline }
      rest = rest[line.endIndex...].dropFirst()
      let text = line.drop { $0 == space || $0 == tab || $0 == formFeed }
      if text.first == hash, let name = name(inComment: text) { return name }
      guard text.isEmpty || text.first == hash || text.first == carriageReturn else { return nil }
    }
    return nil
  }

  /// Returns the name behind the first `coding:` or `coding=` that has one.
  private static func name(inComment comment: ArraySlice<UInt8>) -> String? {
    var rest = comment
    while let start = rest.firstRange(of: coding) {
      rest = rest[start.upperBound...]
      guard rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "=") else { continue }
      let name = rest.dropFirst().drop { $0 == space || $0 == tab }.prefix(while: isOfName)
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  private static let coding = Array("coding".utf8)
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")
  private static let formFeed: UInt8 = 0x0c
  private static let hash = UInt8(ascii: "#")
}
