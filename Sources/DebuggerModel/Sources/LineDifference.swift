/// The lines that two versions of a text have in common, as far as that is certain.
///
/// Lines count as the same one where both texts begin or end alike, where a line is once in each and in the same order as the
/// other ones of this kind (as patience diff has it), and where they continue such a match without a gap. Comments behind code,
/// blanks at the ends, and which characters those are that are not ASCII make no difference.
public struct LineDifference: Equatable, Sendable {
  /// The index in the second text by that in the first; `nil` where it isn't certain.
  private let forward: [Int?]
  private let backward: [Int?]

  public init(from first: [String], to second: [String]) {
    let (first, second) = (first.map { Self.code(Self.plain($0)) }, second.map { Self.code(Self.plain($0)) })
    var forward = [Int?](repeating: nil, count: first.count)
    var used = [Bool](repeating: false, count: second.count)
    func match(_ index: Int, _ other: Int) {
      forward[index] = other
      used[other] = true
    }
    // A line that an earlier match has reached already stays with it.
    for (index, other) in Self.anchors(first, second) where forward[index] == nil && !used[other] {
      match(index, other)
      for step in [1, -1] {
        var (index, other) = (index + step, other + step)
        while first.indices.contains(index), second.indices.contains(other), forward[index] == nil, !used[other],
          first[index] == second[other]
        {
          match(index, other)
          (index, other) = (index + step, other + step)
        }
      }
    }
    self.forward = forward
    var backward = [Int?](repeating: nil, count: second.count)
    for (index, other) in forward.enumerated() { if let other { backward[other] = index } }
    self.backward = backward
  }

  /// How many lines of the first text are in the second one.
  var matched: Int { forward.count { $0 != nil } }

  /// Both texts have the same lines.
  var isIdentity: Bool {
    forward.count == backward.count && forward.enumerated().allSatisfy { $0.offset == $0.element }
  }

  /// A line with a mark for what is not ASCII: old releases send a text as bytes of unknown encoding.
  private static func plain(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 >= 0x80 }) else { return line }
    var plain = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar.isASCII {
        plain.append(scalar)
      } else if plain.last?.isASCII != false {
        plain.append("\u{fffd}")
      }
    }
    return String(plain)
  }

  /// A line without the comment behind its code. One that is a comment alone stays, as does what may be in quotes.
  private static func code(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "#")) || line.last?.isWhitespace == true else { return line }
    var quote: Character?
    var isEscaped = false
    var end = line.endIndex
    for index in line.indices {
      let character = line[index]
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        end = index
        break
      }
    }
    let code = line[..<end].reversed().drop(while: \.isWhitespace).reversed()
    return code.isEmpty ? line : String(code)
  }

  /// Pairs of indices that match, in their order: the beginnings, lines that are once in each text, and the ends.
  private static func anchors(_ first: [String], _ second: [String]) -> [(Int, Int)] {
    let shorter = min(first.count, second.count)
    let start = (0..<shorter).first { first[$0] != second[$0] } ?? shorter
    let rest = shorter - start
    let end = (0..<rest).first { first[first.count - 1 - $0] != second[second.count - 1 - $0] } ?? rest
    let head = (0..<start).map { ($0, $0) }
    let tail = (0..<end).reversed().map { (first.count - 1 - $0, second.count - 1 - $0) }
    return head + unique(first, second, start..<first.count - end, start..<second.count - end) + tail
  }

  /// Lines that are once in each range: the longest run of them that has the same order in both.
  private static func unique(
    _ first: [String], _ second: [String], _ left: Range<Int>, _ right: Range<Int>
  ) -> [(Int, Int)] {
    let (places, others) = (single(first, left), single(second, right))
    let pairs = places.compactMap { line, index in others[line].map { (index, $0) } }.sorted { $0.0 < $1.0 }
    // Patience sorting: the last pair of a run of each length, and the pair before each.
    var lasts: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      var (low, high) = (0, lasts.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[lasts[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      before[number] = low > 0 ? lasts[low - 1] : nil
      if low < lasts.count { lasts[low] = number } else { lasts.append(number) }
    }
    var run: [(Int, Int)] = []
    var next = lasts.last
    while let number = next {
      run.append(pairs[number])
      next = before[number]
    }
    return run.reversed()
  }

  /// Lines with text that are once in a range.
  private static func single(_ lines: [String], _ range: Range<Int>) -> [String: Int] {
    var found: [String: Int] = [:]
    for index in range { found[lines[index]] = found[lines[index]] == nil ? index : -1 }
    return found.filter { $0.value >= 0 && $0.key.contains { $0 != " " && $0 != "\t" } }
  }

  /// The 1-based line of the second text that is the line of the first one.
  public func target(of line: Int) -> Int? {
    forward.indices.contains(line - 1) ? forward[line - 1].map { $0 + 1 } : nil
  }

  /// The 1-based line of the first text that is the line of the second one.
  public func source(of line: Int) -> Int? {
    backward.indices.contains(line - 1) ? backward[line - 1].map { $0 + 1 } : nil
  }

  /// The line of the second text that stands where a line of the first one would be: its own, the one in its place where as many
  /// lines were replaced by others, or the next that is certain.
  public func place(of line: Int) -> Int {
    let index = min(max(0, line - 1), forward.count)
    let next = forward.indices.dropFirst(index).first { forward[$0] != nil }
    let end = (next ?? forward.count, next.flatMap { forward[$0] } ?? backward.count)
    let start = forward.indices.prefix(index).last { forward[$0] != nil }
    let rows = (end.0 - (start ?? -1), end.1 - (start.flatMap { forward[$0] } ?? -1))
    if rows.0 == rows.1 { return min(max(1, end.1 - (end.0 - index) + 1), max(1, backward.count)) }
    return next == nil ? max(1, backward.count) : end.1 + 1
  }
}
