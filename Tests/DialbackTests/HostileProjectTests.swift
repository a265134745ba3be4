import ArgumentParser
import Glibc
import SourcePaths
import TOML
import TerminalGrid
import TestSupport
import Testing

@testable import dialback

/// A project comes from elsewhere: whatever its file is or says, Dialback starts, and says what it leaves out.
@Suite struct HostileProjectTests {
  /// Makes `.dialback.toml` of a project, and reads it as every start does.
  private func configuration(_ make: (String) throws -> Void) throws -> Configuration {
    try TemporaryFolder.with { root in
      try make(root + "/.dialback.toml")
      let options = try SessionOptions.parse(["--root", root])
      let places = Places(environment: ["HOME": root + "/home"], workingFolder: "/")
      let launch = try Launch(options: options, places: places)
      // The whole plan, as `listen` makes it.
      _ = try SessionPlan(launch: launch, purpose: .listen)
      return launch.configuration
    }
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let warnings = try configuration { mkfifo($0, 0o600) }.warnings
    #expect(warnings.count == 1 && warnings[0].hasSuffix(".dialback.toml: it is no regular file; it is left out"))
  }

  @Test(arguments: ["/dev/zero", "/dev/tty", "/dev/random"])
  func aLinkToADeviceIsNotRead(device: String) throws {
    let warnings = try configuration { symlink(device, $0) }.warnings
    #expect(warnings.count == 1 && warnings[0].hasSuffix(": it is no regular file; it is left out"), "\(warnings)")
  }

  @Test func aFileOfAGigabyteIsNotRead() throws {
    let warnings = try configuration { path in
      let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
      #expect(ftruncate(descriptor, 1 << 30) == 0)
      close(descriptor)
    }.warnings
    #expect(warnings.count == 1 && warnings[0].hasSuffix(": it is larger than 1 MB; it is left out"))
  }

  @Test func aFolderIsSaid() throws {
    let warnings = try configuration { mkdir($0, 0o700) }.warnings
    #expect(warnings.count == 1 && warnings[0].contains("Is a directory"))
  }

  @Test(arguments: ["[", "[[", "[=]", "[.a]", "[é]", "[#", "[[ ", "a = [", "\"", "\u{0}", "[a]\n["])
  func linesThatAreNoTOMLAreSaid(text: String) throws {
    let warnings = try configuration { try TextFile.write(text, to: $0) }.warnings
    #expect(warnings.count == 1 && warnings[0].hasSuffix("the file is not used until this is mended"), "\(warnings)")
  }

  @Test(arguments: [
    ("theme = \"mauve\"", "there is no theme mauve; use default"), ("theme = 1", "theme takes a theme's name"),
    ("map = [\"nope\"]", "map nope: a mapping is REMOTE=LOCAL"),
    ("keymap = \"/etc/passwd\"", "a project can only choose"),
    ("port = 22", "a project can only set ports from 1024 on"), ("port = -1", "port takes a number"),
    ("console-lines = 0", "console-lines takes a number"), ("timeout = -1", "timeout takes SECONDS"),
  ])
  func aWrongValueNeverStopsTheStart(text: String, words: String) throws {
    let warnings = try configuration { try TextFile.write(text, to: $0) }.warnings
    #expect(warnings.count == 1 && warnings[0].contains(words), "\(warnings)")
  }

  @Test func aFileThatIsNoConfigurationIsSaidInAFewLines() throws {
    let text = (0..<10_000).map { "\(String(repeating: "k", count: 50))\($0) = 1\n" }.joined()
    let warnings = try configuration { try TextFile.write(text, to: $0) }.warnings
    #expect(warnings.count == 21 && warnings[20].hasSuffix("and 9980 more lines that are not understood"))
    #expect(warnings.allSatisfy { $0.count < 300 })
  }

  // MARK: What is shown of it

