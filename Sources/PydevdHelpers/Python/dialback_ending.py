"""Tells the front end of the exception that ends the program, and sends what waits to be sent."""

import sys
import time

ENDED = 992
# Where code is entered line by line: an exception there ends nothing.
CONSOLES = ("<console>", "<stdin>", "<input>")
STARTS = ("<module>", "_run_module_as_main")  # the outermost function of a program


def ending():
    """Returns the exception that nobody handled, as the interpreter keeps it, and its type; (None, None) where there is none."""
    kind, trace = getattr(sys, "last_type", None), getattr(sys, "last_traceback", None)
    code = getattr(getattr(trace, "tb_frame", None), "f_code", None)
    if kind is None or code is None or code.co_name not in STARTS or code.co_filename in CONSOLES:
        return None, None
    return kind, getattr(sys, "last_value", None)


def describe(value):
    try:
        return str(value)[:1000]
    except BaseException:
        return ""


LONGEST = 1.0  # seconds that the end waits for the writer


def drain(writer, limit=LONGEST):
    """Waits until the writer of pydevd has sent what it has: pydevd-pycharm ends with lines of the console in its queue."""
    queue, end, waited = getattr(writer, "cmdQueue", None), time.time() + limit, False
    while queue is not None and not queue.empty() and writer.is_alive() and time.time() < end:
        waited = True
        time.sleep(0.002)
    if waited:
        time.sleep(0.05)  # the last one is on its way


class Watch(object):
    """Sends the exception once, and what waits, while the interpreter ends."""

    def __init__(self, send, writer):
        self.send, self.writer, self.before, self.is_done = send, writer, getattr(sys, "last_value", None), False

    def __call__(self):
        try:
            self.report()
            drain(self.writer())
        except Exception:
            pass

    def report(self):
        kind, value = ending()
        if kind is None or self.is_done or value is self.before:
            return
        self.is_done = True
        self.send(getattr(kind, "__name__", str(kind)), describe(value))


def watch(send, writer):
    """Has `send(type, message)` called when an exception ends the program. `writer` returns the thread that sends."""
    import atexit

    one = Watch(send, writer)
    atexit.register(one)
    threads = sys.modules.get("threading")
    # Before the main thread counts as ended, after which pydevd may close the connection; from Python 3.9 on.
    register = getattr(threads, "_register_atexit", None)
    if register is not None:
        try:
            register(one)
        except RuntimeError:
            pass  # it ends already
