"""Tells the front end of the exception that ends the program."""

import sys

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


class Watch(object):
    """Sends the exception once, while the interpreter ends."""

    def __init__(self, send):
        self.send, self.before, self.is_done = send, getattr(sys, "last_value", None), False

    def __call__(self):
        kind, value = ending()
        if kind is None or self.is_done or value is self.before:
            return
        self.is_done = True
        try:
            self.send(getattr(kind, "__name__", str(kind)), describe(value))
        except Exception:
            pass


def watch(send):
    """Has `send(type, message)` called when an exception ends the program."""
    import atexit

    one = Watch(send)
    atexit.register(one)
    threads = sys.modules.get("threading")
    # Before the main thread counts as ended, after which pydevd may close the connection; from Python 3.9 on.
    register = getattr(threads, "_register_atexit", None)
    if register is not None:
        try:
            register(one)
        except RuntimeError:
            pass  # it ends already
