import DebuggerModel

extension CommandTable {
  static let sources: [CommandEntry] = [
    CommandEntry(
      "list", ["l"], "[[FILE:]LINE]", "Show source text around a line; alone, around the execution point",
      section: .sources
    ) { arguments throws(CommandError) in
      .debugger(.list(arguments.isEmpty ? nil : try arguments.place(arguments.text)))
    },
    text("source", [], "REMOTE_PATH", "Show a file as the process has it", section: .sources) { .showSource($0) },
    text(
      "map", [], "REMOTE=LOCAL", "Say which local directory or file stands for a remote one", section: .sources
    ) { .addMapping($0) },
    text("unmap", [], "REMOTE", "Remove a path mapping", section: .sources) { .removeMapping($0) },
    plain("maps", [], "List the path mappings", .sources, .listMappings),
  ]
}
