/// A Python program for the debugged process, as one expression that any release of pydevd evaluates.
///
/// The program's modules are `.py` files of this target. They are run from their text, in namespaces of their own, so nothing
/// of them can be seen in the program. Python 2.7 and 3 read the same text.
struct Helper {
  /// A module's name and text.
  typealias Module = (name: String, text: [UInt8])

  /// The name of the last module, whose functions can be called.
  private let name: String
  /// The modules as Python reads them, put together once: hundreds of processes get them.
  private let sources: String

  init(modules: [Module]) {
    name = modules.last?.name ?? ""
    let pairs = modules.map { "(\"\($0.name)\", \(Self.literal(Self.code($0.text))))" }
    sources = "'sources': [\(pairs.joined(separator: ", "))]"
  }

  /// Returns an expression that runs the modules and calls a function of the last one. Its value is `None`.
  /// - Parameter arguments: Python expressions.
  func call(_ function: String, _ arguments: [String]) -> String {
    let loader = Self.code(PackageResources.loader_py) + "load(sources, file)['\(name)'].\(function)(*arguments)\n"
    let namespace = "{\(sources), 'file': f, 'arguments': (\(Self.list(arguments)))}"
    return
      "(lambda b, f: b.eval(b.compile(\(Self.literal(loader)), f, 'exec'), \(namespace)))(\(Self.builtins), \(Self.file))"
  }

  /// Returns an expression whose value is that of a function of the last module. Nothing but the call itself refers to the arguments.
  /// - Parameter arguments: Python expressions.
  func value(_ function: String, _ arguments: [String]) -> String {
    let loader = Self.code(PackageResources.loader_py) + "result = load(sources, file)['\(name)'].\(function)\n"
    let run = "lambda b, n: b.eval(b.compile(\(Self.literal(loader)), n['file'], 'exec'), n) or n['result']"
    let found = "(\(run))(\(Self.builtins), {\(sources), 'file': \(Self.file)})"
    return "\(found)(\(arguments.joined(separator: ", ")))"
  }

  private static func list(_ arguments: [String]) -> String { arguments.map { $0 + "," }.joined() }

  /// A module may have a `compile` or an `eval` of its own, as `re` has.
  private static let builtins = "__import__('sys').modules.get('builtins') or __import__('sys').modules['__builtin__']"

  /// Every release leaves `threading.py` alone: neither the helpers nor what they call are traced under its name
  /// (`pydevd_dont_trace_files.py`; `_pydevd_sys_monitoring.py`, `_get_bootstrap_frame`).
  private static let file = "__import__('threading').__file__"

  /// Returns the text of a file without the lines that only readers of the file need.
  static func code(_ text: [UInt8]) -> String {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
    return lines.filter { $0.first { $0 != " " } != "#" }.map { $0 + "\n" }.joined()
  }

  /// Returns ASCII text as a literal on one line.
  static func literal(_ text: String) -> String {
    var result = "\""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): result += "\\n"
      case UInt8(ascii: "\\"): result += "\\\\"
      case UInt8(ascii: "\""): result += "\\\""
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result + "\""
  }
}
