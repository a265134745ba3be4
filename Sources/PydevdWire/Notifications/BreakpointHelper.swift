/// A few Python functions that a breakpoint's expressions call in the process: they write logs without a stop, catch what an
/// expression raises, say so by 136, and count hits where the wire has no hit count. They are kept as an attribute of pydevd's
/// own package, away from the program's names, and are made by the first breakpoint that needs them.
enum BreakpointHelper {
  /// Begins the payloads of 136 that come from here; the breakpoint, the part of it and the error follow, parted by TABs.
  static let mark = "dialback"

  enum Part: String { case condition, log }

  /// Holds as the condition does. What it raises is told, and stops the thread where `stops` says so.
  static func condition(_ expression: String, key: String, stops: Bool) -> String {
    call("condition", [quoted(key), stops ? "True" : "False"], expression)
  }

  /// Writes what the expression gives straight to Dialback, and never holds.
  static func log(_ expression: String, key: String) -> String { call("log", [quoted(key)], expression) }

  /// What the expression gives as text, empty when it raises.
  static func text(_ expression: String, key: String) -> String { call("text", [quoted(key)], expression) }

  /// One more each time that it is evaluated.
  static func hits(key: String) -> String { "\(helper)['hit'](\(quoted(key)))" }

  private static func call(_ function: String, _ first: [String], _ expression: String) -> String {
    let arguments = first + [ASCIIExpression.literal(expression), "globals()", "locals()"]
    return "\(helper)['\(function)'](\(arguments.joined(separator: ", ")))"
  }

  private static func quoted(_ key: String) -> String { "'\(key)'" }

  /// The dictionary of the functions. `eval` of compiled statements gives `None`, hence the third way.
  private static let helper: String = {
    let package = "__import__('_pydevd_bundle')"
    let known = "getattr(\(package), 'dialback', None)"
    return "(\(known) or eval(compile(\(ASCIIExpression.literal(source)), '<dialback>', 'exec'), {}) or \(known))"
  }()

  /// For Python 2.7 and everything after it; one error of a breakpoint is said once, or at each stop.
  private static let source = """
    import sys, traceback, _pydevd_bundle
    try:
      from _pydevd_bundle.pydevd_constants import get_global_debugger
    except ImportError:
      from _pydevd_bundle.pydevd_comm import get_global_debugger
    codes, hits, said = {}, {}, {}
    def fail(key, part):
      error = traceback.format_exception_only(*sys.exc_info()[:2])[-1].strip()
      if said.get(key) != error:
        said[key] = error
        db = get_global_debugger()
        text = '\(mark)' + chr(9) + key + chr(9) + part + chr(9) + error
        db.writer.add_command(db.cmd_factory.make_send_breakpoint_exception_message(0, text))
    def value(text, g, l):
      if text not in codes:
        codes[text] = compile(text.strip(), '<breakpoint>', 'eval')
      return eval(codes[text], g, l)
    def condition(key, stops, text, g, l):
      try:
        return bool(value(text, g, l))
      except:
        if stops:
          said.pop(key, None)
        fail(key, 'condition')
        return stops
    def text(key, text, g, l):
      try:
        result = value(text, g, l)
        if str is bytes and isinstance(result, type(u'')):
          return result.encode('utf-8')
        return str(result)
      except:
        fail(key, 'log')
        return ''
    def log(key, expression, g, l):
      written = text(key, expression, g, l)
      if written:
        db = get_global_debugger()
        db.writer.add_command(db.cmd_factory.make_io_message(written + chr(10), '1'))
      return False
    def hit(key):
      hits[key] = hits.get(key, 0) + 1
      return hits[key]
    _pydevd_bundle.dialback = {'condition': condition, 'text': text, 'log': log, 'hit': hit}

    """
}