  @Test func nothingThatAFileSaysReachesTheTerminalAsItIs() throws {
    let text =
      "\"\\u001b]0;KEY\\u0007\" = 1\ntheme = \"\\u001b]52;c;QUFB\\u0007\\u009b31m\\u202e\\n!\"\nmap = [\"\\u001b[2J\"]\n"
    let warnings = try configuration { try TextFile.write(text, to: $0) }.warnings
    #expect(warnings.count == 3)
    for warning in warnings {
      let shown = PlainText.visibleLine(warning)
      #expect(shown.unicodeScalars.allSatisfy { $0.controlPicture == nil && !$0.isLeftOut }, "\(shown)")
      #expect(shown.contains("␛"))
    }
  }

  @Test func theEffectiveConfigurationIsTextThatCanBeReadAgain() throws {
    let text = "map = [\"/a=/x\\u001b]0;MAP\\u0007\\n\"]\n"
    try TemporaryFolder.with([(".dialback.toml", text)]) { root in
      let options = try SessionOptions.parse(["--root", root])
      let launch = try Launch(options: options, places: Places(environment: ["HOME": root], workingFolder: "/"))
      let lines = try EffectiveConfiguration(launch: launch).lines()
      #expect(lines.joined().unicodeScalars.allSatisfy { $0.controlPicture == nil })
      let again = try TOMLParser.parse(lines.joined(separator: "\n"))
      #expect(again["map"]?.array?.first?.string == "/a=/x\u{1b}]0;MAP\u{7}\n")
    }
  }

  /// A name of a file in the user's configuration is not looked up where Dialback is started.
  @Test func aKeyMapOfTheConfigurationIsBesideIt() {
    let own = Configuration(text: "keymap = \"mine.toml\"", path: "/home/ada/.config/dialback/config.toml")
    #expect(own.keys == "/home/ada/.config/dialback/mine.toml")
    #expect(Configuration(text: "keymap = \"vim\"", path: "/c/config.toml").keys == "vim")
    #expect(Configuration(text: "keymap = \"~/k.toml\"", path: "/c/config.toml").keys == "~/k.toml")
  }

  // MARK: The table

  /// The table of the README is what holds: a row for each setting, and whether a project's file can set it.
  @Test func theTableInTheDocumentationSaysWhatAProjectCanSet() throws {
    let root = String(#filePath.prefix(upTo: try #require(#filePath.firstRange(of: "/Tests/DialbackTests")).lowerBound))
    let text = try TextFile.read(root + "/README.md")
    let start = try #require(text.firstRange(of: "<!-- project:begin -->")).upperBound
    let end = try #require(text.firstRange(of: "<!-- project:end -->")).lowerBound
    var rules: [String: String] = [:]
    for row in text[start..<end].split(separator: "\n").dropFirst(2) {
      let cells = row.split(separator: "|").map { $0.trimming(" ") }
      for name in cells[0].split(separator: ",") {
        #expect(rules.updateValue(cells[1], forKey: name.trimming(" `")) == nil, "\(name) twice")
      }
    }
    let samples = [
      "port": "4000", "map": "[\"/a=/b\"]", "keymap": "\"vim\"", "theme": "\"light\"", "uncaught": "\"off\"",
      "console-lines": "1000", "keys": "{}", "renderers": "{}", "timeout": "5", "value-timeout": "1",
      "value-total": "1", "link-timeout": "60",
      "property-trace": "true", "redirect": "\"on\"", "project-roots": "\"auto\"", "properties": "\"ask\"",
      "condition-errors": "\"print\"",
    ]
    let texts: Set = ["host", "advertise", "access-token", "client-access-token", "copy-command"]
    for name in ConfigurationFile.names {
      var configuration = Configuration()
      configuration.read("\(name) = \(samples[name] ?? (texts.contains(name) ? "\"x\"" : "true"))", "p.toml", .project)
      let isTaken = configuration.warnings.isEmpty
      #expect(isTaken || configuration.warnings[0].contains("a project can't set \(name)"), "\(configuration.warnings)")
      #expect(rules[name]?.hasPrefix(isTaken ? "yes" : "no") == true, "\(name): \(rules[name] ?? "no row")")
      rules[name] = nil
    }
    #expect(rules.isEmpty, "rows of nothing: \(rules.keys)")
  }
}

extension Substring {
  fileprivate func trimming(_ characters: String) -> String {
    let start = drop { characters.contains($0) }
    return String(String(start.reversed().drop { characters.contains($0) }.reversed()))
  }
}
