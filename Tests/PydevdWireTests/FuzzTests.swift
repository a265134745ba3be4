import PydevdWire
import TestSupport
import Testing

/// Nothing that a peer sends may crash: the runs are seeded, so a failing one can be repeated.
@Suite struct FuzzTests {
  /// Pieces that matter to the readers, mixed with anything.
  static let pieces: [String] = [
    "105", "\t", "\n", "\r", "501\t1\t", "Content-Length: ", "12", "\r\n\r\n", "<xml>", "</xml>", "<thread ", "id=\"",
    "\"", "/>", ">", "<",
    "&amp;", "&#x", ";", "%", "%C3", "%41", " = ", "é", "\u{301}", "stop_reason=\"111\"", "<frame line=\"4\" id=\"1\">",
    "</frame>", "-",
    "<var name=\"x\" type=\"int\" value=\"int%3A 1\"/>", "name=\"", "</thread>", "99999999999999999999",
  ]

  private func text(_ random: inout SplitMix64) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      if Int.random(in: 0..<10, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += (Self.pieces.randomElement(using: &random) ?? "").utf8
      }
    }
    return bytes
  }

  /// Cuts at random places.
  private func split(_ bytes: [UInt8], _ random: inout SplitMix64) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...rest.count, using: &random)
      pieces.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return pieces
  }

  private func outcome(_ pieces: [[UInt8]]) -> Result<[Frame], WireError> {
    do { return .success(try Decoding.frames(pieces)) } catch let error as WireError { return .failure(error) } catch {
      Issue.record("another error: \(error)")
      return .success([])
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func theDecoderEndsInMessagesOrAWireErrorHoweverTheBytesAreSplit(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let bytes = text(&random)
      let whole = outcome([bytes])
      let parts = outcome(split(bytes, &random))
      switch (whole, parts) {
      case (.success(let left), .success(let right)): #expect(left == right)
      case (.failure, .failure): break
      case (.success, .failure), (.failure, .success): Issue.record("the split made a difference: \(bytes)")
      }
    }
  }

  @Test(arguments: [UInt64(5), 6, 7, 8])
  func theScannerEndsInElementsOrAWireError(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1000 {
      let payload = String(decoding: text(&random), as: UTF8.self)
      do {
        let elements = try XMLScanner.elements(in: "<xml>\(payload)</xml>")
        #expect(elements.first?.depth == 0)
      } catch {
        #expect(error is WireError)
      }
    }
  }

  @Test(arguments: [Dialect.pydevd, .pycharm191, .pycharm263])
  func damagedEventsAndRepliesAreErrorsAtWorst(_ dialect: Dialect) {
    var random = SplitMix64(seed: 9)
    for _ in 0..<500 {
      var bytes = Array(WireEventTests.stop.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0x20...0x7f, using: &random)
      }
      let payload = String(decoding: bytes, as: UTF8.self)
      for command in 99...160 {
        let frame = Frame(command: CommandID(rawValue: command), sequence: 2, payload: payload)
        do { _ = try WireEvent.decode(frame, dialect: dialect) } catch { #expect(error is WireError) }
      }
      let reply = Frame(command: .getFrame, sequence: 1, payload: payload)
      for sample in RequestPayloadTests.cases {
        do { _ = try sample.request.reply(from: reply, dialect: dialect) } catch { #expect(error is WireError) }
      }
    }
  }

  @Test func anyTextSurvivesTheCoding() {
    var random = SplitMix64(seed: 10)
    for _ in 0..<500 {
      let original = String(decoding: text(&random), as: UTF8.self)
      #expect(Array(Quoting.percentDecode(Quoting.percentEncode(original)).utf8) == Array(original.utf8))
    }
  }
}
