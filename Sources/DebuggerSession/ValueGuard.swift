/// What is run once in each process at its first stop: it lets no single value hold up all others.
///
/// pydevd makes the texts of all variables of a frame, and reads all attributes of an object, on the stopped thread itself
/// (`pydevd_xml.py`, `var_to_xml`; `pydevd_resolver.py`, `DefaultResolver`), so one `__repr__` or property that hangs kept
/// the whole answer back, and on pydevd-pycharm every other command with it. With the guard, values that may run the user's
/// own code are made in a helper thread, in a copy of the context, and are given up after a moment. What is evaluated on
/// purpose is made on the stopped thread as ever: so a value that came too late can be asked for again.
///
/// It also sends text with lone surrogates (as of file names that are no UTF-8), which makes a process leave the variable out
/// (`pydevd_xml.py`, `frame_vars_to_xml`), and adds the length of a container, the shape and the dtype of an array, where the
/// process does not send them itself.
///
/// A helper that was given up is told to end; one that sleeps or waits in C can't be, and goes on until that returns. The order
/// to end is taken back from it, and its traces are wiped out by one to the own thread: on CPython 3.11 all traced threads
/// stand still as long as such an order is pending anywhere (`ceval.c`, `DO_TRACING`).
enum ValueGuard {
  /// Runs in an empty namespace, so the user's own stays as it is. Python 2.7 and 3; no double quotes, no backslashes.
  private static let program = """
    def install():
        import sys, time
        try:
            from _pydevd_bundle import pydevd_xml, pydevd_resolver
        except ImportError:
            return
        original = pydevd_xml.var_to_xml
        if hasattr(original, 'dialback'):
            return
        encode = pydevd_xml.quote
        def quote(text, *args):
            try:
                return encode(text, *args)
            except UnicodeError:
                return encode(text.encode('utf-8', 'backslashreplace'), *args)
        if sys.version_info[0] > 2:
            pydevd_xml.quote = quote
        thread = None
        for name in ('_pydev_bundle', '_pydev_imps'):
            saved = sys.modules.get(name + '._pydev_saved_modules')
            thread = thread or getattr(saved, 'thread', None)
        if thread is None:
            thread = __import__('_thread' if sys.version_info[0] > 2 else 'thread')
        start = getattr(thread, '_original_start_new_thread', None) or thread.start_new_thread
        simple = (type(None), bool, int, float, complex, str, type(b''), type(u''), type(install), type(len), type(sys))
        simple += (type(property.__init__), type(len.__call__), type(''.join), type(Exception.args))
        builtin = (list, tuple, dict, set, frozenset)
        import collections
        sized = builtin + (collections.deque, collections.defaultdict, collections.OrderedDict)
        def is_harmless(value):
            kind = type(value)
            if kind in simple:
                return True
            if kind in builtin:
                if len(value) > 300:
                    return False
                if kind is dict and not all(type(item) in simple for item in value.values()):
                    return False
                return all(type(item) in simple for item in value)
            return kind.__repr__ is object.__repr__ and kind.__str__ is object.__str__ and not hasattr(kind, '__getattr__')
        def described(value, xml):
            try:
                kind = type(value)
                more = ''
                end = xml.rindex('/>')
                if kind in sized:
                    more = '%d' % len(value)
                elif kind.__module__.split('.')[0] in ('numpy', 'pandas', 'torch', 'tensorflow', 'xarray', 'polars'):
                    shape = getattr(value, 'shape', None)
                    more = str(tuple(shape)) if shape is not None else ''
                    kept = getattr(value, 'dtype', None)
                    if shape and kept is not None:
                        form = 'dtype=~%s~ '.replace('~', chr(34))
                        xml = xml[:end] + form % pydevd_xml.make_valid_xml_value(str(kept)) + xml[end:]
                if not more or 'shape=' + chr(34) in xml:
                    return xml
                end = xml.rindex('/>')
                return xml[:end] + 'shape=~%s~ '.replace('~', chr(34)) % more + xml[end:]
            except Exception:
                return xml
        heap = 1 << 9
        running = {}
        late = {}
        def copied(work):
            try:
                import contextvars
                context = contextvars.copy_context()
            except ImportError:
                return work
            return lambda: context.run(work)
        def wait(lock, seconds):
            if sys.version_info[0] > 2:
                return lock.acquire(True, seconds)
            end = time.time() + seconds
            while not lock.acquire(False):
                if time.time() > end:
                    return False
                time.sleep(0.001)
            return True
        class Mark(BaseException):
            pass
        def order(ident, error):
            import ctypes
            word = ctypes.c_ulong if sys.version_info >= (3, 7) else ctypes.c_long
            error = ctypes.py_object(error) if error else None
            ctypes.pythonapi.PyThreadState_SetAsyncExc(word(ident), error)
        def stop(key, lock):
            try:
                for _ in range(3):
                    ident = running.get(key)
                    if ident is None:
                        return
                    order(ident, SystemExit)
                    if wait(lock, 0.02):
                        return
                    order(ident, None)
                    try:
                        order(thread.get_ident(), Mark)
                        for _ in range(100):
                            pass
                    except Mark:
                        pass
            except Exception:
                pass
        def attempt(value, what, work):
            kind = type(value)
            mark = (kind if kind.__flags__ & heap else id(value), what)
            key = (id(value), what)
            if key in running:
                return None
            now = time.time()
            seconds = 0.1 if mark in late else 0.2 if now - late.get('last', 0) < 3 else 1.0
            box = []
            lock = thread.allocate_lock()
            lock.acquire()
            work = copied(work)
            def _bootstrap():
                running[key] = thread.get_ident()
                try:
                    try:
                        box.append((True, work()))
                    except BaseException:
                        box.append((False, sys.exc_info()[1]))
                finally:
                    running.pop(key, None)
                    lock.release()
            start(_bootstrap, ())
            if wait(lock, seconds) and box:
                late.pop(mark, None)
                return box[0]
            late[mark] = True
            late['last'] = time.time()
            stop(key, lock)
            return None
        words = 'no value within 1 s'
        def given_up(value, name, more):
            try:
                name = pydevd_xml.quote(name, '/>_= ')
            except Exception:
                pass
            escape = pydevd_xml.make_valid_xml_value
            form = '<var name=~%s~ type=~%s~ value=~%s~ isContainer=~True~ isErrorOnEval=~True~%s />'
            form = form.replace('~', chr(34)) + chr(10)
            return form % (escape(name), escape(type(value).__name__), words, more)
        def var_to_xml(val, name, *args, **names):
            if args or type(val) in simple:
                return original(val, name, *args, **names)
            if is_harmless(val):
                return described(val, original(val, name, *args, **names))
            if getattr(type(val), '__name__', '') == 'ExceptionOnEvaluate':
                return original(val, name, *args, **names)
            done = attempt(val, None, lambda: original(val, name, *args, **names))
            if done is None:
                return given_up(val, name, names.get('additional_in_xml', names.get('additionalInXml', '')))
            if done[0]:
                return described(val, done[1])
            return original(val, name, *args, **names)
        var_to_xml.dialback = True
        for name, module in list(sys.modules.items()):
            if name.startswith('_pydevd_bundle') and getattr(module, 'var_to_xml', None) is original:
                module.var_to_xml = var_to_xml
        def error(text):
            try:
                return pydevd_xml.ExceptionOnEvaluate(text)
            except TypeError:
                return pydevd_xml.ExceptionOnEvaluate(text, None, None)
        def failed(raised):
            return error('%s: %s' % (type(raised).__name__, raised))
        def is_computed(value, name):
            for kind in getattr(type(value), '__mro__', ()):
                if name in kind.__dict__:
                    found = kind.__dict__[name]
                    owner = type(found)
                    return owner is property or bool(owner.__flags__ & heap and hasattr(owner, '__get__'))
            return False
        def read(value, name, *default):
            if default or not is_computed(value, name):
                try:
                    return getattr(value, name, *default)
                except Exception:
                    if default or not hasattr(type(value), name):
                        raise
                    return failed(sys.exc_info()[1])
            done = attempt(value, name, lambda: getattr(value, name))
            if done is None:
                return error(words)
            if done[0]:
                return done[1]
            return failed(done[1])
        pydevd_resolver.getattr = read
    install()
    """

  /// An expression without a value of use, whose effect is the guard.
  static let expression: String = {
    let text = OneLineProgram(program).literal
    // Under the name of `threading.py`, which every release leaves alone: neither the helpers nor what they call are traced
    // (`pydevd_dont_trace_files.py`; `_pydevd_sys_monitoring.py`, `_get_bootstrap_frame`, which knows `_bootstrap` there).
    return "eval(compile(\"\(text)\", __import__('threading').__file__, 'exec'), {})"
  }()
}
