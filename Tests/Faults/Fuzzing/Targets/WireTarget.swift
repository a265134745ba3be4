import DebuggerModel
import NIOCore

@testable import DebuggerSession
@testable import PydevdWire

/// What comes from a connection.
enum WireTarget {
  private static let dialects = ["3.5.0", "263.7307.50", "191.8026.44", "@@BUILD_NUMBER@@"].map(
    Dialect.init(versionReply:))

  /// Commands whose payloads are read.
  private static let commands = [
    103, 104, 105, 106, 110, 113, 114, 116, 120, 122, 129, 130, 131, 134, 138, 140, 142, 144, 147, 149, 150, 151, 152,
    155,
    160, 163, 193, 195, 201, 901, 990,
  ]

  /// The first two bytes say how the rest comes in pieces; it has to make no difference.
  static func frames(_ bytes: [UInt8]) throws {
    guard bytes.count > 2 else { return }
    let data = Array(bytes[2...])
    let whole = decoded(data, cuts: [])
    let parts = decoded(data, cuts: [Int(bytes[0] & 31) + 1, Int(bytes[1] & 127) + 1])
    try BrokenPromise.check(whole.isRefused == parts.isRefused, "refused in one way of the two only")
    if !whole.isRefused {
      try BrokenPromise.check(whole.frames == parts.frames, "\(whole.frames) in pieces: \(parts.frames)")
    }
    var memory = StackMemory()
    for frame in whole.frames { try read(frame, dialects[Int(bytes[0] >> 5) & 3], &memory) }
  }

  /// A dialect, a command, and payloads, one a line.
  static func payloads(_ bytes: [UInt8]) throws {
    guard bytes.count > 2 else { return }
    let dialect = dialects[Int(bytes[0] & 3)]
    var memory = StackMemory()
    for (index, part) in bytes[2...].split(separator: UInt8(ascii: "\n")).enumerated() {
      let payload = Quoting.percentDecode(String(lossy: part))
      let command = commands[(Int(bytes[1]) + index) % commands.count]
      for command in [command, CommandID.threadSuspend.rawValue] {
        try read(Frame(command: CommandID(rawValue: command), sequence: index, payload: payload), dialect, &memory)
      }
    }
  }

  private static func decoded(_ bytes: [UInt8], cuts: [Int]) -> (frames: [Frame], isRefused: Bool) {
    var decoder = FrameDecoder(limit: 1 << 20, greetingLimit: 1 << 16)
    decoder.largeSize = 64
    var buffer = ByteBuffer()
    var frames: [Frame] = []
    var rest = bytes[...]
    var turn = 0
    do {
      while !rest.isEmpty {
        let count = cuts.isEmpty ? rest.count : cuts[turn % cuts.count]
        turn += 1
        buffer.writeBytes(rest.prefix(count))
        rest = rest.dropFirst(count)
        while let frame = try decoder.decode(buffer: &buffer) { frames.append(frame) }
        if buffer.readerIndex > 4096 { buffer.discardReadBytes() }
      }
      if let frame = try decoder.decodeLast(buffer: &buffer, seenEOF: true) { frames.append(frame) }
      return (frames, false)
    } catch {
      return (frames, true)
    }
  }

  /// Reads a frame as each event and reply that it may be.
  private static func read(_ frame: Frame, _ dialect: Dialect, _ memory: inout StackMemory) throws {
    let event = try? WireEvent.decode(frame, dialect: dialect)
    let remembered = try? WireEvent.decode(frame, dialect: dialect, memory: &memory)
    try BrokenPromise.check(
      event == remembered, "\(String(describing: event)) from memory: \(String(describing: remembered))")
    if let event {
      var translator = EventTranslator(process: ProcessNumber(1), dialect: dialect)
      _ = translator.translate(event)
    }
    _ = try? GetFrame(thread: "a", frame: "b").reply(from: frame, dialect: dialect)
    _ = try? GetCompletions(thread: "a", frame: "b", token: "").reply(from: frame, dialect: dialect)
    _ = try? GetThreadStack(thread: "a").reply(from: frame, dialect: dialect)
    _ = try? GetExceptionDetails(thread: "a").reply(from: frame, dialect: dialect)
    if let variables = try? frame.variables(dialect) {
      _ = VariableReading.list(variables, path: .root)
      _ = VariableReading.elements(variables, path: .root, in: 0..<100, isWhole: true)
    }
    _ = try? XMLScanner.elements(in: frame.payload)
  }
}
