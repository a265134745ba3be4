import PydevdWire
import Testing

@Suite struct RequestPayloadTests {
  static let all: [Dialect] = [.pydevd, .pycharm191, .pycharm212, .pycharm263]

  /// A request with the payload for pydevd, and the one for pydevd-pycharm 263 if it differs.
  struct Case: Sendable {
    let request: any PydevdRequest
    let command: Int
    let thread: String?
    let pydevd: String
    var pycharm: String?
  }

  static let cases = [
    Case(request: Version(), command: 501, thread: nil, pydevd: "0.1\tUNIX\tID"),
    Case(request: Authenticate(token: "secret"), command: 205, thread: nil, pydevd: "secret"),
    Case(request: ListThreads(), command: 102, thread: nil, pydevd: ""),
    Case(
      request: GetFrame(thread: "T", frame: "F"), command: 114, thread: "T", pydevd: "T\tF\tFRAME",
      pycharm: "T\tF\tFRAME\t0"),
    Case(
      request: GetFrame(thread: "T", frame: "F", group: .returned), command: 114, thread: "T", pydevd: "T\tF\tFRAME",
      pycharm: "T\tF\tFRAME\t2"),
    Case(
      request: Evaluate(thread: "T", frame: "F", expression: "a\n\tb", trim: true), command: 113, thread: "T",
      pydevd: "T\tF\tFRAME\ta@LINE@    b\t1\t"),
    Case(
      request: Evaluate(thread: "T", frame: "F", expression: "'é'", trim: false), command: 113, thread: "T",
      pydevd: "T\tF\tFRAME\t'é'\t0\t", pycharm: #"T_F_FRAME_eval(u"'\u00e9'")_0_"#.tabbed),
    Case(request: WakeUp(thread: "T", frame: "F"), command: 113, thread: nil, pydevd: "T\tF\tFRAME\t0\t1\t"),
    Case(
      request: Execute(thread: "T", frame: "F", statement: "x = 'é'"), command: 115, thread: "T",
      pydevd: "T\tF\tFRAME\tx = 'é'\t1\t", pycharm: "T\tF\tFRAME\t\(ASCIIExpression.makeStatement("x = 'é'"))\t1\t"),
    Case(
      request: ChangeVariable(thread: "T", frame: "F", path: ["o", "a"], value: "'é'"), command: 117, thread: "T",
      pydevd: "T\tF\tFRAME\to\ta\t'é'", pycharm: #"T_F_FRAME_o_a_eval(u"'\u00e9'")"#.tabbed),
    Case(
      request: GetCompletions(thread: "T", frame: "F", token: "a.b"), command: 120, thread: "T",
      pydevd: "T\tF\tFRAME\ta.b"),
    Case(request: LoadSource(path: "/srv/é.py"), command: 124, thread: nil, pydevd: "/srv/é.py"),
    Case(
      request: LoadFullValue(thread: "T", frame: "F", paths: [["l"], ["o", "a"]]), command: 151, thread: "T",
      pydevd: "T\tF\tFRAME\tl__pydev_val__FRAME\to\ta__pydev_val__"),
    Case(request: GetThreadStack(thread: "T"), command: 152, thread: nil, pydevd: "T\t0.0"),
    Case(
      request: SetNextStatement(thread: "T", line: 8, function: "f"), command: 127, thread: "T", pydevd: "T\t8\tf"),
    Case(
      request: SetNextStatement(thread: "T", line: 8, function: "<module>"), command: 127, thread: "T", pydevd: "T\t8\t"
    ),
    Case(request: GetExceptionDetails(thread: "T"), command: 155, thread: nil, pydevd: "T"),
  ]

  @Test(arguments: cases.indices)
  func aRequestIsWrittenAsTheProcessReadsIt(_ index: Int) {
    let sample = Self.cases[index]
    #expect(sample.request.command.rawValue == sample.command)
    #expect(sample.request.threadID == sample.thread)
    #expect(sample.request.payload(for: .pydevd) == sample.pydevd)
    #expect(sample.request.payload(for: .pycharm263) == sample.pycharm ?? sample.pydevd)
  }

  @Test func theVersionIsWrittenTheSameWayForAll() {
    for dialect in Self.all { #expect(Version().payload(for: dialect) == "0.1\tUNIX\tID") }
  }

  @Test func aGroupIsOnlyToldWhereItIsKnown() {
    let fields = Self.all.map { GetFrame(thread: "T", frame: "F").payload(for: $0).split(separator: "\t").count }
    #expect(fields == [3, 3, 3, 4])
  }
}

extension String {
  /// With TABs in place of underscores: raw literals can't hold them readably.
  fileprivate var tabbed: String { String(map { $0 == "_" ? "\t" : $0 }) }
}
