"""Describes the interpreter that runs it, in one write, and then the pydevd that it can import. Python 2.6 and newer."""

import os
import sys


def has(name):
    try:
        try:
            from importlib.util import find_spec
        except ImportError:
            import imp

            return bool(imp.find_module(name))
        return find_spec(name) is not None
    except Exception:
        return False


def tag():
    """Returns a name for the interpreters that can share compiled extensions with this one."""
    import sysconfig

    abi = sysconfig.get_config_var("SOABI")
    return abi or "python%d%d-%s" % (sys.version_info[0], sys.version_info[1], sysconfig.get_platform())


def say(lines):
    text = "".join([line + "\n" for line in lines])
    os.write(1, os.fsencode(text) if hasattr(os, "fsencode") else text)


def reason():
    """Returns why an import failed, in one line; an empty text where pydevd, or a part of it, is missing."""
    kind, error, trace = sys.exc_info()
    words = " ".join(str(error).split())
    if issubclass(kind, ImportError) and "pydev" in words:
        return ""
    if 'the module "' in words:
        return words[words.index('the module "') :]
    while trace.tb_next is not None:
        trace = trace.tb_next
    return "%s: %s (%s, line %d)" % (kind.__name__, words, trace.tb_frame.f_code.co_filename, trace.tb_lineno)


def say_pydevd():
    """Prints the path of `pydevd.py`, or `!` and the reason why it can't be imported."""
    try:
        import pydevd

        say(["", os.path.abspath(pydevd.__file__).replace(".pyc", ".py")])
    except BaseException:
        text = reason()
        if text:
            say(["", "!" + text])


def describe():
    base = getattr(sys, "base_prefix", getattr(sys, "real_prefix", sys.prefix))
    version = ".".join([str(number) for number in sys.version_info[:3]])
    can_isolate = has("venv") and has("ensurepip")
    say(["dialback-python", sys.executable or "", version, base, tag(), str(has("pip")), str(can_isolate)])


# The folders that are named come first; without any the interpreter describes itself. The current folder is nobody's library.
sys.path[:] = sys.argv[1:] + [path for path in sys.path if path]
if not sys.argv[1:]:
    describe()
say_pydevd()
