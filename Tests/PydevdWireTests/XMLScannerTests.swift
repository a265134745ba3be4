import PydevdWire
import Testing

@Suite struct XMLScannerTests {
  @Test func elementsComeInOrderWithTheirDepth() throws {
    let elements = try XMLScanner.elements(in: "<xml><thread id=\"a\"><frame line=\"4\"></frame></thread>\n<x/></xml>")
    #expect(elements.map(\.name) == ["xml", "thread", "frame", "x"])
    #expect(elements.map(\.depth) == [0, 1, 2, 1])
    #expect(elements[2]["line"] == "4")
    #expect(elements[2]["none"] == nil)
  }

  @Test func blanksAreAllowedWherePydevdWritesThem() throws {
    let elements = try XMLScanner.elements(
      in: "<xml> <var name=\"x\"  /><frame thread_id = \"T\" label= \"l\" ></frame ></xml>")
    #expect(elements[1].attributes.map(\.name) == ["name"])
    #expect(elements[2]["thread_id"] == "T")
    #expect(elements[2]["label"] == "l")
  }

  @Test func aDocumentMayBeOneEmptyElement() throws {
    #expect(try XMLScanner.elements(in: "<process/>").map(\.name) == ["process"])
  }

  @Test func textBelongsToTheElementThatItStandsIn() throws {
    let elements = try XMLScanner.elements(in: "<xml><line>6</line><line>a&lt;b</line> <line></line></xml>")
    #expect(elements.map(\.text) == [nil, "6", "a<b", nil])
  }

  @Test func textAfterAChildBelongsToNobody() throws {
    #expect(try XMLScanner.elements(in: "<a>x<b/>y<c></c>z</a>").map(\.text) == ["x", nil, nil])
  }

  @Test(arguments: [
    ("&lt;a&gt; &amp; &quot;b&quot; &apos;", "<a> & \"b\" '"), ("&#10;&#x41;&#xe9;", "\nAé"),
    ("a & b &; &nbsp; &", "a & b &; &nbsp; &"),
    ("&amp;lt;", "&lt;"), ("&#xd800;", "&#xd800;"), ("&quot;\u{301}x", "\"\u{301}x"), ("&\u{301}&lt;", "&\u{301}<"),
    ("line\nend", "line\nend"), ("%41", "%41"),
  ])
  func entitiesAreResolvedOnce(_ raw: String, _ value: String) throws {
    let elements = try XMLScanner.elements(in: "<x a=\"\(raw)\"/>")
    #expect(elements[0]["a"].map { Array($0.utf8) } == Array(value.utf8))
  }

  @Test(arguments: [
    ("", "there is no element"), ("text", "text outside"), ("a<x/>", "text outside"), ("<x/>b", "text outside"),
    ("<x>", "<x> has no end"),
    ("<x></y>", "</y> ends nothing"), ("</x>", "</x> ends nothing"), ("<x a/>", "= is missing"),
    ("<x a=1/>", "\" is missing"),
    ("<x a=\"1/>", "a value of a has no end"), ("<", "a name is missing"), ("<x", "a name is missing"),
    ("<x /", "> is missing"),
    ("<!-- c --><x/>", "a name is missing"), ("<x/><y/>", "<y> begins a second document"),
  ])
  func whatIsMalformedIsNamed(_ text: String, _ part: String) {
    let error = #expect(throws: WireError.self) { try XMLScanner.elements(in: text) }
    #expect(error?.description.contains(part) == true)
    #expect(error?.description.contains("at byte") == true)
  }

  @Test func nestingHasALimit() {
    let text = String(repeating: "<x>", count: 65) + String(repeating: "</x>", count: 65)
    #expect(throws: WireError.self) { try XMLScanner.elements(in: text) }
  }

  @Test func differentElementsAreNotEqual() throws {
    let text = ["<x a=\"1\"/>", "<x a=\"2\"/>", "<x b=\"1\"/>", "<y a=\"1\"/>", "<x a=\"1\">t</x>"]
    let elements = try text.map { try XMLScanner.elements(in: $0) }
    #expect(elements.allSatisfy { $0 == $0 })
    for element in elements.dropFirst() { #expect(element != elements[0]) }
  }
}
