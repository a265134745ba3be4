import TestSupport
import Testing

@testable import PydevdWire

/// A stop that is decoded after another one is the same as one that is decoded by itself.
@Suite struct StackMemoryTests {
  private static let dialect = Dialect.pydevd

  /// The innermost frame first.
  private static func stop(_ lines: [Int], thread: String = "t", frame: (Int, Int) -> String = Self.frame) -> String {
    let frames = lines.enumerated().map { frame(lines.count - $0.offset, $0.element) }
    return "<xml><thread id=\"\(thread)\" stop_reason=\"108\" message=\"m\">\(frames.joined())</thread></xml>"
  }

  private static func frame(_ depth: Int, _ line: Int) -> String {
    "<frame id=\"\(depth)\" name=\"run &lt;é&gt;\" file=\"/srv/a%20b/application.py\" line=\"\(line)\"></frame>"
  }

  /// Decodes a document with a memory, and expects what decoding alone gives.
  /// - Returns: how many frames were looked at.
  private func decode(_ document: String, _ memory: inout StackMemory) throws -> Int {
    var looked = 0
    var texts = WireStackFrame.RepeatedTexts(isExpected: true)
    var copy = memory
    let frames = try copy.frames(of: document) { tag in
      if tag.isNamed("frame") { looked += 1 }
      return WireStackFrame(tag, Self.dialect, &texts)
    }
    let suspension = try WireSuspension(document, Self.dialect, &memory)
    #expect(suspension == (try WireSuspension(document, Self.dialect)))
    #expect(frames == suspension.frames)
    return looked
  }

  @Test func onlyTheFramesUpToTheKnownOnesAreLookedAt() throws {
    let deep = Array(1...60)
    var memory = StackMemory()
    #expect(try decode(Self.stop(deep), &memory) == 60)
    #expect(try decode(Self.stop([9] + deep.dropFirst()), &memory) == 1)
    #expect(try decode(Self.stop([7, 9] + deep.dropFirst()), &memory) == 1)
    #expect(try decode(Self.stop([3] + deep.dropFirst(2)), &memory) == 1)
    #expect(try decode(Self.stop([3] + deep.dropFirst(2)), &memory) == 0)
    #expect(try decode(Self.stop(deep.dropLast() + [61]), &memory) == 60)
  }

  @Test func aStackThatIsNotDeepLeavesTheMemoryAsItIs() throws {
    let deep = Array(1...60)
    var memory = StackMemory()
    _ = try decode(Self.stop(deep), &memory)
    #expect(try decode(Self.stop([5], thread: "u"), &memory) == 1)
    #expect(try decode(Self.stop([9] + deep.dropFirst()), &memory) == 1)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func stopsOfAnyKindAreTheSameAsDecodedAlone(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var lines = Array(1...40)
    var memory = StackMemory()
    for _ in 0..<300 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: lines.insert(Int.random(in: 1...999, using: &random), at: 0)
      case 1: if lines.count > 1 { lines.removeFirst(Int.random(in: 1...min(3, lines.count - 1), using: &random)) }
      case 2: lines[Int.random(in: lines.indices, using: &random)] = Int.random(in: 1...999, using: &random)
      case 3: lines.append(Int.random(in: 1...999, using: &random))
      default: lines[0] += 1
      }
      _ = try decode(Self.stop(lines, thread: "\(Int.random(in: 0...1, using: &random))"), &memory)
    }
  }

  @Test(arguments: [UInt64(5), 6, 7])
  func damagedStopsAreRefusedAsAlone(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let good = Self.stop(Array(1...30))
    var memory = StackMemory()
    var refused = 0
    for _ in 0..<400 {
      _ = try? WireSuspension(good, Self.dialect, &memory)
      var bytes = Array(good.utf8)
      let reach = Bool.random(using: &random) ? 200 : bytes.count
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<min(reach, bytes.count), using: &random)
        if Bool.random(using: &random) {
          bytes[place] = Array("<>/\"= x".utf8).randomElement(using: &random) ?? 0x20
        } else {
          bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        }
      }
      let document = String(decoding: bytes, as: UTF8.self)
      let alone = Result { try WireSuspension(document, Self.dialect) }
      let after = Result { try WireSuspension(document, Self.dialect, &memory) }
      switch (alone, after) {
      case (.success(let alone), .success(let after)): #expect(alone == after)
      case (.failure, .failure): refused += 1
      default: Issue.record("\(alone) alone, \(after) after another: \(document)")
      }
    }
    #expect(refused > 50)
  }

  @Test func framesInOtherPlacesAreNotRemembered() throws {
    let inner = Self.stop(Array(1...30)) { "<group>\(Self.frame($0, $1))</group>" }
    var memory = StackMemory()
    #expect(try decode(inner, &memory) == 30)
    #expect(try decode(inner, &memory) == 30)
    #expect(try decode(Self.stop(Array(1...30)), &memory) == 30)
    #expect(try decode(Self.stop(Array(1...30)), &memory) == 0)
  }
}
