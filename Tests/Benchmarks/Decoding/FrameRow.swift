import Allocations
import NIOCore
import PydevdWire

/// Decodes one large message again and again beside memchr and memcpy over the same bytes, in turns, so that a machine that
/// slows down slows all of them.
struct FrameRow {
  let payload: Payload
  let bytes: Int
  /// Bytes of what the kernel gives at once; `nil` is the whole message in one buffer.
  let chunk: Int?
  let runs: Int

  private static let greeting = ByteBuffer(string: "501\t1\t263.7307.50\n")

  var name: String {
    let size = bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) KB"
    return "\(payload.rawValue) frame of \(size), " + (chunk.map { "chunks of \($0 >> 10) KB" } ?? "one buffer")
  }

  func measure() throws -> Row {
    let message = payload.message(bytes: bytes)
    let chunks = pieces(message)
    let processor = NIOSingleStepByteToMessageProcessor(FrameDecoder())
    try processor.process(buffer: Self.greeting) { _ in }
    let target = UnsafeMutableRawPointer.allocate(byteCount: message.count, alignment: 16)
    defer { target.deallocate() }
    let repeats = max(1, (1 << 20) / bytes)
    var ours = Samples(), search = Samples(), copy = Samples(), fresh = Samples()
    var allocations = 0
    for run in -2..<runs {
      let before = allocations_count()
      let decoding = try time(repeats) { try decode(chunks, processor) }
      allocations = allocations_count() - before
      let searching = message.withUnsafeBytes { bytes in
        time(repeats) { precondition(plain_search(bytes.baseAddress, 0, bytes.count) == bytes.count) }
      }
      let copying = message.withUnsafeBytes { bytes in
        time(repeats) { plain_copy(target, bytes.baseAddress, bytes.count) }
      }
      let copyingFresh = message.withUnsafeBytes { bytes in time(repeats) { copyToFresh(bytes) } }
      guard run >= 0 else { continue }
      ours.add(decoding, per: repeats)
      search.add(searching, per: repeats)
      copy.add(copying, per: repeats)
      fresh.add(copyingFresh, per: repeats)
    }
    func rate(_ nanoseconds: Double) -> Double { Double(message.count) / nanoseconds }
    return Row(
      name: name,
      numbers: [
        ("bytes", Double(message.count)), ("ours_gbs", rate(ours.median)), ("ours_p95_gbs", rate(ours.p95)),
        ("memchr_gbs", rate(search.median)), ("copy_gbs", rate(copy.median)), ("new_copy_gbs", rate(fresh.median)),
        ("ratio", search.median / ours.median), ("copy_ratio", fresh.median / ours.median),
        ("allocations", Double(allocations) / Double(repeats)), ("runs", Double(runs)),
      ])
  }

  /// The message in buffers of their own, as reads fill them.
  private func pieces(_ message: [UInt8]) -> [ByteBuffer] {
    let size = chunk ?? message.count
    return stride(from: 0, to: message.count, by: size).map {
      var buffer = ByteBufferAllocator().buffer(capacity: size)
      buffer.writeBytes(message[$0..<min($0 + size, message.count)])
      return buffer
    }
  }

  /// What ends with the message being there; giving it back is not counted where one message is a measurement.
  private func decode(
    _ chunks: [ByteBuffer], _ processor: NIOSingleStepByteToMessageProcessor<FrameDecoder>
  ) throws -> Frame {
    var result: Frame?
    for chunk in chunks { try processor.process(buffer: chunk) { result = $0 } }
    guard let result, !result.payload.isEmpty else { fatalError("there is no message") }
    return result
  }

  private func copyToFresh(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 16)
    plain_copy(memory, bytes.baseAddress, bytes.count)
    return memory
  }

  private func time(_ repeats: Int, _ body: () throws -> Frame) rethrows -> Duration {
    var last: Frame?
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<repeats { last = try body() }
    let duration = start.duration(to: clock.now)
    withExtendedLifetime(last) {}
    return duration
  }

  private func time(_ repeats: Int, _ body: () -> Void) -> Duration {
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<repeats { body() }
    return start.duration(to: clock.now)
  }

  private func time(_ repeats: Int, _ body: () -> UnsafeMutableRawPointer) -> Duration {
    var duration = Duration.zero
    let clock = ContinuousClock()
    let start = clock.now
    for index in 0..<repeats {
      let memory = body()
      if index == repeats - 1 { duration = start.duration(to: clock.now) }
      memory.deallocate()
    }
    return duration
  }
}
