"""Values that only the stopped thread sees rightly: PORT SIDE main|other FILE.

The program writes into FILE what `repr()` gives for each of its variables at the line of the stop, and at its end it prints
whether anything of its own was touched.
"""

from __future__ import print_function

import collections
import gc
import json
import signal
import sqlite3
import sys
import threading
import time

state = threading.local()


def made(text):
    """An object whose `repr()` is a function of itself."""
    return type("Made", (object,), {"__repr__": text})()


def fail(error):
    raise error


def threads():
    """The program's own: some releases list those of pydevd, too."""
    return sorted(one.name for one in threading.enumerate() if not getattr(one, "is_pydev_daemon_thread", False))


class Rows(object):
    """Rows of a connection that belongs to one thread, not committed."""

    def __init__(self):
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute("create table t(a)")
        self.connection.execute("insert into t values (1)")

    def __repr__(self):
        return "Rows%r" % (self.connection.execute("select a from t").fetchall(),)


class Guarded(object):
    """Held by the stopped thread, which may take it again."""

    def __init__(self):
        self.lock = threading.RLock()

    def __repr__(self):
        with self.lock:
            return "Guarded(5)"


class Lazy(object):
    """Acts as an object of another class."""

    __class__ = property(lambda self: dict)

    def __repr__(self):
        return "{'k': 1}"


class Ghost(object):
    """Makes the attributes that it is asked for."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self.__dict__[name] = 1
        return 1

    def __repr__(self):
        return "Ghost(%s)" % ",".join(sorted(self.__dict__))


Named = collections.namedtuple("Named", "x y")


def work(path):
    state.user = "ada"
    inner = made(lambda self: "inner")
    rows = Rows()
    local = made(lambda self: "Local(%s)" % getattr(state, "user", "nobody"))
    thread = made(lambda self: "Thread(%s)" % threading.current_thread().name)
    guarded = Guarded()
    leaves = made(lambda self: sys.exit(3))
    interrupts = made(lambda self: fail(KeyboardInterrupt()))
    runs_out = made(lambda self: fail(MemoryError()))
    number = made(lambda self: 5)
    divides = made(lambda self: 1 / 0)
    huge = made(lambda self: "h" * 5000000)
    bytes_ = bytearray(b"b" * 100)
    listed = [inner, 1, "x"]
    nested = {"k": [1, (2, {3: inner})]}
    cycle = [1, inner]
    cycle.append(cycle)
    ghost = Ghost()
    lazy = Lazy()
    named = Named(1, inner)
    many = list(range(100000))
    ordered = collections.OrderedDict([("a", inner)])
    slow = made(lambda self: time.sleep(0.3) or "Slow()")
    generator = (x for x in [1])
    counted = []
    counts = made(lambda self: counted.append(1) or "Counts()")
    names = [name for name in sorted(locals()) if name not in ("path", "inner", "counted")]
    texts = {}
    for name in names:
        try:
            texts[name] = repr(locals()[name])[:900]
        except BaseException as error:
            texts[name] = "raises " + type(error).__name__
    with open(path, "w") as stream:
        json.dump(texts, stream)
    del counted[:]
    guarded.lock.acquire()
    before = threads(), gc.isenabled(), sorted(locals())
    last = 1  # marker: own
    last = 2  # marker: after
    after = threads(), gc.isenabled(), sorted(name for name in locals() if name not in ("last", "before"))
    guarded.lock.release()
    print("computed", len(counted), "untouched", before == after, last)


def main():
    port, side, where, path = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
    if side == "pydevd":
        import pydevd
    else:
        import pydevd_pycharm as pydevd
    pydevd.settrace("127.0.0.1", True, True, port)
    if where == "main":  # marker: entry
        work(path)
    else:
        other = threading.Thread(target=work, args=(path,), name="worker-thread")
        other.start()
        other.join()
    is_free = signal.getsignal(signal.SIGALRM) == signal.SIG_DFL and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    print("signals free", is_free)


if __name__ == "__main__":
    main()
