import PydevdWire
import Testing

@Suite struct GetVariableTests {
  private func fields(
    _ path: [String], _ dialect: Dialect, scope: GetVariable.Scope = .frame, offset: Int = 0,
    group: VariableGroup = .normal
  ) -> [String] {
    let request = GetVariable(thread: "T", frame: "F", scope: scope, path: path, offset: offset, group: group)
    #expect(request.command == .getVariable)
    #expect(request.threadID == "T")
    return request.payload(for: dialect).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func theGroupStandsBeforeTheNames() {
    #expect(fields(["a", "b"], .pydevd) == ["T", "F", "FRAME", "a", "b"])
    #expect(fields(["a", "b"], .pycharm191) == ["T", "F", "FRAME", "a", "b"])
    #expect(fields(["a", "b"], .pycharm263) == ["T", "F", "FRAME", "0", "a", "b"])
    #expect(fields(["a"], .pycharm263, group: .special) == ["T", "F", "FRAME", "1", "a"])
  }

  @Test func theOffsetStandsBeforeTheNamesWhereItIsKnown() {
    #expect(fields(["a"], .pycharm191, offset: 100) == ["T", "F", "FRAME", "100", "a"])
    #expect(fields(["a"], .pycharm263, offset: 100) == ["T", "F", "FRAME", "0", "100", "a"])
    #expect(fields(["a"], .pydevd, offset: 100) == ["T", "F", "FRAME", "a"])
    #expect(fields(["a"], .pycharm263, offset: 0) == ["T", "F", "FRAME", "0", "a"])
  }

  @Test func anExpressionsLineEndsAreEscaped() {
    #expect(fields(["f(\n1)", "a"], .pydevd, scope: .expression) == ["T", "F", "EXPRESSION", "f(@LINE@1)", "a"])
  }

  @Test(arguments: ["'k\\ty' (139)", "'k' (139)"])
  func aPlainKeyStaysAsItCame(_ key: String) {
    #expect(fields(["d", key], .pydevd).last == key)
  }

  @Test(arguments: ["'a\tb' (139)", "x\ny (139)", "'é' (139)", "'\u{301}' (139)"])
  func ofAKeyThatCannotBeSentOnlyTheNumberIs(_ key: String) {
    #expect(fields(["d", key], .pydevd) == ["T", "F", "FRAME", "d", "(139)"])
    #expect(fields(["d", key, "x"], .pycharm212) == ["T", "F", "FRAME", "d", "(139)", "x"])
  }

  @Test(arguments: [
    (["ñ"], [#"eval(u"\u00f1")"#]),
    (["ñ", "b"], [#"eval(u"\u00f1")"#, "b"]),
    (["a", "ñ", "b"], [#"eval(u"(a).\u00f1")"#, "b"]),
    (["a", "000042", "ñ"], [#"eval(u"((a)[42]).\u00f1")"#]),
    (["a", "0", "ñ"], [#"eval(u"((a)[0]).\u00f1")"#]),
    (["a", "'k' (139)", "ñ"], [#"eval(u"((\#(Self.value))(\#(ASCIIExpression.builtins), (a))).\u00f1")"#]),
  ])
  func otherCharactersGoIntoAnExpressionForPycharm(_ path: [String], _ names: [String]) {
    #expect(fields(path, .pycharm212) == ["T", "F", "EXPRESSION"] + names)
    #expect(fields(path, .pydevd).dropFirst(3).elementsEqual(path))
  }

  private static let value = "lambda b, c: [v for k, v in c.items() if b.id(k) == 139][0]"

  @Test(arguments: ["17", "9805984", "140234567890123"])
  func whatANumberMeansIsUpToTheContainersType(_ name: String) {
    let member = "[v for v in c if b.id(v) == \(name)][0] if b.isinstance(c, (b.set, b.frozenset))"
    let isSubclass = "b.isinstance(c, (b.list, b.tuple)) and b.type(c) not in (b.list, b.tuple)"
    let listed = "[v for i, v in b.enumerate(c) if i == \(name)][0] if \(isSubclass)"
    let choice = "\(member) else \(listed) else c[\(name)]"
    #expect(
      GetVariable.expression(for: ["a", name]) == "(lambda b, c: \(choice))(\(ASCIIExpression.builtins), (a))")
  }

  @Test func fullValuesAreNamedTheSameWay() {
    let request = LoadFullValue(thread: "T", frame: "F", paths: [["ñ"], ["a"]])
    let expected = "T\tF\tEXPRESSION\t" + #"eval(u"\u00f1")"# + "__pydev_val__FRAME\ta__pydev_val__"
    #expect(request.payload(for: .pycharm263) == expected)
  }
}
