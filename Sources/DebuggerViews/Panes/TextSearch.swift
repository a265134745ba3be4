/// Where a search has come to.
struct SearchPlace: Equatable, Sendable {
  /// Counts from 1.
  var number: Int
  /// All the hits that there are.
  var count: Int
}

/// Looks for a text in lines. A text without capitals finds either case; only ASCII letters have case here, so that
/// offsets stay what they are.
struct TextSearch: Equatable, Sendable {
  let text: String
  private let needle: [UInt8]
  private let foldsCase: Bool

  init(_ text: String) {
    self.text = text
    needle = Array(text.utf8)
    foldsCase = !needle.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }

  func matches(_ line: String) -> Bool { !ranges(in: line, atMost: 1).isEmpty }

  /// The hits as ranges of UTF-8 offsets, from left to right, not overlapping.
  func ranges(in line: String, atMost limit: Int = .max) -> [Range<Int>] {
    guard !needle.isEmpty else { return [] }
    var line = line
    return line.withUTF8 { hay in
      var found: [Range<Int>] = []
      var start = 0
      while start + needle.count <= hay.count, found.count < limit {
        if isHit(hay, at: start) {
          found.append(start..<start + needle.count)
          start += needle.count
        } else {
          start += 1
        }
      }
      return found
    }
  }

  private func isHit(_ hay: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for offset in needle.indices {
      let byte = hay[start + offset]
      guard (foldsCase ? Self.lowered(byte) : byte) == needle[offset] else { return false }
    }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }

  /// How many hits there are in so many rows, and which of them a row has first.
  func place(of row: Int, count: Int, text: (Int) -> String) -> SearchPlace {
    var place = SearchPlace(number: 1, count: 0)
    for index in 0..<count {
      let hits = ranges(in: text(index)).count
      if index < row { place.number += hits }
      place.count += hits
    }
    return place
  }

  /// The next row that has the text, from a row on, around the end; the row itself comes last.
  static func row(from start: Int, count: Int, backwards: Bool, where isHit: (Int) -> Bool) -> Int? {
    guard count > 0 else { return nil }
    for step in 1...count {
      let row = ((start + (backwards ? -step : step)) % count + count) % count
      if isHit(row) { return row }
    }
    return nil
  }
}
