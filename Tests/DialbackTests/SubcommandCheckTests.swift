import Testing

@testable import dialback

@Suite struct SubcommandCheckTests {
  private let names = ["listen", "run", "demo", "snippet", "config", "manual"]

  @Test(arguments: [
    (["script.py"], "say `dialback run script.py`"), (["./bin/serve", "-v"], "say `dialback run ./bin/serve`"),
    (["lisen"], "`listen` is the nearest"), (["doctor"], "there is no command doctor."),
    (["help", "doctor"], "there is no command doctor."),
  ])
  func aWordThatIsNoCommandGetsASentence(arguments: [String], advice: String) {
    #expect(SubcommandCheck.advice(arguments, names: names)?.contains(advice) == true)
  }

  @Test(arguments: [[], ["--port", "5"], ["run", "script.py"], ["help"], ["help", "run"], ["-c", "q"], ["--help"]])
  func theOthersAreTaken(arguments: [String]) {
    #expect(SubcommandCheck.advice(arguments, names: names) == nil)
  }
}
