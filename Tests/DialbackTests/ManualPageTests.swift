import ArgumentParser
import CommandLanguage
import Testing

@testable import dialback

@Suite struct ManualPageTests {
  @Test func thePageHasEveryCommandAndOptionAndNothingThatRunsAway() throws {
    let places = Places(environment: [:], workingFolder: "/")
    let lines = ManualPage(keyMap: try KeyPresets.keyMap("default", own: [], places: places).map).lines
    let requests = Set(lines.filter { $0.hasPrefix(".") }.map { String($0.prefix { $0 != " " }) })
    #expect(requests.isSubset(of: [".TH", ".SH", ".SS", ".B", ".BR", ".I", ".PP", ".TP", ".nf", ".fi"]), "\(requests)")
    #expect(!lines.contains { $0.hasPrefix("'") })
    let text = lines.joined(separator: "\n")
    for type in Dialback.configuration.subcommands { #expect(text.contains(".SS dialback \(type._commandName)")) }
    for word in ["tbreak", "catch", "\\-\\-advertise", "\\-\\-theme", "step over", ".dialback.toml"] {
      #expect(text.lowercased().contains(word), "\(word)")
    }
  }

  @Test(arguments: [CompletionShell.bash, .zsh, .fish])
  func theCompletionsKnowTheOptionsAndTheirValues(shell: CompletionShell) {
    let script = Dialback.completionScript(for: shell)
    for word in ["listen", "config", "manual", "advertise", "high-contrast", "pycharm"] {
      #expect(script.contains(word), "\(word)")
    }
  }
}
