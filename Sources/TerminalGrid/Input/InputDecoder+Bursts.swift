/// Several lines that arrive at once, where the terminal may not put brackets around a paste: only silence shows where such
/// a burst ends, and only the answers to `PasteBrackets.questions` show that it must be keys.
extension InputDecoder {
  /// The terminal gives no more answers.
  /// - Returns: the events that waited for one.
  public mutating func endQuestions() -> [InputEvent] {
    isAsking = false
    return burst.isEmpty ? [] : takeBurst()
  }

  /// The burst that was given out last was taken for keys: no rest of it is to be expected.
  public mutating func forgetBurst() { isAfterBurst = false }

  /// Keeps bytes that belong to a burst until it is over.
  /// - Returns: whether they do.
  mutating func keep(_ bytes: [UInt8]) -> Bool {
    let parts = InputParts(bytes)
    guard !hasBrackets, pending.isEmpty, belongToBurst(bytes, parts) else {
      isAfterBurst = false
      return false
    }
    var kept = parts.rest
    // The start of an answer: its end will come.
    if isAsking { pending = parts.cut } else { kept += parts.cut }
    let room = Self.mostPasted - burst.count
    burst += kept.prefix(room)
    missing += max(0, kept.count - room)
    for reply in parts.replies { learn(from: reply) }
    return true
  }

  /// A slow link may deliver a burst in pieces, and whatever text a piece holds is no key: hands don't type several
  /// characters into one read soon after it.
  private func belongToBurst(_ bytes: [UInt8], _ parts: InputParts) -> Bool {
    if burst.isEmpty {
      return isAfterBurst
        ? String(decoding: parts.text, as: UTF8.self).count > 1 : UnbracketedPaste.mayBeOne(bytes, parts.text)
    }
    // Until the answers are there, all waits for them in its order.
    return !parts.text.isEmpty || !(isAsking ? parts.rest : parts.cut).isEmpty
  }

  /// Takes in what came after a burst, and gives both out once it is certain what the burst is.
  mutating func release(_ events: [InputEvent]) -> [InputEvent] {
    guard !burst.isEmpty else { return events }
    followers += events.filter { event in
      if case .reply = event { false } else { true }
    }
    if hasBrackets { return takeBurst() }
    return isAsking || followers.isEmpty ? [] : takeBurst()
  }

  mutating func takeBurst() -> [InputEvent] {
    defer {
      burst = []
      followers = []
    }
    let text = UnbracketedPaste.normalised(burst[...])
    if hasBrackets { return Self.keys(typing: text).map(InputEvent.key) + followers }
    isAfterBurst = true
    return [.burst(text)] + missed() + followers
  }

  /// Learns from an answer of the terminal.
  mutating func learn(from reply: String) {
    if PasteBrackets.areCertain(by: reply) { hasBrackets = true }
    if PasteBrackets.isLast(reply) { isAsking = false }
  }
}
