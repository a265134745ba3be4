import Platform
import Testing

@Suite struct AddressRangeTests {
  @Test(arguments: [
    ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.1.2.3", "10.1.2.3", true),
    ("10.1.2.3", "10.1.2.4", false), ("10.1.2.4/30", "10.1.2.7", true), ("10.1.2.4/30", "10.1.2.8", false),
    ("0.0.0.0/0", "192.0.2.1", true), ("0.0.0.0/0", "::1", false), ("::/0", "fd00::7", true),
    ("::/0", "192.0.2.1", false), ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe80::1", false), ("::1", "::1", true),
    // IPv4 in the form of IPv6, as a socket for both sees it.
    ("10.0.0.0/8", "::ffff:10.1.2.3", true), ("::ffff:10.0.0.0/104", "10.1.2.3", true),
    ("::ffff:0:0/96", "192.0.2.1", true), ("::ffff:10.1.2.3", "10.1.2.3", true),
    ("127.0.0.2", "127.0.0.1", false),
  ])
  func anAddressIsInOrOut(range: String, address: String, isIn: Bool) throws {
    #expect(try AddressRange(parsing: range).contains(#require(IPAddress(address))) == isIn)
  }

  @Test(arguments: [
    ("10.0.0.0/33", "from 0 to 32"), ("fd00::/129", "from 0 to 128"), ("10.0.0.0/", "behind the slash"),
    ("10.0.0.0/+8", "behind the slash"), ("10.0.0.0/8/8", "behind the slash"), ("10.0.0/8", "written as 10.0.0.0/8"),
    ("example.org", "written as 10.0.0.0/8"), ("", "written as 10.0.0.0/8"), ("/8", "written as 10.0.0.0/8"),
    ("10.0.0.5/8", "say 10.0.0.0/8, or 10.0.0.5 for"), ("fd00::1/64", "say fd00::/64, or fd00::1 for"),
    ("::ffff:10.0.0.0/8", "0.0.0.0/0"), ("fe80::1%lo", "written as 10.0.0.0/8"),
    ("10.0.0.0/99999999999999999999", "from 0"),
  ])
  func whatIsNoRangeIsSaid(text: String, words: String) throws {
    let failure = try #require(throws: AddressRange.Failure.self) { try AddressRange(parsing: text) }
    #expect(failure.description.hasPrefix("\(text): ") && failure.description.contains(words), "\(failure)")
  }

  @Test(arguments: ["10.0.0.0/8", "10.1.2.3", "fd00::/8", "::/0"])
  func aRangeIsWrittenAsItIsRead(text: String) throws {
    #expect(try AddressRange(parsing: text).description == text)
  }

  @Test func theLoopbackAddressesAreKnown() {
    #expect(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"].allSatisfy { IPAddress($0)?.isLoopback == true })
    #expect(["128.0.0.1", "::", "::2", "fe80::1"].allSatisfy { IPAddress($0)?.isLoopback == false })
  }
}
