import Allocations
import NIOCore
import PydevdWire

/// Reads recorded messages from their bytes to what the session gets: an event, or variables.
struct MessageRow {
  enum Kind: String, CaseIterable {
    case stops, variables
  }

  let kind: Kind
  let recordings: [Recording]
  let runs: Int

  private typealias Message = (command: CommandID, bytes: ByteBuffer, dialect: Dialect)

  private var messages: [Message] {
    recordings.flatMap { recording in
      recording.messages.filter { isWanted($0.frame) }.map { ($0.frame.command, $0.bytes, recording.dialect) }
    }
  }

  private func isWanted(_ frame: Frame) -> Bool {
    switch kind {
    case .stops: frame.command == .threadSuspend
    case .variables:
      [.getVariable, .evaluateExpression, .getFrame].contains(frame.command) && frame.sequence % 2 == 1
    }
  }

  /// `nil` where nothing of this kind was recorded.
  func measure() throws -> Row? {
    let messages = messages
    guard !messages.isEmpty else { return nil }
    let processor = NIOSingleStepByteToMessageProcessor(FrameDecoder())
    let size = messages.reduce(0) { $0 + $1.bytes.readableBytes }
    let repeats = max(1, 2000 / messages.count)
    let count = messages.count * repeats
    var whole = Samples(), framing = Samples()
    var allocations = 0, framingAllocations = 0, values = 0
    let clock = ContinuousClock()
    for run in -3..<runs {
      var before = allocations_count()
      var start = clock.now
      values = 0
      for _ in 0..<repeats { values += try read(messages, processor) }
      let wholeTime = start.duration(to: clock.now)
      allocations = allocations_count() - before
      before = allocations_count()
      start = clock.now
      for _ in 0..<repeats { try frame(messages, processor) }
      let framingTime = start.duration(to: clock.now)
      framingAllocations = allocations_count() - before
      guard run >= 0 else { continue }
      whole.add(wholeTime, per: count)
      framing.add(framingTime, per: count)
    }
    let bytes = Double(size) / Double(messages.count)
    return Row(
      name: "\(kind.rawValue) as recorded",
      numbers: [
        ("messages", Double(messages.count)), ("bytes_a_message", bytes),
        ("values_a_message", Double(values) / Double(count)),
        ("messages_a_second", 1e9 / whole.median), ("messages_a_second_p95", 1e9 / whole.p95),
        ("mbs", bytes / whole.median * 1000), ("ns_framing", framing.median), ("ns_whole", whole.median),
        ("allocations_a_message", Double(allocations) / Double(count)),
        ("allocations_framing", Double(framingAllocations) / Double(count)), ("runs", Double(runs)),
      ])
  }

  /// How many frames or variables there were.
  private func read(
    _ messages: [Message], _ processor: NIOSingleStepByteToMessageProcessor<FrameDecoder>
  ) throws -> Int {
    var values = 0
    for message in messages {
      try processor.process(buffer: message.bytes) { frame in
        if message.command == .threadSuspend {
          if case .threadSuspended(let stop) = try WireEvent.decode(frame, dialect: message.dialect) {
            values += stop.frames.count
          }
        } else {
          values += try GetFrame(thread: "", frame: "").reply(from: frame, dialect: message.dialect).count
        }
      }
    }
    return values
  }

  private func frame(
    _ messages: [Message], _ processor: NIOSingleStepByteToMessageProcessor<FrameDecoder>
  ) throws {
    for message in messages { try processor.process(buffer: message.bytes) { _ in } }
  }
}
