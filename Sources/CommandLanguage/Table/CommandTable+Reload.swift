import DebuggerModel

extension CommandTable {
  static let reload = CommandEntry(
    "reload", [], "MODULE", "Take in what was changed in a module's file, without a restart",
    detail: """
      The module is named as in `import`. Its functions are changed in place, as far as they can be; the answer says which.
      """, section: .values
  ) { arguments throws(CommandError) in
    let (name, rest) = try arguments.firstWord()
    guard rest.isEmpty else { throw .unexpectedArgument(rest, usage: arguments.usage) }
    guard name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ isName($0) }) else {
      throw arguments.bad(name, expected: "a module's name, as in `import`")
    }
    return .debugger(.reloadModule(name))
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, first == "_" || first.isLetter else { return false }
    return text.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
  }
}
