"""The process, in a few words, and what is installed in it at its first stop."""

import os
import sys

from dialback_exit import install


def describe(ends_settrace):
    """Installs the exit handlers, and returns what the debugger has to know of the process, with blanks between.

    Python's version, the parent's pid, and 1 or 0 for: the output is redirected; children that it forks are lost; pydevd's compiled
    part is in use; it traces by `sys.monitoring`; messages leave at once; the stop is at the end of a call of `settrace`.
    """
    hurries = install()
    marks = (is_redirected(), loses_children(), is_compiled(), is_monitored(), hurries, ends_settrace)
    version = ".".join([str(number) for number in sys.version_info[:3]])
    parent = getattr(os, "getppid", int)()
    return " ".join([version, str(parent)] + [str(int(bool(mark))) for mark in marks])


def is_redirected():
    return hasattr(sys.stdout, "_redirect_to")


def loses_children():
    """What `pydev_monkey.py`, `patch_new_process_functions`, puts in is a function of that module."""
    module = getattr(getattr(os, "fork", None), "__module__", "") or ""
    return "multiprocessing.process" in sys.modules and not module.endswith("pydev_monkey")


def is_compiled():
    return bool([name for name in list(sys.modules) if name.endswith("pydevd_cython")])


def is_monitored():
    monitoring = getattr(sys, "monitoring", None)
    return monitoring is not None and bool([tool for tool in range(6) if monitoring.get_tool(tool) is not None])
