public import SourcePaths

/// The files of the project and what is defined in them, to be found by parts of their names.
public struct ProjectIndex: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    /// The path below the root; of a definition its dotted name.
    public let name: String
    /// The path of its file below the root.
    public let file: String
    /// The 1-based line of a definition; `nil` for the file itself.
    public let line: Int?

    public init(_ name: String, file: String, line: Int? = nil) {
      self.name = name
      self.file = file
      self.line = line
    }
  }

  public struct Match: Equatable, Sendable {
    public let entry: Entry
    public let score: Int
    /// Offsets of the bytes of the entry's name that were asked for.
    public let bytes: [Int]

    public init(_ entry: Entry, score: Int = 0, bytes: [Int] = []) {
      self.entry = entry
      self.score = score
      self.bytes = bytes
    }
  }

  public let root: LocalPath
  public let entries: [Entry]
  /// Definitions are in it, too.
  public let isComplete: Bool
  /// The names one behind the other, as UTF-8.
  private let letters: [UInt8]
  private let lowered: [UInt8]
  private let ends: [Int]
  /// Where the last component of each name begins, from the name's start on.
  private let bases: [Int]
  /// Which letters and digits each name has, one bit each: most entries are passed over by a look at it.
  private let masks: [UInt64]

  public init(root: LocalPath, entries: [Entry], isComplete: Bool) {
    self.root = root
    self.entries = entries
    self.isComplete = isComplete
    var letters: [UInt8] = []
    var ends: [Int] = []
    var bases: [Int] = []
    var masks: [UInt64] = []
    ends.reserveCapacity(entries.count)
    bases.reserveCapacity(entries.count)
    masks.reserveCapacity(entries.count)
    for entry in entries {
      let start = letters.count
      letters += entry.name.utf8
      ends.append(letters.count)
      bases.append(FuzzyPattern.base(of: letters[start...]))
      masks.append(FuzzyPattern.mask(letters[start...]))
    }
    self.letters = letters
    lowered = FuzzyPattern.lowered(letters)
    self.ends = ends
    self.bases = bases
    self.masks = masks
  }

  public static func == (left: ProjectIndex, right: ProjectIndex) -> Bool {
    left.root == right.root && left.isComplete == right.isComplete && left.entries == right.entries
  }

  /// Where classes and functions of a name are; where there is none, modules.
  public func definitions(of name: String) -> [Entry] {
    let found = entries.filter { entry in
      let end = entry.line == nil ? "/\(name).py" : ".\(name)"
      return entry.name == end.dropFirst() || entry.name.hasSuffix(end)
    }
    let definitions = found.filter { $0.line != nil }
    return definitions.isEmpty ? found : definitions
  }

  /// The entry's file.
  public func path(of entry: Entry) -> LocalPath { LocalPath("\(root.rawValue)/\(entry.file)") }

  /// The best matches, the best first: each word of the query has its letters in the name, in their order.
  /// - Parameter query: with a leading `@`, only definitions are looked at.
  public func matches(_ query: String, limit: Int) -> [Match] {
    let onlyDefinitions = query.first == "@"
    let patterns = (onlyDefinitions ? query.dropFirst() : query[...]).split(whereSeparator: \.isWhitespace)
      .map { FuzzyPattern(String($0)) }
    let mask = patterns.reduce(0) { $0 | $1.mask }
    var best = Best(limit: limit)
    return withNames { names in
      for index in entries.indices where masks[index] & mask == mask {
        guard !onlyDefinitions || entries[index].line != nil else { continue }
        if let score = Self.score(patterns, in: names[index]) { best.add(index, score) }
      }
      return best.inOrder().map { found in
        let name = names[found.index]
        return Match(entries[found.index], score: found.score, bytes: patterns.flatMap { $0.places(in: name) })
      }
    }
  }

  private static func score(_ patterns: [FuzzyPattern], in name: FuzzyPattern.Name) -> Int? {
    var score = 0
    for pattern in patterns {
      guard let found = pattern.score(in: name) else { return nil }
      score += found
    }
    return score
  }

  /// The names where they lie.
  private struct Names {
    let letters: UnsafeBufferPointer<UInt8>
    let lowered: UnsafeBufferPointer<UInt8>
    let ends: [Int]
    let bases: [Int]

    subscript(index: Int) -> FuzzyPattern.Name {
      let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
      return FuzzyPattern.Name(
        bytes: UnsafeBufferPointer(rebasing: letters[range]), lowered: UnsafeBufferPointer(rebasing: lowered[range]),
        base: bases[index])
    }
  }

  private func withNames<Result>(_ body: (Names) -> Result) -> Result {
    letters.withUnsafeBufferPointer { letters in
      lowered.withUnsafeBufferPointer { lowered in
        body(Names(letters: letters, lowered: lowered, ends: ends, bases: bases))
      }
    }
  }

  /// The best of many, of which only so many are ever put into their order: a letter or two fit nearly every name.
  private struct Best {
    let limit: Int
    private var found: [(index: Int, score: Int)] = []
    /// What isn't better than this has no place any more.
    private var floor = Int.min

    init(limit: Int) { self.limit = limit }

    /// To be called in the order of the indices: of what is as good, the first one stays.
    mutating func add(_ index: Int, _ score: Int) {
      guard score > floor else { return }
      found.append((index, score))
      guard found.count >= 4 * limit + 64 else { return }
      found = inOrder()
      if let last = found.last { floor = last.score }
    }

    func inOrder() -> [(index: Int, score: Int)] {
      Array(found.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.prefix(limit))
    }
  }
}
