import PydevdWire
import Testing

@Suite struct ExceptionNameTests {
  @Test func builtinsGoByTheirNames() {
    #expect(ExceptionName(matching: "ValueError")?.name == "ValueError")
    #expect(ExceptionName(matching: "*")?.name == "BaseException")
    #expect(ExceptionName(matching: "django")?.origin == .django)
  }

  @Test func otherClassesAreComparedByName() {
    let name = ExceptionName(matching: "MyError")?.name ?? ""
    #expect(name.contains("endswith(u\".MyError\")"))
    #expect(!name.contains("-"))
    #expect(ExceptionName(matching: "Größe")?.name.utf8.allSatisfy { $0 < 0x80 } == true)
  }

  @Test(arguments: ["", "a-b", "a b", "a..b", ".a", "3a", "a\tb", "f()"])
  func whatIsNoNameIsNone(text: String) {
    #expect(ExceptionName(matching: text) == nil)
  }
}
