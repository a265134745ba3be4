import PydevdWire

/// Small programs that are run in a stopped thread for what no command of the protocol does alike on all releases. Each runs in
/// a namespace of its own: nothing of it can be seen in the user's. Python 2.7 and 3.
enum PythonHelper {
  /// Signature and docstring; of the type, where the value itself has none.
  static func documentation(of expression: String) -> String {
    call(documentation, "(\(expression))")
  }

  /// Defines `debugger()` for the programs that go on behind it: pydevd's object in the process, `PyDB`.
  static let debugger = """
    def debugger():
        import sys
        for name in ('_pydevd_bundle.pydevd_constants', '_pydevd_bundle.pydevd_comm', 'pydevd'):
            module = sys.modules.get(name)
            for getter in ('get_global_debugger', 'GetGlobalDebugger'):
                found = getattr(module, getter, None)
                found = found() if found is not None else None
                if getattr(found, 'writer', None) is not None:
                    return found

    """

  /// The value itself; what keeps its inside from being listed is raised.
  static func inside(of expression: String) -> String { call(inside, "(\(expression))") }

  private static let inside: OneLineProgram = """
    def f(o):
        dir(o)
        if isinstance(o, (list, tuple, dict, set, frozenset)):
            len(o)
            for item in o:
                break
        return o
    """

  /// The value of an awaitable, awaited in a thread with a loop of its own.
  static func awaiting(_ expression: String) -> String { call(awaiting, "(\(expression))") }

  /// A letter for each file: `m` where it is missing, `x` where filters leave it out, `f` where it is found.
  static func fileChecks(_ files: [String]) -> String {
    call(fileChecks, "[\(files.map(ASCIIExpression.literal).joined(separator: ", "))]")
  }

  /// Whether a call of `settrace` ends on a line: Pythons before 3.8 are on its last one when it returns, later ones on its first.
  static func callsSettrace(file: String, line: Int) -> String {
    call(callsSettrace, "\(ASCIIExpression.literal(file)), \(line)")
  }

  private static let callsSettrace: OneLineProgram = """
    def f(file, line):
        import linecache
        for first in range(line, max(0, line - 15), -1):
            text = ''.join([linecache.getline(file, n) for n in range(first, line + 1)])
            if 'settrace(' in text:
                before = ''.join([linecache.getline(file, n) for n in range(first, line)])
                return first == line or (text.count('(') == text.count(')') and before.count('(') > before.count(')'))
        return False
    """

  private static let fileChecks: OneLineProgram = """
    def f(files):
        import sys, pydevd_file_utils
        def look(file):
            if str is bytes:
                file = file.encode(sys.getfilesystemencoding() or 'utf-8')
            file = pydevd_file_utils.norm_file_to_server(file)
            if not pydevd_file_utils.exists(file):
                return 'm'
            try:
                from _pydevd_bundle.pydevd_constants import get_global_debugger
                db = get_global_debugger()
                return 'x' if db.is_filter_enabled and db.is_ignored_by_filters(file) else 'f'
            except Exception:
                return 'f'
        return '[' + ''.join([look(file) for file in files]) + ']'
    """

  /// An expression that defines the program's `f` out of sight and calls it with arguments of the frame.
  static func call(_ program: OneLineProgram, _ arguments: String) -> String {
    "(lambda b, d: b.eval(b.compile(\"" + program.literal + behind + arguments + ")"
  }

  private static let behind: String = {
    // Under the name of one of pydevd's own files the tracer leaves it alone, see `ExitHook`.
    let own = "b.getattr(__import__('sys').modules.get('_pydevd_bundle.pydevd_constants'), '__file__', '<string>')"
    return "\", \(own), 'exec'), d) or d['f'])(\(ASCIIExpression.builtins), {})("
  }()

  /// The whole text of a value behind its length, cut at ``WholeText/limit``.
  /// - Parameter isShown: it is for people to read: a string without its quotes.
  static func text(of expression: String, isShown: Bool) -> String {
    call(text, "(\(expression)), \(WholeText.limit), \(isShown ? 1 : 0)")
  }

  private static let text: OneLineProgram = """
    def f(o, limit, shown):
        import pprint
        text = type(u'')
        if not shown or not isinstance(o, (str, text)):
            try:
                small = len(o) <= 10000
            except Exception:
                small = True
            if small and isinstance(o, (dict, list, tuple, set, frozenset)):
                o = pprint.pformat(o, width=100)
            else:
                o = repr(o)
        if not isinstance(o, text):
            o = o.decode('utf-8', 'replace')
        return text(len(o)) + u' ' + o[:limit]
    """

