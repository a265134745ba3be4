import ArgumentParser
import DebuggerModel
import DebuggerViews
import Glibc
import Platform
import SourcePaths
import TestSupport
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

  @Test func onlyTheUsersOwnFileNamesACommandForCopying() {
    var configuration = Configuration(text: "copy-command = \"xclip\"", path: "config.toml")
    #expect(configuration.copyCommand == "xclip" && configuration.warnings.isEmpty)
    configuration.read("copy-command = \"rm -rf ~\"", ".dialback.toml", .project)
    #expect(configuration.copyCommand == "xclip")
    #expect(configuration.warnings.first?.contains("a project can't set copy-command") == true)
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
    ("port = \"x\"", "config.toml:1:8: port takes a number"), ("port = 70000", "port takes a number"),
    ("# a\n  colour = 1", "config.toml:2:3: colour is no option; there is host, "),
    ("hosst = \"x\"", "did you mean host?"), ("time-out = 3", "did you mean timeout?"), ("port = ", "config.toml:1:"),
    ("map = 3", "map takes a list"), ("keys = 1", "keys takes a table"),
    ("timeout = 0", "timeout takes SECONDS"), ("unit-tests = 3", "unit-tests takes true or false"),
    ("redirect = true\nredirect = 1", "config.toml:2:"), ("renderers = 1", "renderers takes a table"),
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
    ("[keys]\r\n\r\n\"é\" = 'next'\r\n", [KeyLine(context: "", key: "é", command: "next", line: 3)]),
    ("[keys]\r\"a\" = \"next\"\r", [KeyLine(context: "", key: "a", command: "next", line: 2)]),
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

  @Test func theProjectsFileGoesBeforeTheUsersAndCanNotDoEverything() {
    var configuration = Configuration(
      text: "port = 1000\ntheme = \"light\"\nmap = [\"/a=/b\"]\n[keys]\n\"Z\" = \"next\"", path: "user.toml")
    let text = """
      port = 2000
      map = ["/c=/d"]
      host = "0.0.0.0"
      keymap = "evil.toml"
      access-token = "x"
      [keys]
      "n" = "x import os"
      [renderers]
      "a.B" = "boom()"
      """
    configuration.read(text, "project.toml", .project)
    #expect(configuration.port == 2000)
    #expect(configuration.maps == ["/a=/b", "/c=/d"])
    #expect(configuration.host == nil && configuration.accessToken == nil && configuration.keys == nil)
    #expect(configuration.debuggees.renderers.isEmpty)
    #expect(configuration.bindings.map(\.key) == ["Z"])
    #expect(configuration.warnings.count == 5)
    #expect(configuration.warnings.contains { $0.hasPrefix("project.toml:3:1: a project can't set host") })
    #expect(configuration.warnings.contains { $0.hasPrefix("project.toml:4:10: a project can only choose among") })
    #expect(configuration.origins["port"] == .init(path: "project.toml", line: 1))
    #expect(configuration.origins["theme"] == .init(path: "user.toml", line: 2))
  }

  @Test func theEffectiveConfigurationSaysWhereEachValueComesFromAndCanBeRead() throws {
    let files = [
      ("user.toml", "port = 4000\naccess-token = \"secret\"\nunit-tests = true\n[keys]\n\"Z\" = \"p \\\"x\\\"\"\n"),
      (".dialback.toml", "theme = \"light\"\nproject-roots = [\"/a\", \"/b\"]\n"),
    ]
    try TemporaryFolder.with(files) { root in
      let options = try SessionOptions.parse(["--config", root + "/user.toml", "--root", root, "--map", "/x=/y"])
      let launch = try Launch(options: options, places: Places(environment: ["HOME": "/h"], workingFolder: "/"))
      #expect(launch.configuration.warnings.isEmpty)
      let lines = try EffectiveConfiguration(launch: launch).lines()
      func line(_ key: String) -> [String] {
        lines.filter { $0.hasPrefix("\(key) =") }.flatMap { $0.split(separator: "#").map(String.init) }
      }
      #expect(line("port").last == " \(root)/user.toml:1")
      #expect(line("theme").last == " \(root)/.dialback.toml:1")
      #expect(line("map").last == " command line")
      #expect(line("timeout").last == " default")
      #expect(!lines.joined().contains("secret"))
      // It is a configuration file itself.
      let again = Configuration(text: lines.joined(separator: "\n"), path: "again")
      #expect(again.warnings.isEmpty, "\(again.warnings)")
      #expect(again.port == 4000 && again.theme == "light" && again.maps == ["/x=/y"])
      #expect(again.debuggees == launch.configuration.debuggees)
      #expect(again.bindings.map(\.command) == ["p \"x\""])
    }
  }

  private func launch(_ arguments: String...) throws -> Launch {
    let options = try SessionOptions.parse(arguments)
    return try Launch(options: options, places: Places(environment: ["HOME": "/nowhere"], workingFolder: "/"))
  }

  @Test func theAddressOfTheSnippetIsOneOfThisMachine() throws {
    #expect(try launch().advertised == ["127.0.0.1"])
    #expect(try launch("--host", "10.1.2.3").advertised == ["10.1.2.3"])
    #expect(try launch("--host", "0.0.0.0", "--advertise", "box.example").advertised == ["box.example"])
    let addresses = LocalAddresses.all().filter { !$0.contains(":") }
    #expect(try launch("--host", "0.0.0.0").advertised == (addresses.isEmpty ? ["YOUR-ADDRESS"] : addresses))
    #expect(!addresses.contains { $0.hasPrefix("127.") || $0.hasPrefix("169.254.") })
  }

  @Test(arguments: [
    (["--advertise", "192.0.2.7"], "Without a tunnel nobody reaches Dialback at 192.0.2.7"),
    (["--host", "0.0.0.0"], "Listening on every address"),
    (["--map", "/srv=/no/such"], "The mapping /srv=/no/such leads to a folder that is not here"),
  ])
  func optionsThatCannotWorkTogetherAreSaid(arguments: [String], words: String) throws {
    let options = try SessionOptions.parse(arguments)
    let places = Places(environment: ["HOME": "/nowhere"], workingFolder: "/")
    let warnings = try Launch(options: options, places: places).warnings
    #expect(warnings.count == 1 && warnings[0].hasPrefix(words), "\(warnings)")
  }

  @Test func whatTheCommandLineNamesHasToBeThere() throws {
    for (option, words) in [
      ("--config", "--config /no/such can't be read"), ("--root", "--root /no/such: there is no"),
    ] {
      let failure = try #require(throws: Failure.self) { try launch(option, "/no/such") }
      #expect(failure.status == 1 && failure.description.hasPrefix(words))
    }
    #expect(try launch("--map", "/srv=/", "--advertise", "localhost").warnings.isEmpty)
  }

  @Test(arguments: [
    ("theme = \"mauve\"\n", "user.toml:1: theme mauve: there is no such theme"),
    ("port = 4000\nmap = [\"nope\"]\n", "user.toml:2: map nope: a mapping is REMOTE=LOCAL"),
  ])
  func aValueOfTheFileIsNotBlamedOnAnOption(text: String, words: String) throws {
    try TemporaryFolder.with([("user.toml", text)]) { root in
      let failure = try #require(throws: Failure.self) {
        try SessionPlan(launch: try launch("--config", root + "/user.toml"), purpose: .listen)
      }
      #expect(failure.description.hasPrefix(root + "/" + words), "\(failure.description)")
    }
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
