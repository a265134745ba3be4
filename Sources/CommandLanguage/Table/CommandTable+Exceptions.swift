import DebuggerModel

extension CommandTable {
  private static let catchDetail = """
    EXC is a class: ValueError, MyError, module.MyError; its subclasses count, too. * is every exception, django and jinja2
    what is wrong in a template, on its own line, where it is raised. For django, both sides stop at a name that is missing in
    {{ }}, in a filter or in {% with %}. pydevd stops at a template that cannot be compiled, too; pydevd-pycharm at a template
    that is not found, and at a name that {% if %} or {% for %} asks for.
      raised      stop where it is raised, even if it is handled later
      uncaught    stop where nobody handles it (default)
      user        stop where it leaves your own code for a library's
      ignorelib   pass over what is raised in libraries
      if COND     stop only where this is true; __exception__ is (type, value, traceback)
      log EXPR    write the value out instead of stopping
      off         set it disabled
    """

  /// For the completion.
  private static let commonClasses = [
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "ConnectionError", "EOFError", "Exception",
    "FileNotFoundError", "ImportError", "IndexError", "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError",
    "ModuleNotFoundError", "NameError", "NotImplementedError", "OSError", "OverflowError", "PermissionError",
    "RecursionError", "RuntimeError", "StopIteration", "SyntaxError", "SystemExit", "TimeoutError", "TypeError",
    "UnicodeDecodeError", "UnicodeEncodeError", "ValueError", "ZeroDivisionError",
  ]

  /// They stand for what templates raise.
  static let templateWords = ["django", "jinja2"]

  static let exceptions: [CommandEntry] = [
    CommandEntry(
      "catch", [], "[EXC [raised|uncaught|user] [ignorelib] [if COND] [log EXPR]]",
      "Stop at exceptions of a class; alone, list what is set", detail: catchDetail, section: .breakpoints,
      words: ["raised", "uncaught", "user", "ignorelib", "if", "log", "off"] + commonClasses + templateWords
    ) { arguments throws(CommandError) in
      if arguments.isEmpty { return .debugger(.exceptions(.list)) }
      let (name, rest) = try arguments.firstWord()
      try check(name, arguments)
      return .debugger(.exceptions(.set(name, try .init(parsing: arguments, rest))))
    },
    CommandEntry(
      "nocatch", [], "[EXC]", "Stop at exceptions of a class no more; alone, at none", section: .breakpoints
    ) { arguments throws(CommandError) in
      if arguments.isEmpty { return .debugger(.exceptions(.removeAll)) }
      let (name, rest) = try arguments.firstWord()
      guard rest.isEmpty else { throw .unexpectedArgument(rest, usage: arguments.usage) }
      return .debugger(.exceptions(.remove(name)))
    },
    CommandEntry(
      "exception", [], "", "Tell the exception that the thread stopped at, with those that led to it",
      detail: "Each with its type, message and frames, where it was raised first; the causes follow.",
      section: .values
    ) { arguments throws(CommandError) in
      try arguments.none()
      return .debugger(.exceptions(.describe))
    },
  ]

  /// A class is a name, or names with dots between them.
  private static func check(_ name: String, _ arguments: CommandArguments) throws(CommandError) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      part.first.map { $0 == "_" || $0.isLetter } == true && part.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
    }
    guard name == "*" || isName else { throw arguments.bad(name, expected: "the name of an exception's class, or *") }
    guard !builtinClasses.contains(name), !templateWords.contains(name),
      let meant = commonClasses.first(where: { editDistance($0.lowercased(), name.lowercased()) <= 1 })
    else { return }
    throw arguments.bad(
      name, expected: "an exception of Python's own: did you mean \(meant)? (a class of yours goes as MODULE.\(name))")
  }

  /// Those that are only near to a common one in their names, too.
  private static let builtinClasses = Set(
    commonClasses + [
      "BytesWarning", "IOError", "SystemError", "TabError", "UnicodeError", "UserWarning", "WindowsError",
    ])
}
