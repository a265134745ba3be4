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
    guard !hasBrackets, pending.isEmpty, followers.isEmpty, belongsToBurst(bytes) else {
      isAfterBurst = false
      return false
    }
    burst += bytes.prefix(Self.mostPasted - burst.count)
    return true
  }

  /// A slow link may deliver a burst in pieces: hands don't type several characters into one read soon after it.
  private func belongsToBurst(_ bytes: [UInt8]) -> Bool {
    if !burst.isEmpty { return UnbracketedPaste.isText(bytes) }
    if isAfterBurst, UnbracketedPaste.isText(bytes) { return String(decoding: bytes, as: UTF8.self).count > 1 }
    return UnbracketedPaste.mayBeOne(bytes)
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
    isAfterBurst = followers.isEmpty
    return [.burst(text)] + followers
  }

  /// Learns from an answer of the terminal.
  mutating func learn(from reply: String) {
    if PasteBrackets.areCertain(by: reply) { hasBrackets = true }
    if PasteBrackets.isLast(reply) { isAsking = false }
  }
}
