import DebuggerModel
import DebuggerViews
import SourcePaths
import Testing

@testable import dialback

@Suite struct ConfigurationTests {
  @Test func aFileSaysWhatItSays() {
    let text = """
      host = "0.0.0.0"
      port = 5678
      map = ["/srv/app=/home/me/app", "C:\\\\app=/home/me/win"]
      keymap = "vim"
      suspend = false

      [keys]
      "F8" = "next"
      """
    let configuration = Configuration(text: text, path: "config.toml")
    #expect(configuration.warnings.isEmpty)
    #expect(configuration.host == "0.0.0.0")
    #expect(configuration.port == 5678)
    #expect(configuration.maps == ["/srv/app=/home/me/app", "C:\\app=/home/me/win"])
    #expect(configuration.suspend == false)
    #expect(configuration.bindings == [KeyLine(context: "", key: "F8", command: "next", line: 8)])
  }

  @Test func itHasWhatSetChanges() {
    let text = """
      timeout = 5
      return-values = false
      property-trace = ["getter", "setter"]
      redirect = "on"
      project-roots = ["/srv/app", "/srv/lib"]
      condition-errors = "print"

      [renderers]
      "shop.Order" = "self.number"
      """
    let configuration = Configuration(text: text, path: "config.toml")
    #expect(configuration.warnings.isEmpty)
    let options = configuration.debuggees
    #expect(options.timeout == 5)
    #expect(!options.showsReturnValues)
    #expect(options.tracedProperties == [.getter, .setter])
    #expect(options.redirection == .on)
    #expect(options.projectRoots == .paths(["/srv/app", "/srv/lib"]))
    #expect(options.conditionErrors == .print)
    #expect(options.renderers == [TypeRenderer(type: "shop.Order", value: "self.number")])
  }

  @Test(arguments: [
    ("port = \"x\"", "port takes a number"), ("colour = 1", "colour is no option"), ("port = ", "line 1"),
    ("map = 3", "map takes a list"), ("keys = 1", "keys takes a table"),
    ("timeout = 0", "timeout takes SECONDS"), ("unit-tests = 3", "unit-tests takes true or false"),
    ("redirect = true\nredirect = 1", "line 2"), ("renderers = 1", "renderers takes a table"),
    ("[renderers]\nOrder = \"self\"", "not Order"), ("project-roots = [\"app\"]", "project-roots takes auto|FOLDER"),
  ])
  func whatIsBrokenIsNamedAndTheDefaultsHold(text: String, words: String) {
    let configuration = Configuration(text: text, path: "config.toml")
    #expect(configuration.warnings.count == 1)
    #expect(configuration.warnings.first?.contains(words) == true, "\(configuration.warnings)")
    #expect(configuration.port == nil)
  }

  @Test(arguments: [
    ("[keys]\n'a' = \"next\"", [KeyLine(context: "", key: "a", command: "next", line: 2)]),
    ("[keys.variables]\nx = 'step' # comment", [KeyLine(context: "variables", key: "x", command: "step", line: 2)]),
    ("[other]\n\"a\" = \"next\"", []),
    (
      "[keys]\n# \"a\" = \"next\"\n\"\\\"\" = \"p \\\"q\\\"\"",
      [
        KeyLine(context: "", key: "\"", command: "p \"q\"", line: 3)
      ]
    ),
  ])
  func bindingsAreFoundWithTheirLines(text: String, lines: [KeyLine]) {
    #expect(KeyFile.bindings(in: text, tables: ["keys"]) == lines)
  }

  @Test func theSampleIsWithoutFault() throws {
    let root = String(#filePath.prefix(upTo: try #require(#filePath.lastRange(of: "/Tests/"))))
    let path = root + "/Config/config.toml"
    let configuration = Configuration(text: try TextFile.read(path), path: path)
    #expect(configuration.warnings.isEmpty)
    #expect(configuration.port == Launch.defaultPort)
    #expect(configuration.host == Launch.defaultHost)
    #expect(configuration.bindings.isEmpty)
  }

  @Test(arguments: ["default", "pycharm", "vscode", "pudb", "vim"])
  func thePresetsAreBuiltInAndClean(name: String) throws {
    let places = Places(environment: [:], workingFolder: "/")
    let (map, warnings) = try KeyPresets.keyMap(name, own: [], places: places)
    #expect(warnings.isEmpty)
    #expect(map.bindings.count > 60)
  }

  @Test func anUnknownPresetIsNamed() {
    let places = Places(environment: [:], workingFolder: "/")
    #expect(throws: Failure.self) { try KeyPresets.keyMap("emacs", own: [], places: places) }
  }

  @Test func placesFollowTheEnvironment() {
    let places = Places(
      environment: ["HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_CACHE_HOME": "no"], workingFolder: "/w")
    #expect(places.stateFolder == "/s/dialback")
    #expect(places.cacheFolder == "/h/.cache/dialback")
    #expect(places.absolute("~/x") == "/h/x")
    #expect(places.absolute("x") == "/w/x")
  }
}

extension String {
  /// Where a text stands last.
  fileprivate func lastRange(of text: String) -> Index? {
    indices.last { self[$0...].hasPrefix(text) }
  }
}
