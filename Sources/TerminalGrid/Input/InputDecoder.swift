/// Raw bytes from a terminal to events, whichever terminal it is; pure, and fed in pieces of any size.
///
/// Sequences that mean nothing here are swallowed whole, so that no part of them can be taken for a key. A byte that is not
/// UTF-8 costs itself and nothing else.
public struct InputDecoder: Sendable {
  /// Bytes of a sequence or of a character that isn't complete.
  var pending: [UInt8] = []
  /// The text of a paste in brackets, as far as it has come.
  var paste: [UInt8]?
  /// The bytes after the closing bracket of `paste`: keys, unless another closing bracket follows at once.
  var tail: [UInt8]?
  /// No more of `paste` has come for a while; what there was of it is given out.
  var isStalled = false
  /// The terminal is known to put brackets around a paste: what comes without them was typed.
  var hasBrackets = false
  /// The terminal was asked `PasteBrackets.questions`, and has not answered all of them.
  public internal(set) var isAsking: Bool
  /// Several lines that came at once: a paste, or keys.
  var burst: [UInt8] = []
  /// Bytes that were left out at the end of a paste or burst.
  var missing = 0
  /// Events that came after the burst.
  var followers: [InputEvent] = []
  /// The last event was a burst.
  var isAfterBurst = false

  /// A paste is cut at so many bytes.
  public static let mostPasted = 1 << 20
  /// A sequence longer than this isn't one: what was held of it is dropped.
  static let mostPending = 4096

  /// How far the numbers of shifted function keys lie behind those of the plain ones, where F13 and up mean them.
  private let shiftedFunctions: Int

  /// - Parameters:
  ///   - terminal: the value of `TERM`: rxvt sends Shift-F3 as F13, the others send Shift-F1 so.
  ///   - isAsking: whether the terminal was asked `PasteBrackets.questions`.
  public init(terminal: String = "", isAsking: Bool = false) {
    shiftedFunctions = terminal.hasPrefix("rxvt") ? 10 : 12
    self.isAsking = isAsking
  }

  /// The seconds without input after which to call `flush()`; `nil` where nothing waits for more bytes.
  public var flushDelay: Double? {
    if paste != nil { return pasteDelay }
    if !burst.isEmpty, !isAsking { return 0.1 }
    guard !pending.isEmpty else { return nil }
    // No hand types the start of a bracket this fast: a slow link has cut it.
    return pending.count > 2 && Self.pasteStart.starts(with: pending) ? 1 : 0.025
  }

  /// Decodes bytes as they were read at once.
  public mutating func feed(_ bytes: some Collection<UInt8>) -> [InputEvent] {
    let bytes = Array(bytes)
    var events: [InputEvent] = []
    if endsByHand(bytes) { events = endPaste() }
    if paste == nil, keep(bytes) { return events + release([]) }
    for byte in bytes { feed(byte, &events) }
    return release(events)
  }

  /// Nothing follows: a paste or burst is over, an escape byte was the key Esc, the start of a sequence was Alt with a key;
  /// the rest is dropped.
  public mutating func flush() -> [InputEvent] {
    if paste != nil { return flushPaste() }
    let events = release(flushPending())
    return burst.isEmpty || isAsking ? events : events + takeBurst()
  }

  private mutating func flushPending() -> [InputEvent] {
    defer { pending = [] }
    guard pending.first == 0x1B, pending.count <= 2 else { return [] }
    let escape = KeyPress(.escape)
    guard pending.count == 2 else { return [.key(escape)] }
    guard pending[1] != 0x1B else { return [.key(escape), .key(escape)] }
    return Self.control(pending[1]).map { [.key(KeyPress($0.key, $0.modifiers.union(.alt)))] } ?? []
  }

  mutating func feed(_ byte: UInt8, _ events: inout [InputEvent]) {
    if paste != nil { return feedPaste(byte, &events) }
    pending.append(byte)
    settle(&events)
  }

  /// Takes what is complete out of `pending`.
  private mutating func settle(_ events: inout [InputEvent]) {
    while !pending.isEmpty {
      let step = pending[0] == 0x1B ? SequenceScanner.scan(pending[...]) : Self.scanCharacter(pending[...])
      switch step {
      case .incomplete:
        if pending.count > Self.mostPending { pending = [] }
        return
      case .pasteStart:
        pending = []
        paste = []
        hasBrackets = true
        return
      case .event(let event, let count):
        pending.removeFirst(count)
        if case .reply(let reply)? = event { learn(from: reply) }
        if let event { events.append(unshifted(event)) }
      }
    }
  }

  /// F13 to F24 are what old terminals send for Shift with F1 to F12.
  private func unshifted(_ event: InputEvent) -> InputEvent {
    guard case .key(let press) = event, case .function(let number) = press.key, (13...24).contains(number) else {
      return event
    }
    return .key(KeyPress(.function(number - shiftedFunctions), press.modifiers.union(.shift)))
  }
}
