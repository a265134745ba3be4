import CommandLanguage
import DebuggerModel
import Testing

struct ExceptionCommandTests {
  private func parse(_ text: String) throws -> Command? { try CommandParser.parse(text, mode: .batch) }

  @Test func aClassAloneStopsWhereNobodyHandlesIt() throws {
    #expect(try parse("catch MyError") == .debugger(.exceptions(.set("MyError", .init()))))
    #expect(try parse("catch") == .debugger(.exceptions(.list)))
    #expect(try parse("nocatch app.errors.MyError") == .debugger(.exceptions(.remove("app.errors.MyError"))))
    #expect(try parse("nocatch") == .debugger(.exceptions(.removeAll)))
    #expect(try parse("exception") == .debugger(.exceptions(.describe)))
  }

  @Test func theOptionsAreRead() throws {
    let options = ExceptionBreakpoint.Options(
      moments: [.raised, .uncaught], condition: "level > 2", logMessage: "level", ignoresLibraries: true)
    let text = "catch * raised uncaught ignorelib if level > 2 log level"
    #expect(try parse(text) == .debugger(.exceptions(.set("*", options))))
    #expect(options.commandText == "raised uncaught ignorelib if level > 2 log level")
  }

  @Test(arguments: [
    "catch My-Error", "catch 3", "catch a..b", "catch X hit 3", "catch X once", "catch X frob", "nocatch a b",
  ])
  func whatIsNoClassOrOptionIsRefused(text: String) {
    #expect(throws: CommandError.self) { try parse(text) }
  }
}
