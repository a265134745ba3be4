import ArgumentParser
import CommandLanguage
import DebuggerViews

/// The man page, made of the same tables as the help, in the language of man(7).
struct ManualPage {
  let keyMap: KeyMap

  private static let subcommands: [any ParsableCommand.Type] = [
    Listen.self, Run.self, Demo.self, PrintSnippet.self, PrintConfiguration.self, PrintManual.self,
  ]

  var lines: [String] {
    let summary = Dialback.configuration.abstract
    return [
      ".TH DIALBACK 1 \"\" \"dialback \(Dialback.version)\"", ".SH NAME", "dialback \\- \(Self.escaped(summary))",
      ".SH SYNOPSIS", ".B dialback", "[\\fISUBCOMMAND\\fR] [\\fIOPTIONS\\fR]", ".SH DESCRIPTION",
      "Listens for Python processes that call pydevd\\(aqs settrace, and debugs them on a full screen.", ".PP",
      "Alone it is the same as", ".BR \"dialback listen\" .", ".SH SUBCOMMANDS",
    ] + Self.subcommands.flatMap(subcommand) + [".SH COMMANDS"]
      + Self.verbatim(CommandHelp.text(mode: .screen)) + [".SH KEYS"] + keys + files
  }

  private func subcommand(_ type: any ParsableCommand.Type) -> [String] {
    let name = type.configuration.commandName ?? type._commandName
    return [".SS dialback \(name)"] + Self.verbatim(Dialback.helpMessage(for: type, columns: 78))
  }

  /// What holds everywhere, a line for each command.
  private var keys: [String] {
    var names: [(command: String, keys: [String])] = []
    for binding in keyMap.bindings where binding.context == .global {
      if let index = names.firstIndex(where: { $0.command == binding.commandText }) {
        names[index].keys.append("\(binding.key)")
      } else {
        names.append((binding.commandText, ["\(binding.key)"]))
      }
    }
    return names.flatMap { entry in
      [
        ".TP", ".B \(Self.escaped(entry.keys.joined(separator: ", ")))",
        Self.escaped(CommandHelp.summary(of: entry.command)),
      ]
    }
  }

  private var files: [String] {
    [
      ".SH FILES", ".TP", ".I ~/.config/dialback/config.toml", "The user\\(aqs configuration.", ".TP",
      ".I .dialback.toml", "A project\\(aqs configuration, in its folder; it goes before the user\\(aqs.", ".TP",
      ".I ~/.local/state/dialback/projects", "Breakpoints, watches, layout and history of each project.",
      ".SH EXIT STATUS",
      "0; 64 for bad usage; 1 for what cannot be, such as a port in use; 2 for a terminal that cannot be used.",
    ]
  }

  private static func verbatim(_ text: String) -> [String] {
    [".nf"] + text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { escaped(String($0)) } + [
      ".fi"
    ]
  }

  /// Nothing in a text is taken for a request or an escape.
  private static func escaped(_ text: String) -> String {
    let body = text.map { $0 == "\\" ? "\\e" : $0 == "-" ? "\\-" : String($0) }.joined()
    return body.first == "." || body.first == "'" ? "\\&" + body : body
  }
}
