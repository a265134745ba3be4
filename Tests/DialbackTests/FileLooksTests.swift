import Testing

@testable import dialback

/// Commands are done in the order in which they came, however long looks at files take.
@Suite struct FileLooksTests {
  private typealias Looks = FileLooks<Int>

  @Test func whatComesDuringALookWaitsForOneOfItsOwn() {
    var looks = Looks()
    #expect("\(looks.begin(at: 1, for: 1))" == "look")
    #expect("\(looks.begin(at: 1.1, for: 2))" == "wait")
    #expect("\(looks.begin(at: 1.2, for: 3))" == "wait")
    #expect(looks.end(at: 1.3) == ([1], true))
    #expect("\(looks.begin(at: 1.4, for: 4))" == "wait")
    #expect(looks.end(at: 1.5) == ([2, 3], true))
    #expect(looks.end(at: 1.6) == ([4], false))
  }

  @Test func aBurstNeedsOneLook() {
    var looks = Looks()
    #expect("\(looks.begin(at: 1, for: 1))" == "look")
    #expect(looks.end(at: 1.001) == ([1], false))
    #expect("\(looks.begin(at: 1.002, for: 2))" == "call(2)")
    #expect("\(looks.begin(at: 1.1, for: 3))" == "look")
  }
}
