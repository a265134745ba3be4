import Glibc

/// An encoding that Python source can be in.
struct PythonEncoding {
  /// The name for iconv(3).
  let name: String
  /// The first of the names in ``PythonEncoding/table``, which is Python's own.
  let codec: String

  /// Finds the encoding that a cookie names: by `_get_normal_name` of Python's `tokenize.py` and `normalize_encoding` of its
  /// `encodings/__init__.py`.
  init?(named cookie: String) {
    let normal = Self.normalized(cookie)
    let dotless = String(normal.map { $0 == "." ? "_" : $0 })
    guard let found = Self.byAlias[normal] ?? Self.byAlias[dotless] else { return nil }
    self = found
  }

  private init(name: String, codec: String) {
    self.name = name
    self.codec = codec
  }

  private static func normalized(_ cookie: String) -> String {
    let start = cookie.prefix(12).lowercased().map { $0 == "_" ? "-" : $0 }
    for (name, others) in [("utf_8", ["utf-8"]), ("latin_1", ["latin-1", "iso-8859-1", "iso-latin-1"])]
    where others.contains(where: { start.elementsEqual($0) || start.starts(with: $0 + "-") }) {
      return name
    }
    let parts = cookie.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
    return parts.joined(separator: "_")
  }

  private static let byAlias: [String: PythonEncoding] = {
    var found: [String: PythonEncoding] = [:]
    for row in table.split(separator: "\n") {
      let words = row.split(separator: " ").map(String.init)
      for alias in words.dropFirst() { found[alias] = PythonEncoding(name: words[0], codec: words[1]) }
    }
    return found
  }()

  /// Returns the text; `nil` where the C library lacks the encoding or a character of the text.
  func decode(_ bytes: [UInt8]) -> String? {
    // An escape sequence that is unknown to the C library is left as it is.
    guard let text = Self.convert(bytes, from: name), !name.hasPrefix("ISO-2022") || !text.contains("\u{1b}") else {
      return nil
    }
    // The C library's own tables differ from Python's in a few characters.
    guard let pairs = Self.corrections[codec] else { return text }
    let corrected = Dictionary(zip(pairs.0.unicodeScalars, pairs.1.unicodeScalars)) { first, _ in first }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.map { corrected[$0] ?? $0 })
    return String(scalars)
  }

  private static func convert(_ bytes: [UInt8], from name: String) -> String? {
    guard let converter = iconv_open("UTF-8", name), converter != UnsafeMutableRawPointer(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    var chunk = [CChar](repeating: 0, count: 1 << 14)
    var input = bytes.map { CChar(bitPattern: $0) }
    let isWhole = input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let code = step(converter, &next, &left, &chunk, &output)
        guard code == 0 || code == E2BIG else { return false }
      }
      // Where characters combine, the last one is held back.
      next = nil
      return step(converter, &next, &left, &chunk, &output) == 0
    }
    return isWhole ? String(decoding: output, as: UTF8.self) : nil
  }

  /// Converts as much as fits into a chunk. Returns 0 or the number of the error.
  private static func step(
    _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ chunk: inout [CChar],
    _ output: inout [UInt8]
  ) -> Int32 {
    chunk.withUnsafeMutableBufferPointer { chunk in
      var end = chunk.baseAddress
      var room = chunk.count
      let hasInput = next != nil
      let result = hasInput ? iconv(converter, &next, &left, &end, &room) : iconv(converter, nil, nil, &end, &room)
      let code = result == -1 ? errno : 0
      output += chunk.prefix(chunk.count - room).lazy.map { UInt8(bitPattern: $0) }
      return code
    }
  }
}
