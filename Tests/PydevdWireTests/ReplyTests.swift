import PydevdWire
import Testing

@Suite struct ReplyTests {
  private func frame(_ command: CommandID, _ payload: String) -> Frame {
    Frame(command: command, sequence: 1, payload: payload)
  }

  @Test func anErrorIsThrownWithItsWordsWhateverWasAsked() {
    let error = frame(.error, "Traceback\nboom")
    let requests: [any PydevdRequest] = RequestPayloadTests.cases.map(\.request)
    for request in requests {
      #expect(throws: WireError.remote("Traceback\nboom")) { try request.reply(from: error, dialect: .pydevd) }
    }
  }

  @Test func aVersionIsAnsweredByAVersion() throws {
    #expect(try Version().reply(from: frame(.version, "263.7307.50"), dialect: .pydevd) == "263.7307.50")
    #expect(throws: WireError.self) { try Version().reply(from: frame(.returnValue, "1"), dialect: .pydevd) }
  }

  @Test func threadsComeWithTheirNames() throws {
    let payload =
      "<xml><thread name=\"a%20%26lt%3B%C3%A9\" id=\"T\" /><thread name=\"a%41&lt;\" id=\"__frame__:1|2\"/></xml>"
    let threads = try ListThreads().reply(from: frame(.returnValue, payload), dialect: .pydevd)
    #expect(threads.map(\.id) == ["T", "__frame__:1|2"])
    #expect(threads.map(\.name) == ["a <é", "a%41<"])
  }

  @Test func anExecutionThatRaisedIsAnError() throws {
    let fine = "<xml><var name=\"x\" type=\"NoneType\" value=\"None\"/></xml>"
    let failed = "<xml><var name=\"x\" type=\"E\" value=\"bad\" isErrorOnEval=\"True\"/></xml>"
    let request = Execute(thread: "T", frame: "F", statement: "x")
    #expect(try request.reply(from: frame(.evaluateExpression, fine), dialect: .pycharm263).type == "NoneType")
    #expect(throws: WireError.remote("bad")) {
      try request.reply(from: frame(.evaluateExpression, failed), dialect: .pycharm263)
    }
  }

  @Test func anEvaluationThatRaisedIsAValue() throws {
    let payload = "<xml><var name=\"x\" type=\"E\" value=\"bad\" isErrorOnEval=\"True\"/></xml>"
    let request = Evaluate(thread: "T", frame: "F", expression: "x", trim: true)
    #expect(try request.reply(from: frame(.evaluateExpression, payload), dialect: .pycharm263).isErrorOnEval)
    #expect(throws: WireError.self) {
      try request.reply(from: frame(.evaluateExpression, "<xml></xml>"), dialect: .pydevd)
    }
  }

  @Test func aChangeIsAnsweredByAnUnnamedValue() throws {
    let payload = "<xml><var name=\"\" type=\"int\" qualifier=\"builtins\" value=\"int%3A 100\" />\n</xml>"
    let request = ChangeVariable(thread: "T", frame: "F", path: ["i"], value: "100")
    let value = try request.reply(from: frame(.returnValue, payload), dialect: .pydevd)
    #expect(value.name == "" && value.value == "100")
  }

  @Test func completionsComeDecoded() throws {
    let payload =
      "<xml><comp p0=\"%C3%B1\" p1=\"a%0Ab\" p2=\"%28x%29\" p3=\"2\"/><comp p0=\"n\" p3=\"77\"/><comp/></xml>"
    let request = GetCompletions(thread: "T", frame: "F", token: "n")
    let completions = try request.reply(from: frame(.getCompletions, payload), dialect: .pydevd)
    #expect(completions.map(\.name) == ["ñ", "n"])
    #expect(completions[0].documentation == "a\nb")
    #expect(completions[0].arguments == "(x)")
    #expect(completions.map(\.kind) == [.function, nil])
  }

  @Test func sourceIsTheTextAsItIs() throws {
    let text = try LoadSource(path: "/a").reply(from: frame(.loadSource, "a = 1\n\tb\n"), dialect: .pydevd)
    #expect(text == "a = 1\n\tb\n")
  }

  @Test func fullValuesMustBeAsManyAsWereAskedFor() throws {
    let payload = "<xml><var name=\"l\" type=\"int\" value=\"1\"/><var name=\"o\" type=\"int\" value=\"2\"/></xml>"
    let two = LoadFullValue(thread: "T", frame: "F", paths: [["l1"], ["o1"]])
    #expect(try two.reply(from: frame(.loadFullValue, payload), dialect: .pycharm263).map(\.value) == ["1", "2"])
    let one = LoadFullValue(thread: "T", frame: "F", paths: [["l1"]])
    #expect(throws: WireError.self) { try one.reply(from: frame(.loadFullValue, payload), dialect: .pycharm263) }
  }

  @Test func aStackIsReadInnermostFirst() throws {
    let payload = """
      <xml><thread id="T"><frame id="1" name="&lt;lambda&gt;" file="/srv/a%20%2541.py" line="10"></frame>\
      <frame id="2" name="main" file="/srv/b.py" line="12"></frame></thread></xml>
      """
    let request = GetThreadStack(thread: "T")
    let old = try request.reply(from: frame(.getThreadStack, payload), dialect: .pydevd)
    #expect(old.threadID == "T")
    #expect(old.frames.map(\.name) == ["<lambda>", "main"])
    #expect(old.frames.map(\.line) == [10, 12])
    #expect(old.frames[0].file == "/srv/a %41.py")
    let new = try request.reply(from: frame(.getThreadStack, payload), dialect: .pycharm263)
    #expect(new.frames[0].file == "/srv/a%20%2541.py")
    #expect(throws: WireError.self) { try request.reply(from: frame(.getThreadStack, "<xml></xml>"), dialect: .pydevd) }
  }

  @Test func aJumpIsAcceptedOrRefused() throws {
    let request = SetNextStatement(thread: "T", line: 1, function: "f")
    #expect(try request.reply(from: frame(.setNextStatement, "True\t"), dialect: .pydevd) == .accepted)
    #expect(
      try request.reply(from: frame(.setNextStatement, "False\tno\tway"), dialect: .pydevd) == .refused("no\tway"))
    #expect(throws: WireError.self) { try request.reply(from: frame(.setNextStatement, "Maybe"), dialect: .pydevd) }
  }

  @Test func anExceptionIsReadWithItsStack() throws {
    let payload = """
      <xml><thread id="T" exc_type="&lt;class 'a.MyErr'&gt;" exc_desc="boom &lt;é\nnl" >\
      <frame id="1" name="deep" file="/srv/a.py" line="10"></frame></thread></xml>
      """
    let request = GetExceptionDetails(thread: "T")
    let details = try request.reply(from: frame(.getExceptionDetails, payload), dialect: .pydevd)
    #expect(details?.type == "a.MyErr")
    #expect(details?.message == "boom <é\nnl")
    #expect(details?.frames.count == 1)
    let none = "<xml><thread id=\"T\" ></thread></xml>"
    #expect(try request.reply(from: frame(.getExceptionDetails, none), dialect: .pydevd) == nil)
  }
}
