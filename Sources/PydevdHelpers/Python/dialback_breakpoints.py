"""Checks breakpoints in the process that hits them: the condition, the count of hits, the log expression."""

import itertools
import sys
import traceback

MARK = "dialback"  # begins the payloads of 136 that come from here
codes = {}  # expression -> its code
counters = {}  # key of a breakpoint -> its hits
reported = {}  # key of a breakpoint -> the error that was reported last


def check(key, condition, is_due, log, names, local_names):
    """Returns whether a breakpoint stops its thread on this pass.

    As in pdb, only the passes count where the condition holds, and a condition that raises stops whatever the count is.
    A breakpoint with a log expression writes the value and never stops.

    `key` differs each time that the breakpoint is sent. `is_due` takes the number of the hit; `None` means every hit.
    """
    try:
        if condition is not None and not value(condition, names, local_names):
            return False
    except BaseException:
        if log is None:
            reported.pop(key, None)  # each stop is explained
        report(key, "condition")
        return log is None
    if is_due is not None and not is_due(next(counters.setdefault(key, itertools.count(1)))):
        return False
    if log is None:
        return True
    write(text(key, log, names, local_names))
    return False


def text(key, log, names, local_names):
    """Returns the value of a log expression as text, which is empty where it raises."""
    try:
        result = value(log, names, local_names)
        if str is bytes and isinstance(result, type(u"")):
            return result.encode("utf-8")
        return str(result)
    except BaseException:
        report(key, "log")
        return ""


def value(expression, names, local_names):
    if expression not in codes:
        codes[expression] = compile(expression.strip(), "<breakpoint>", "eval")
    return eval(codes[expression], names, local_names)


def report(key, part):
    """Reports the current exception, once until it is another one."""
    error = traceback.format_exception_only(*sys.exc_info()[:2])[-1].strip()
    if reported.get(key) == error:
        return
    reported[key] = error
    debugger = connected()
    message = "\t".join([MARK, key, part, error])
    debugger.writer.add_command(debugger.cmd_factory.make_send_breakpoint_exception_message(0, message))


def write(line):
    """Sends a line of output past the program's own streams."""
    if line:
        debugger = connected()
        debugger.writer.add_command(debugger.cmd_factory.make_io_message(line + "\n", "1"))


def connected():
    """Returns pydevd's debugger, in the module where this release has it."""
    for name in ("_pydevd_bundle.pydevd_constants", "_pydevd_bundle.pydevd_comm"):
        find = getattr(sys.modules.get(name), "get_global_debugger", None)
        if find is not None:
            return find()


def install():
    """Keeps this module with pydevd's own package, away from the names of the program."""
    __import__("_pydevd_bundle").dialback_breakpoints = loaded_modules[__name__]  # noqa: F821, from the loader
