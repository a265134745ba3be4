import PydevdWire
import Testing

@Suite struct DialectTests {
  @Test(arguments: [
    ("263.7307.50", 263), ("191.8026.44", 191), ("300.", 300),
  ])
  func threeDigitsAndADotArePycharms(_ reply: String, _ major: Int) {
    let dialect = Dialect(versionReply: reply)
    #expect(dialect.family == .pycharm)
    #expect(dialect.major == major)
    #expect(dialect.version == reply)
    #expect(dialect.displayName == "pydevd-pycharm")
  }

  @Test(arguments: ["@@BUILD_NUMBER@@", "1.1", "", "2631.1", "26.1", "263", "x263.1", "٢٦٣.1"])
  func everythingElseIsPydevds(_ reply: String) {
    let dialect = Dialect(versionReply: reply)
    #expect(dialect.family == .pydevd)
    #expect(dialect.major == 0)
    #expect(dialect.displayName == "pydevd")
  }

  /// The first branch that has a trait, and `nil` for pydevd where it has none.
  struct Change: Sendable {
    let name: String
    let first: Int
    let isPydevds: Bool
    let trait: @Sendable (Dialect) -> Bool
  }

  static let changes = [
    Change(name: "hit conditions", first: 192, isPydevds: true) { $0.takesHitCondition },
    Change(name: "resume all", first: 192, isPydevds: true) { $0.supportsResumeAll },
    Change(name: "stop on start", first: 192, isPydevds: true) { $0.hasStopOnStart },
    Change(name: "152 and on", first: 192, isPydevds: true) { $0.hasExtendedCommands },
    Change(name: "threads", first: 192, isPydevds: true) { $0.listsThreads },
    Change(name: "step into my code", first: 192, isPydevds: true) { $0.hasStepIntoMyCode },
    Change(name: "plain files", first: 193, isPydevds: false) { !$0.quotesFrameFile },
    Change(name: "plain values", first: 193, isPydevds: false) { !$0.prefixesValueWithType },
    Change(name: "quoted messages", first: 222, isPydevds: false) { $0.quotesThreadMessage },
    Change(name: "groups", first: 223, isPydevds: false) { $0.takesGroup },
  ]

  @Test(arguments: changes.indices)
  func aTraitBeginsWithItsBranch(_ index: Int) {
    let change = Self.changes[index]
    #expect(change.trait(.pydevd) == change.isPydevds, "\(change.name)")
    for major in [191, 192, 193, 201, 212, 222, 223, 241, 263] {
      #expect(change.trait(Dialect(versionReply: "\(major).1.2")) == (major >= change.first), "\(change.name) \(major)")
    }
  }

  @Test(arguments: [Dialect.pycharm191, .pycharm212, .pycharm263])
  func theFamiliesDiffer(_ pycharm: Dialect) {
    #expect(pycharm.isNonASCIIFragile && !Dialect.pydevd.isNonASCIIFragile)
    #expect(pycharm.drainsRequestsTogether && !Dialect.pydevd.drainsRequestsTogether)
    #expect(pycharm.pagesByOffset && !Dialect.pydevd.pagesByOffset)
    #expect(pycharm.processCreatedNeedsAck && !Dialect.pydevd.processCreatedNeedsAck)
    #expect(!pycharm.logsWithoutStopping && Dialect.pydevd.logsWithoutStopping)
    #expect(!pycharm.hasStepOverMyCode && Dialect.pydevd.hasStepOverMyCode)
  }

  @Test func smartStepsAreToldInThreeWays() {
    #expect(Dialect.pydevd.smartStep == .byOffset)
    #expect(Dialect.pycharm191.smartStep == .byName)
    #expect(Dialect(versionReply: "201.8743.20").smartStep == .byCallOrder)
    #expect(Dialect.pycharm263.smartStep == .byCallOrder)
  }

  @Test func onlyOtherCharactersToPycharmNeedTheGuard() {
    #expect(Dialect.pycharm263.needsGuard("/srv/é.py"))
    #expect(!Dialect.pycharm263.needsGuard("/srv/e.py"))
    #expect(!Dialect.pydevd.needsGuard("/srv/é.py"))
  }
}
