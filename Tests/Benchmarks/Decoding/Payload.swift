import PydevdWire

/// What a large frame holds, as pydevd sends it.
enum Payload: String, CaseIterable {
  /// Letters and blanks: nothing is percent-coded.
  case plain
  /// A Python source, with each line end, bracket, colon and quote percent-coded (124).
  case source
  /// Text of another script: every byte is percent-coded.
  case foreign
  /// The source as a block of the `http` framing, where nothing is percent-coded.
  case block

  private var unit: String {
    switch self {
    case .plain: "the quick brown fox jumps over the lazy dog while 12 others look on "
    case .source, .block: Self.program
    case .foreign: "変数の値は長い文字列です"
    }
  }

  private static let program = """
    class Account:
        \"\"\"Money that belongs to someone; it never falls below zero.\"\"\"

        def __init__(self, owner, balance=0):
            self.owner, self.balance = owner, balance

        def withdraw(self, amount):
            if amount > self.balance:
                raise ValueError(f"{self.owner} has only {self.balance:.2f}, not {amount:.2f}")
            self.balance -= amount
            return {"owner": self.owner, "left": self.balance}


    """

  /// A whole message of about so many bytes, its end included.
  func message(bytes count: Int) -> [UInt8] {
    let head = Array("124\t5\t".utf8)
    let piece = Array((self == .block ? unit : Quoting.percentEncode(unit)).utf8)
    var body: [UInt8] = []
    body.reserveCapacity(count + 64)
    body += head
    while body.count + piece.count < count { body += piece }
    body += [UInt8](repeating: 0x61, count: max(0, count - 1 - body.count))
    guard self == .block else { return body + [0x0a] }
    return Array("Content-Length: \(body.count + 1)\r\n\r\n".utf8) + body + [0x0a]
  }
}
