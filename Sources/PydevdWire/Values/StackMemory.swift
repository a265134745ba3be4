/// The deep stack that a process told last. A step leaves most of it as it was, byte for byte: what the next one ends with is
/// not decoded again.
public struct StackMemory: Sendable {
  private var document = ""
  private var frames: [WireStackFrame] = []
  /// Where in the document each frame starts, in bytes from its end.
  private var starts: [Int] = []

  /// Bytes of a stack that is worth remembering.
  private static let least = 2000
  /// What frames stand in.
  private static let parents: [StaticString] = ["xml", "thread"]

  public init() {}

  /// The frames of a document in their order.
  /// - Parameter make: gets the starts of elements up to the frames that are known; it may get them twice.
  /// - Throws: ``WireError/badXML(_:)``, and what `make` throws.
  mutating func frames(of document: String, _ make: (XMLTag) throws -> WireStackFrame?) throws -> [WireStackFrame] {
    guard document.utf8.count >= Self.least else { return try XMLScanner.list(document, make) }
    let known = firstKnown(in: document)
    let count = document.utf8.count
    if known < frames.endIndex,
      let beginning = try? Beginning(document, upTo: count - starts[known], make)
    {
      return take(beginning, of: document, keeping: known)
    }
    return take(try Beginning(document, make), of: document, keeping: frames.endIndex)
  }

  private func firstKnown(in document: String) -> Int {
    var (new, old) = (document, self.document)
    let same = new.withUTF8 { new in
      old.withUTF8 { UnsafeRawBufferPointer(new).commonEnd(with: UnsafeRawBufferPointer($0)) }
    }
    return starts.firstIndex { $0 <= same } ?? starts.endIndex
  }

  /// - Parameter known: the first of the frames that stay.
  private mutating func take(_ beginning: Beginning, of document: String, keeping known: Int) -> [WireStackFrame] {
    let count = document.utf8.count
    let frames = beginning.frames + frames[known...]
    starts = beginning.starts.map { count - $0 } + starts[known...]
    self.frames = frames
    self.document = document
    if beginning.hasStrays { self = StackMemory() }
    return frames
  }

  /// What comes before the frames that are known.
  private struct Beginning {
    var frames: [WireStackFrame] = []
    /// In bytes from the document's beginning.
    var starts: [Int] = []
    /// Not all of them stand where pydevd puts them.
    var hasStrays = false

    init(_ document: String, _ make: (XMLTag) throws -> WireStackFrame?) throws {
      let expected = XMLScanner.expectedElements(document)
      frames.reserveCapacity(expected)
      starts.reserveCapacity(expected)
      try XMLScanner.scan(document) { try take($0, make) }
    }

    init(_ document: String, upTo end: Int, _ make: (XMLTag) throws -> WireStackFrame?) throws {
      var document = document
      try document.withUTF8 { bytes in
        let beginning = UnsafeRawBufferPointer(bytes).part(0..<end)
        try XMLScanner.scan(beginning: beginning, in: parents) { try take($0, make) }
      }
    }

    private mutating func take(_ tag: XMLTag, _ make: (XMLTag) throws -> WireStackFrame?) throws {
      guard let frame = try make(tag) else { return }
      frames.append(frame)
      starts.append(tag.start)
      if tag.depth != parents.count { hasStrays = true }
    }
  }
}
