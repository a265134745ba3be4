/// The questions that find out whether a terminal puts brackets around a paste, and the answers to them.
public enum PasteBrackets {
  /// Asks for the state of mode 2004 (DECRQM), for the terminal's make (secondary attributes), and last for its class
  /// (primary attributes), which every terminal answers: nothing is left to wait for then. A terminal that misreads a
  /// question may print its last letter, which the end of the sequence erases; send it with the cursor in the first column.
  public static let questions = Array("\u{1B}[?2004$p\u{1B}[>c\u{1B}[c\r\u{1B}[K".utf8)

  /// Whether an answer makes brackets certain: the mode is known and can be set, or the terminal is a multiplexer that has
  /// it but doesn't answer for it: tmux (84 is its `T`), and GNU screen (83) from 4.9.0 on.
  static func areCertain(by reply: String) -> Bool {
    if let state = parameters(of: reply, "?2004;", "$y") { return (1...3).contains(state.first ?? 0) }
    guard let make = parameters(of: reply, ">", "c"), let kind = make.first else { return false }
    return kind == 84 || (kind == 83 && make.count > 1 && make[1] >= 40900)
  }

  /// Whether an answer is the one to the last question.
  static func isLast(_ reply: String) -> Bool { parameters(of: reply, "?", "c") != nil }

  private static func parameters(of reply: String, _ start: String, _ end: String) -> [Int]? {
    guard reply.hasPrefix(start), reply.hasSuffix(end) else { return nil }
    return reply.dropFirst(start.count).dropLast(end.count).split(separator: ";").map { Int($0) ?? 0 }
  }
}
