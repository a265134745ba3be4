import Platform
import Testing

/// The kernel's lists of sockets and processes, as texts.
@Suite struct SocketTableTests {
  private static let head =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"

  private func line(_ own: String, _ other: String, user: Int = 1000, inode: Int = 77, state: String = "01") -> String {
    "   0: \(own) \(other) \(state) 00000000:00000000 00:00000000 00000000  \(user)        0 \(inode) 1 0 20 4 30 10 -1\n"
  }

  private func connection(_ own: String, _ port: UInt16, _ other: String, _ otherPort: UInt16) throws
    -> SocketTable.Connection
  {
    .init(
      own: .init(address: try #require(IPAddress(own)), port: port),
      other: .init(address: try #require(IPAddress(other)), port: otherPort))
  }

  private func find(_ wanted: SocketTable.Connection, _ lines: String...) -> SocketTable.Socket? {
    SocketTable.sockets([wanted], in: Array((Self.head + lines.joined()).utf8))[wanted]
  }

  // The numbers are those of a machine that keeps the lowest byte first.
  @Test func bothEndsHaveToBeThose() throws {
    let wanted = try connection("127.0.0.2", 18080, "127.0.0.1", 31235)
    #expect(find(wanted, line("0200007F:46A0", "0100007F:7A03"))?.inode == 77)
    #expect(find(wanted, line("0200007F:46A0", "0100007F:7A03"))?.user == 1000)
    for other in [
      line("0100007F:46A0", "0100007F:7A03"),  // the same port at another address
      line("0100007F:46A0", "00000000:0000", state: "0A"),  // one that listens there
      line("0200007F:46A0", "0200007F:7A03"), line("0200007F:46A0", "0100007F:7A04"),
      line("0100007F:7A03", "0200007F:46A0"),  // our own end
    ] {
      #expect(find(wanted, other) == nil, "\(other)")
    }
  }

  @Test func aConnectionOverIPv4IsFoundInEitherForm() throws {
    let wanted = try connection("127.0.0.1", 40000, "127.0.0.1", 31235)
    let six = "0000000000000000FFFF00000100007F"
    #expect(find(wanted, line("\(six):9C40", "\(six):7A03"))?.inode == 77)
    #expect(find(wanted, line("0100007F:9C40", "\(six):7A03"))?.inode == 77)
    let loopback = "00000000000000000000000001000000"
    #expect(find(wanted, line("\(loopback):9C40", "\(loopback):7A03")) == nil)
    #expect(find(try connection("::1", 40000, "::1", 31235), line("\(loopback):9C40", "\(loopback):7A03"))?.inode == 77)
  }

  @Test func aSocketThatIsOpenGoesBeforeOneThatIsNot() throws {
    let wanted = try connection("127.0.0.1", 40000, "127.0.0.1", 31235)
    let old = line("0100007F:9C40", "0100007F:7A03", user: 0, inode: 0, state: "06")
    let new = line("0100007F:9C40", "0100007F:7A03")
    #expect(find(wanted, old, new)?.inode == 77)
    #expect(find(wanted, new, old)?.inode == 77)
    #expect(find(wanted, old)?.inode == 0)
  }

  @Test(arguments: [
    "", "\n\n", "x", "   0: 0100007F:9C40", "   0: 0100007F 0100007F:7A03 01 a b c 1 2 3",
    "   0: 0100007F:9C40 0100007F:7A03 01 0:0 0:0 0 -1 0 77 1\n",
    "   0: 0100007:9C40 0100007F:7A03 01 0:0 0:0 0 1 0 77 1\n",
    "   0: 0100007F:9C40 0100007F:17A03 01 0:0 0:0 0 1 0 77 1\n", "   0: :9C40 :7A03 01 0:0 0:0 0 1 0 77 1\n",
    "   0: 0100007F:9C40 0100007F:7A03 01 0:0 0:0 0 1 0 99999999999999999999999 1\n",
  ])
  func whatIsNotUnderstoodIsPassedOver(text: String) throws {
    #expect(find(try connection("127.0.0.1", 40000, "127.0.0.1", 31235), text) == nil)
  }

  @Test func aProcessIsDescribed() {
    let status = ProcessStatus(
      parsing: "Name:\tUid: 5\nUmask:\t0022\nPid:\t4711\nPPid:\t12\nUid:\t1000\t0\t0\t0\nNSpid:\t4711\t33\t7\n")
    #expect(status.parent == 12 && status.user == 1000 && status.innermostPID == 7)
    let empty = ProcessStatus(parsing: "")
    #expect(empty.parent == nil && empty.user == nil && empty.innermostPID == nil)
  }
}
