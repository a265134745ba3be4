import PydevdWire
import Testing

@Suite struct WireVariableTests {
  private func variable(_ attributes: String, _ dialect: Dialect) throws -> WireVariable {
    let frame = Frame(command: .getFrame, sequence: 1, payload: "<xml><var \(attributes) /></xml>")
    return try #require(try GetFrame(thread: "T", frame: "F").reply(from: frame, dialect: dialect).first)
  }

  @Test(arguments: [
    ("int", "int%3A 1", "1"), ("str", "str%3A hello", "hello"), ("str", "str%3A ", ""),
    ("str", "str%3A %CC%81", "\u{301}"),
    ("list", "%3Cclass %27list%27&gt;%3A %5B1%2C 2%5D", "[1, 2]"), ("list", "%3Ctype %27list%27&gt;%3A %5B1%5D", "[1]"),
    ("DataFrame", "   a%0A0  1", "   a\n0  1"), ("int", "str%3A 1", "str: 1"),
    ("BadRepr", "Unable to get repr", "Unable to get repr"),
  ])
  func theTypeBeforeAValueIsTakenAwayWhereItIsWritten(_ type: String, _ coded: String, _ value: String) throws {
    for dialect in [Dialect.pydevd, .pycharm191] {
      let read = try variable("name=\"x\" type=\"\(type)\" value=\"\(coded)\"", dialect)
      #expect(Array(read.value.utf8) == Array(value.utf8))
    }
  }

  @Test func aValueThatLooksLikeAPrefixStaysWhereThereIsNone() throws {
    #expect(try variable("name=\"x\" type=\"str\" value=\"str%3A x\"", .pycharm263).value == "str: x")
  }

  @Test func allQuotingIsUndone() throws {
    let read = try variable(
      "name=\"%27%C3%A9&lt;%27 %28139%29\" type=\"a&lt;b\" qualifier=\"m%41\" value=\"&lt;x&gt; %26amp%3B\"",
      .pycharm263)
    #expect(read.name == "'é<' (139)")
    #expect(read.type == "a<b")
    #expect(read.qualifier == "m%41")
    #expect(read.value == "<x> &amp;")
  }

  @Test func theMarksAreRead() throws {
    let all = try variable(
      "name=\"x\" type=\"t\" value=\"\" isContainer=\"True\" shape=\"4\" scope=\"special variables\" isErrorOnEval=\"True\" isRetVal=\"True\"",
      .pydevd)
    #expect(all.isContainer && all.isErrorOnEval && all.isReturnValue)
    #expect(all.shape == "4")
    #expect(all.scope == "special variables")
    let none = try variable("name=\"x\" type=\"t\" value=\"\" shape=\"\" isContainer=\"False\"", .pydevd)
    #expect(!none.isContainer && !none.isErrorOnEval && !none.isReturnValue)
    #expect(none.shape == nil && none.scope == nil && none.marker == nil)
  }

  @Test(arguments: [
    ("_dummy_special_var", WireVariable.Marker.special), ("_dummy_ret_val", .returned),
    ("_dummy_ipython_val", .ipython),
  ])
  func anEntryThatStandsForHiddenVariablesIsMarked(_ name: String, _ marker: WireVariable.Marker) throws {
    let read = try variable("name=\"\(name)\"", .pycharm263)
    #expect(read.marker == marker)
    #expect(read.type == "" && read.value == "")
  }
}
