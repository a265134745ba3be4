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
  private let ends: [Int]
  /// Which letters and digits each name has, one bit each: most entries are passed over by a look at it.
  private let masks: [UInt64]

  public init(root: LocalPath, entries: [Entry], isComplete: Bool) {
    self.root = root
    self.entries = entries
    self.isComplete = isComplete
    var letters: [UInt8] = []
    var ends: [Int] = []
    var masks: [UInt64] = []
    ends.reserveCapacity(entries.count)
    masks.reserveCapacity(entries.count)
    for entry in entries {
      let start = letters.count
      letters += entry.name.utf8
      ends.append(letters.count)
      masks.append(FuzzyPattern.mask(letters[start...]))
    }
    self.letters = letters
    self.ends = ends
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
    var best: [(index: Int, score: Int)] = []
    letters.withUnsafeBufferPointer { letters in
      var start = 0
      for index in entries.indices {
        defer { start = ends[index] }
        guard masks[index] & mask == mask, !onlyDefinitions || entries[index].line != nil else { continue }
        let name = UnsafeBufferPointer(rebasing: letters[start..<ends[index]])
        var score = 0
        var fits = true
        for pattern in patterns {
          guard let found = pattern.score(in: name) else {
            fits = false
            break
          }
          score += found
        }
        if fits { best.append((index, score)) }
      }
    }
    best.sort { ($1.score, $0.index) < ($0.score, $1.index) }
    return best.prefix(limit).map { found in
      let name = Array(entries[found.index].name.utf8)
      let bytes = name.withUnsafeBufferPointer { name in patterns.flatMap { $0.places(in: name) } }
      return Match(entries[found.index], score: found.score, bytes: bytes)
    }
  }
}
