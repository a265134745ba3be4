import Testing

@testable import PydevdWire

@Suite struct ASCIIExpressionTests {
  @Test(arguments: [
    ("x + 1", "x + 1"), ("\"日本\"", #"eval(u"\"\u65e5\u672c\"")"#), ("d['é\\n']", #"eval(u"d['\u00e9\\n']")"#),
    ("'😀'", #"eval(u"'\U0001f600'")"#), ("(é +\n\t1)", #"eval(u"(\u00e9 +\n\t1)")"#),
  ])
  func anExpressionBecomesAnEvaluationOfItsLiteral(_ text: String, _ ascii: String) {
    #expect(ASCIIExpression.make(text) == ascii)
  }

  @Test func statementsAreExecuted() {
    #expect(
      ASCIIExpression.makeStatement("x = 'é'")
        == #"pass;exec(u"x = '\u00e9'",globals(),__import__('sys')._getframe().f_locals)"#)
    #expect(ASCIIExpression.makeStatement("x = 1\ny = 2") == "x = 1\ny = 2")
  }

  @Test func whatComesOutIsAlwaysPrintableASCII() {
    for value in [UInt32(0)...0x2ff, 0x2028...0x2029, 0xfff0...0xffff, 0x1_f600...0x1_f610].joined() {
      guard let scalar = UnicodeScalar(value) else { continue }
      let literal = ASCIIExpression.literal(String(scalar))
      #expect(literal.utf8.allSatisfy { (0x20..<0x7f).contains($0) })
    }
  }

  @Test(arguments: [
    ("a > 1", "a > 1"), ("a > 1 # why", #"eval(u"a > 1 # why")"#), ("a and\nb", #"eval(u"a and\nb")"#),
    ("a == '\t'", #"eval(u"a == '\t'")"#),
    ("a == 'é'", #"eval(u"a == '\u00e9'")"#),
  ])
  func whereNothingIsUnescapedAllButPlainTextBecomesALiteral(_ text: String, _ plain: String) {
    #expect(ASCIIExpression.plain(text, .pycharm263) == plain)
  }
}
