import PydevdWire

/// A stopped thread of pydevd-pycharm looks for orders each 10 ms, twice a step (`pydevd.py`, `_do_wait_suspend`; on 191
/// `do_wait_suspend`): a step takes 21 ms. With the accelerator the thread that reads from the socket wakes it instead, and a
/// step takes what it takes. The thread sleeps as long as before where nothing comes, so it costs no more while it stands; on
/// Python 2, whose locks know no time limit, it looks each half a millisecond.
///
/// Two names are replaced while it is on: `time` in the namespace of `pydevd.py` by an object whose `sleep(0.01)` can be
/// woken, and the reader's `process_command`. Both are put back by ``Stop``, and when the connection ends
/// (`pydevd_comm.py`, `_terminate_on_socket_close` or `handle_except`).
enum Accelerator {
  private static let program = """
    def f():
        import sys
        found = debugger()
        reader = found.reader
        names = getattr(found.do_wait_suspend, '__func__', found.do_wait_suspend).__globals__
        plain = getattr(names['time'], 'dialback_plain', names['time'])
        thread = sys.modules['_pydev_imps._pydev_saved_modules'].thread
        process = reader.process_command
        if process.__name__ == 'dialback_process_command':
            return
        locks = {}
        awake = set()
        class Time(object):
            dialback_plain = plain
            def __getattr__(self, name):
                return getattr(plain, name)
            def sleep(self, seconds):
                if seconds != 0.01:
                    return plain.sleep(seconds)
                if sys.version_info[0] == 2:
                    return plain.sleep(0.0005)
                me = thread.get_ident()
                if me in awake:
                    awake.discard(me)
                    return
                lock = locks.get(me)
                if lock is None:
                    if len(locks) > 1000:
                        locks.clear()
                    lock = thread.allocate_lock()
                    lock.acquire()
                    locks[me] = lock
                if lock.acquire(True, seconds):
                    awake.add(me)
        def undo():
            names['time'] = plain
            for name in ('process_command', '_terminate_on_socket_close', 'handle_except'):
                reader.__dict__.pop(name, None)
        def dialback_process_command(command, sequence, text):
            if command == 141 and text == 'dialback':
                return undo()
            try:
                return process(command, sequence, text)
            finally:
                for lock in list(locks.values()):
                    if lock.locked():
                        lock.release()
        def first(end):
            def both(*args, **kwargs):
                undo()
                return end(*args, **kwargs)
            return both
        for name in ('_terminate_on_socket_close', 'handle_except'):
            end = getattr(reader, name, None)
            if end is not None:
                setattr(reader, name, first(end))
        reader.process_command = dialback_process_command
        names['time'] = Time()
    """

  static let expression = PythonHelper.call(OneLineProgram(PythonHelper.debugger + program), "")

  /// Puts everything back. It is the accelerator itself that takes this message; no release has such a value of the command.
  struct Stop: PydevdNotification {
    let command = CommandID.enableDontTrace
    func payload(for dialect: Dialect) -> String { "dialback" }
  }
}
