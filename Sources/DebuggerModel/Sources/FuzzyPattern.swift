/// Letters to be found in a name in their order, not necessarily next to each other; the case of ASCII letters doesn't count.
struct FuzzyPattern: Equatable, Sendable {
  private let letters: [UInt8]
  let mask: UInt64

  init(_ text: String) {
    letters = text.utf8.map(Self.lower)
    mask = Self.mask(letters[...])
  }

  /// One bit for each letter and digit that occurs.
  static func mask(_ text: some Sequence<UInt8>) -> UInt64 {
    text.reduce(0) { mask, byte in
      switch lower(byte) {
      case let letter where (0x61...0x7a).contains(letter): mask | 1 << UInt64(letter - 0x61)
      case let digit where (0x30...0x39).contains(digit): mask | 1 << UInt64(digit - 0x30 + 26)
      default: mask
      }
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte + 0x20 : byte }

  /// A name to look into.
  struct Name {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The same without capital letters of ASCII.
    let lowered: UnsafeBufferPointer<UInt8>
    /// Where the last component begins.
    let base: Int
  }

  static func lowered(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map(lower) }

  /// Where the last component of a path begins.
  static func base(of name: some BidirectionalCollection<UInt8>) -> Int {
    name.lastIndex(of: 0x2f).map { name.distance(from: name.startIndex, to: $0) + 1 } ?? 0
  }

  /// Higher for letters that stand together, that begin words, and that are in the last component; `nil` where they aren't all
  /// there.
  func score(in name: Name) -> Int? {
    guard let span = span(in: name) else { return nil }
    var score = 0
    if span.start >= name.base { score += 30 }
    if span.start == name.base { score += 12 }
    if letters.count == name.bytes.count - name.base, span.start == name.base { score += 40 }
    var previous = -2
    each(in: name, span) { place in
      score += 16
      if place == previous + 1 { score += 12 } else { score -= min(8, max(0, place - previous - 1)) }
      if Self.beginsWord(name.bytes, place) { score += 10 }
      previous = place
    }
    return score - name.bytes.count / 6
  }

  /// The offsets of the letters, those that ``score(in:)`` goes by.
  func places(in name: Name) -> [Int] {
    guard let span = span(in: name) else { return [] }
    var places: [Int] = []
    each(in: name, span) { places.append($0) }
    return places
  }

  private func each(in name: Name, _ span: (start: Int, end: Int), _ body: (Int) -> Void) {
    var place = span.start
    for letter in letters {
      while place < span.end, name.lowered[place] != letter { place += 1 }
      guard place < span.end else { return }
      body(place)
      place += 1
    }
  }

  private func span(in name: Name) -> (start: Int, end: Int)? {
    span(in: name, from: name.base) ?? (name.base > 0 ? span(in: name, from: 0) : nil)
  }

  /// The shortest stretch that ends where the letters are all there for the first time; where they stand together, that.
  private func span(in name: Name, from start: Int) -> (start: Int, end: Int)? {
    var next = 0
    var end = start
    while end < name.lowered.count, next < letters.count {
      if name.lowered[end] == letters[next] { next += 1 }
      end += 1
    }
    guard next == letters.count else { return nil }
    if let together = together(in: name, from: start) { return (together, together + letters.count) }
    var begin = end
    while next > 0 {
      begin -= 1
      if name.lowered[begin] == letters[next - 1] { next -= 1 }
    }
    return (begin, end)
  }

  /// Where the letters stand one behind the other: at the beginning of a word, if there is such a place.
  private func together(in name: Name, from start: Int) -> Int? {
    guard let first = letters.first, name.lowered.count - start >= letters.count else {
      return letters.isEmpty ? start : nil
    }
    var found: Int?
    for place in start...(name.lowered.count - letters.count) where name.lowered[place] == first {
      guard stand(at: place, in: name) else { continue }
      if Self.beginsWord(name.bytes, place) { return place }
      if found == nil { found = place }
    }
    return found
  }

  private func stand(at place: Int, in name: Name) -> Bool {
    var next = 1
    while next < letters.count, name.lowered[place + next] == letters[next] { next += 1 }
    return next == letters.count
  }

  private static func beginsWord(_ name: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = name[place - 1]
    if before == 0x2f || before == 0x5f || before == 0x2e || before == 0x2d { return true }
    return (0x41...0x5a).contains(name[place]) && (0x61...0x7a).contains(before)
  }
}
