"""Looks at expressions of breakpoints with the compiler of the process that evaluates them."""

import sys


def problem(expressions):
    """Returns `[N message]` for the first expression that is none, by its place in the list; `[]` where all are fine."""
    for index, expression in enumerate(expressions):
        try:
            compile(expression.strip(), "<breakpoint>", "eval")
        except Exception:
            error = sys.exc_info()[1]
            return "[%d %s]" % (index, getattr(error, "msg", None) or error)
    return "[]"


def install():
    """Keeps this module with pydevd's own package, away from the names of the program."""
    __import__("_pydevd_bundle").dialback_syntax = loaded_modules[__name__]  # noqa: F821, from the loader