  /// The value of an expression, which is remembered under a number for ``taken(_:)`` and ``isKept(_:_:)``: of several that are
  /// under way each has its own. The newest sixteen are kept.
  static func keep(_ expression: String, _ number: Int) -> String { call(keep, "(\(expression)), \(number)") }

  /// What was remembered, an expression; it is forgotten with that.
  static func taken(_ number: Int) -> String {
    "__import__('sys').modules['_pydevd_bundle.pydevd_constants'].__dict__['_dialback_values'].pop(\(number))"
  }

  /// Whether an expression gives the remembered value; it is forgotten then.
  static func isKept(_ expression: String, _ number: Int) -> String { call(isKept, "(\(expression)), \(number)") }

  private static let keep: OneLineProgram = """
    def f(o, number):
        import sys
        kept = sys.modules['_pydevd_bundle.pydevd_constants'].__dict__.setdefault('_dialback_values', {})
        while len(kept) > 15:
            del kept[min(kept)]
        kept[number] = o
        return o
    """

  private static let isKept: OneLineProgram = """
    def f(o, number):
        import sys
        kept = sys.modules['_pydevd_bundle.pydevd_constants'].__dict__.get('_dialback_values', {})
        return 'yes' if kept.pop(number, f) is o else 'no'
    """

  /// Where a name of a frame is: `local`, `global`, or `none`.
  static func place(of name: String, frame: String) -> String { call(place, "\(frame), '\(name)'") }

  private static let place: OneLineProgram = """
    def f(n, name):
        import sys
        frame = sys._getframe()
        while frame is not None and id(frame) != n:
            frame = frame.f_back
        if frame is None:
            return 'local'
        code = frame.f_code
        if name in code.co_varnames + code.co_cellvars + code.co_freevars:
            return 'local'
        if frame.f_locals is not frame.f_globals and name in frame.f_locals:
            return 'local'
        return 'global' if name in frame.f_globals else 'none'
    """

  /// Gives a variable of a frame's module another value, which is the expression's.
  static func assign(global name: String, _ value: String, frame: String) -> String {
    call(assignGlobal, "\(frame), '\(name)', (\(value))")
  }

  private static let assignGlobal: OneLineProgram = """
    def f(n, name, value):
        import sys
        frame = sys._getframe()
        while frame is not None and id(frame) != n:
            frame = frame.f_back
        frame.f_globals[name] = value
        return value
    """

  /// Some elements of a container as one of its kind, so that they have the names that they have there.
  static func elements(of container: String, from: Int, to: Int) -> String {
    call(elements, "(\(container)), \(from), \(to)")
  }

  private static let elements: OneLineProgram = """
    def f(c, a, b):
        from itertools import islice
        if isinstance(c, (set, frozenset)):
            return set(islice(c, a, b))
        if hasattr(c, 'keys') and hasattr(c, 'items'):
            try:
                from collections import OrderedDict as kind
            except ImportError:
                kind = dict
            items = c.iteritems() if hasattr(c, 'iteritems') else c.items()
            return kind(islice(items, a, b))
        if isinstance(c, (list, tuple)):
            return list(c[a:b])
        if not hasattr(c, '__len__'):
            raise TypeError(type(c).__name__ + ' has no length, so it has no part from ' + str(a) + ' on')
        return list(islice(iter(c), a, b))
    """

  private static let documentation: OneLineProgram = """
    def f(o):
        import inspect
        name = getattr(o, '__qualname__', None) or getattr(o, '__name__', None)
        t = o if isinstance(name, str) else type(o)
        name = name if isinstance(name, str) else t.__name__
        kind = 'module' if inspect.ismodule(t) else 'class' if inspect.isclass(t) else 'function'
        sign = ''
        if kind != 'module':
            try:
                sign = str(inspect.signature(t))
            except Exception:
                try:
                    sign = inspect.formatargspec(*inspect.getargspec(t))
                except Exception:
                    sign = '' if kind == 'class' else '(...)'
        doc = inspect.getdoc(o) or inspect.getdoc(t) or inspect.getcomments(t) or 'no docstring'
        return kind + ' ' + name + sign + chr(10) * 2 + doc.strip()
    """

  private static let awaiting: OneLineProgram = """
    def f(o):
        import asyncio, threading
        done = []
        async def wait():
            return await o
        def run():
            try:
                done.append((asyncio.run(wait()), None))
            except BaseException as error:
                done.append((None, error))
        thread = threading.Thread(target=run, name='pydevd.dialback')
        thread.is_pydev_daemon_thread = True
        thread.pydev_do_not_trace = True
        thread.daemon = True
        thread.start()
        thread.join()
        if done[0][1] is not None:
            raise done[0][1]
        return done[0][0]
    """
}
