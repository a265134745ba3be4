import PydevdHelpers
import PydevdWire

/// What is run once in each process at its first stop: it makes all output arrive.
///
/// Messages that are still queued when the interpreter ends are dropped by pydevd (`pydevd.py`, `stoptrace` and its exit
/// handlers wait half a second at most). The hook waits in the interpreter's own exit handlers until the queue is empty; with
/// it all of 20,000 lines arrived on every release that was tried, and 35 to 69 % without. 191 collects what is written and
/// sends it now and then (`pydevd.py`, `check_output_redirect`): the rest of it is asked for there.
///
/// Two threads of pydevd end the connection by themselves when none of the program's is alive any more (`pydevd.py`,
/// `process_internal_commands` and `can_exit`), which is so while the exit handlers run and the queue is long:
/// they are kept from it until it is empty.
///
/// Messages leave at once: the socket has no TCP_NODELAY (6, 1 on every system), so the second of two small ones, as 105 is
/// behind 106, waits for the acknowledgement of the first one, which takes a whole round trip of the link.
///
/// The hook also lets what is written at once arrive in full: it is cut after 1,000 or 10,000 characters otherwise
/// (`make_io_message`, `MAX_IO_MSG_SIZE`), on 191 whatever was written in a third of a second.
enum ExitHook {
  /// Runs in an empty namespace, so the user's own stays as it is. Python 2.7 and 3.
  private static let program = """
    def install():
        import sys, time
        def unlimited():
            try:
                make = debugger().cmd_factory.make_io_message
                names = getattr(make, '__func__', make).__globals__
                if 'MAX_IO_MSG_SIZE' in names:
                    names['MAX_IO_MSG_SIZE'] = 1000000
            except Exception:
                pass
        def queue():
            writer = getattr(debugger(), 'writer', None)
            if writer is None or not writer.is_alive():
                return None
            return getattr(writer, '_cmd_queue', None) or getattr(writer, 'cmdQueue', None)
        since = []
        def ended(alive):
            if alive():
                return False
            since.append(time.time())
            waiting = queue()
            if waiting is not None and not waiting.empty() and time.time() < since[0] + 10:
                return False
            time.sleep(0.03)
            return True
        def keep():
            found = debugger()
            for name in ('has_user_threads_alive', 'has_threads_alive'):
                alive = getattr(found, name, None)
                work = getattr(found, 'process_internal_commands', None)
                if alive is not None and work is not None:
                    def go_on(*args, **kwargs):
                        if ended(alive) or alive():
                            return work(*args, **kwargs)
                    found.process_internal_commands = go_on
                    setattr(found, name, lambda: not ended(alive))
                    return
        def drain():
            try:
                end = time.time() + 10
                collect = getattr(debugger(), 'check_output_redirect', None)
                if collect is not None:
                    collect()
                while time.time() < end:
                    waiting = queue()
                    if waiting is None or waiting.empty():
                        break
                    time.sleep(0.005)
                time.sleep(0.03)
            except Exception:
                pass
        def hurry():
            home = sys.modules['_pydevd_bundle.pydevd_constants']
            home._dialback_hurries = 0
            try:
                sock = debugger().writer.sock
                sock.setsockopt(6, 1, 1)
                home._dialback_hurries = int(sock.getsockopt(6, 1) != 0)
            except Exception:
                pass
        unlimited()
        hurry()
        try:
            keep()
        except Exception:
            pass
        import atexit
        atexit.register(drain)
        try:
            import threading
            threading._register_atexit(drain)
        except Exception:
            pass
    install()
    """

  /// An expression whose effects are the hook and the ``ValueLimits``, and whose value is the Python version, the parent's pid,
  /// 1 where the output is redirected, 1 where children that it forks would be lost, 1 where pydevd's compiled part is in use and
  /// 1 where it traces by `sys.monitoring`, 1 where messages leave at once, and 1 where the line of `stop` ends a call of
  /// `settrace`, with blanks between.
  static func expression(at stop: SessionProcess.FirstStop?, _ limits: ValueLimits) -> String {
    let calls = stop.map { PythonHelper.callsSettrace(file: $0.file, line: $0.line) }
    return install + limits.installation + describe + (calls ?? "0") + ")"
  }

  private static let install: String = {
    let text = OneLineProgram(PythonHelper.debugger + program).literal
    // Compiled under the name of one of pydevd's own files, which its tracer leaves alone: a step past the program's end
    // would stop in the hook otherwise (`pydevd_dont_trace_files.py`, `DONT_TRACE`).
    let own = "getattr(__import__('sys').modules.get('_pydevd_bundle.pydevd_constants'), '__file__', '<string>')"
    return "eval(compile(\"\(text)\", \(own), 'exec'), {}) or "
  }()

  /// All but the last of the eight.
  private static let describe: String = {
    let version = "'.'.join(map(str, __import__('sys').version_info[:3]))"
    let parent = "getattr(__import__('os'), 'getppid', int)()"
    let redirected = "hasattr(__import__('sys').stdout, '_redirect_to')"
    // `pydev_monkey.py`, `patch_new_process_functions`: what it puts in is a function of that module.
    let fork = "getattr(getattr(__import__('os'), 'fork', None), '__module__', '')"
    let loses =
      "'multiprocessing.process' in __import__('sys').modules and not (\(fork) or '').endswith('pydev_monkey')"
    let compiled = "any(map(lambda n: n.endswith('pydevd_cython'), list(__import__('sys').modules)))"
    let monitoring = "getattr(__import__('sys'), 'monitoring', None)"
    let monitored =
      "any(map(lambda n: \(monitoring).get_tool(n) is not None, range(6))) if \(monitoring) is not None else 0"
    let hurries = "getattr(__import__('sys').modules['_pydevd_bundle.pydevd_constants'], '_dialback_hurries', 0)"
    return " or '%s %d %d %d %d %d %d %d' % "
      + "(\(version), \(parent), \(redirected), \(loses), \(compiled), \(monitored), \(hurries), "
  }()
}
