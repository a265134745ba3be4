"""Wakes stopped threads of pydevd-pycharm when an order for them comes.

They look for orders each 10 ms, twice a step (`pydevd.py`, `_do_wait_suspend`; on 191 `do_wait_suspend`), so a step takes 21 ms.
With the accelerator the thread that reads from the socket wakes them. A thread sleeps as long as before where nothing comes; on
Python 2, whose locks know no time limit, it looks each half a millisecond.
"""

import sys

from dialback_debugger import debugger

PAUSE = 0.01  # seconds that pydevd-pycharm sleeps between two looks
ENDS = ("_terminate_on_socket_close", "handle_except")
ENABLE_DONT_TRACE = 141  # the command that `Accelerator.Stop` in Swift is sent as
MOST_LOCKS = 1000


class Time(object):
    """Stands for the module `time` in the namespace of `pydevd.py`: `sleep(0.01)` can be woken."""

    def __init__(self, plain, thread):
        self.dialback_plain = plain
        self.thread = thread
        self.locks = {}
        self.awake = set()

    def __getattr__(self, name):
        return getattr(self.dialback_plain, name)

    def sleep(self, seconds):
        if seconds != PAUSE:
            return self.dialback_plain.sleep(seconds)
        if sys.version_info[0] == 2:
            return self.dialback_plain.sleep(0.0005)
        ident = self.thread.get_ident()
        if ident in self.awake:
            self.awake.discard(ident)
        elif self.lock_of(ident).acquire(True, seconds):
            self.awake.add(ident)

    def lock_of(self, ident):
        lock = self.locks.get(ident)
        if lock is None:
            if len(self.locks) > MOST_LOCKS:
                self.locks.clear()
            lock = self.thread.allocate_lock()
            lock.acquire()
            self.locks[ident] = lock
        return lock

    def wake(self):
        for lock in list(self.locks.values()):
            if lock.locked():
                lock.release()


def accelerate():
    """Replaces `time` in `pydevd.py`, and `process_command` of the reader, until the order to stop or the end of the connection.

    That is seen in `_terminate_on_socket_close` or `handle_except` of `pydevd_comm.py`.
    """
    found = debugger()
    reader = found.reader
    names = getattr(found.do_wait_suspend, "__func__", found.do_wait_suspend).__globals__
    process = reader.process_command
    if process.__name__ == "dialback_process_command":
        return
    plain = getattr(names["time"], "dialback_plain", names["time"])
    time = Time(plain, sys.modules["_pydev_imps._pydev_saved_modules"].thread)

    def undo():
        names["time"] = plain
        for name in ("process_command",) + ENDS:
            reader.__dict__.pop(name, None)

    def dialback_process_command(command, sequence, text):
        if command == ENABLE_DONT_TRACE and text == "dialback":
            return undo()
        try:
            return process(command, sequence, text)
        finally:
            time.wake()

    def undo_before(end):
        def both(*args, **names):
            undo()
            return end(*args, **names)

        return both

    for name in ENDS:
        end = getattr(reader, name, None)
        if end is not None:
            setattr(reader, name, undo_before(end))
    reader.process_command = dialback_process_command
    names["time"] = time
