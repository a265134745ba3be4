"""Compares the source files of a process with the code that it runs."""

import os
import sys
import time
import types
import warnings
import zlib

from dialback_frames import all_frames

# No source file is longer.
LIMIT = 64 << 20


def describe(file, has_reloaded=False):
    """Returns length and checksum of a file, and 1 where the process runs an older version of it: `[12 300286872 0]`.

    After a reload functions run this version and frames an older one: the identities of those frames follow.
    Returns `[]` where the file can't be read.
    """
    if str is bytes and not isinstance(file, str):
        file = file.encode(sys.getfilesystemencoding() or "utf-8")
    try:
        with open(file, "rb") as stream:
            data = stream.read(LIMIT)
        newer, frames = False, []
        if os.stat(file).st_mtime > started():
            newer, frames = what_is_old(file, data, has_reloaded)
    except (IOError, OSError, ValueError):
        return "[]"
    text = data.replace(b"\r\n", b"\n")
    numbers = [len(text), zlib.adler32(text) & 0xFFFFFFFF, int(newer)] + frames
    return "[" + " ".join([str(number) for number in numbers]) + "]"


def started():
    """Returns when the process began, or when it was asked first where the system does not say."""
    try:
        with open("/proc/self/stat", "rb") as stream:
            ticks = int(stream.read().rpartition(b")")[2].split()[19])
        return time.time() - (since_boot() - ticks / float(os.sysconf("SC_CLK_TCK")))
    except Exception:
        return sys.modules["_pydevd_bundle.pydevd_constants"].__dict__.setdefault("_dialback_began", time.time())


def since_boot():
    """Returns seconds by the clock that the start of a process is counted on."""
    # CLOCK_BOOTTIME of Linux; /proc/uptime may be that of a container.
    if hasattr(time, "clock_gettime"):
        return time.clock_gettime(7)
    with open("/proc/uptime") as stream:
        return float(stream.read().split()[0])


def what_is_old(file, data, has_reloaded):
    """Returns whether code that the process has is not of this version of a file, and the frames that alone are not.

    Only code that is still referenced is known: functions of the modules and of the frames of the threads. A module's own code is
    run once, and no reload gives it another.
    """
    functions, frames = list(code_of_modules(file)), frames_of(file)
    if not functions and not frames:
        return False, []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = compile(data, file, "exec", 0, True)
    except Exception:
        # A text with an error in it never ran.
        return True, []
    fresh = {}
    for code in nested(module):
        fresh.setdefault((code.co_name, code.co_firstlineno), []).append(code)

    def is_old(code):
        return not all(
            any(is_alike(inner, other) for other in fresh.get((inner.co_name, inner.co_firstlineno), ()))
            for inner in nested(code)
        )

    old = [id(frame) for frame in frames if is_old(frame.f_code)]
    if [code for code in set(functions) if is_old(code)]:
        return True, []
    return (False, old) if has_reloaded and functions else (bool(old), [])


def nested(code):
    """Yields a code object and all that are in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            for inner in nested(constant):
                yield inner


def is_alike(code, other):
    """Returns whether code that runs was compiled from the text of the other."""
    import dis

    if [line for _, line in dis.findlinestarts(code)] != [line for _, line in dis.findlinestarts(other)]:
        return False
    if code.co_varnames != other.co_varnames:
        return False
    count, names = len(other.co_consts), len(other.co_names)
    if code.co_names[:names] != other.co_names or plain(code.co_consts[:count]) != plain(other.co_consts):
        return False
    # pydevd puts instructions, names and constants of its own into frames (`pydevd_modify_bytecode.py`).
    return len(code.co_code) != len(other.co_code) or code.co_code == other.co_code


def plain(constants):
    """Returns constants in a form in which 1, 1.0 and True differ, without the code among them."""
    return [repr(constant) for constant in constants if not isinstance(constant, types.CodeType)]


def frames_of(file):
    """Returns the frames of all threads that run code of a file."""
    return [frame for frame in all_frames() if is_of(frame.f_code, file) and is_plain(frame.f_globals)]


def code_of_modules(file):
    """Yields the code of a file that functions of modules have."""
    base = os.path.splitext(os.path.basename(file))[0]
    for module in list(sys.modules.values()):
        try:
            names = vars(module)
            path = names.get("__file__")
        except Exception:
            continue
        # A module's file may be the compiled one; a package's is `__init__`.
        if type(path) is not str or os.path.splitext(os.path.basename(path))[0] != base or not is_plain(names):
            continue
        for value in list(names.values()):
            for code in code_of(value, 0):
                if is_of(code, file):
                    yield code


def code_of(value, depth):
    """Yields the code of a function, or of the methods of a class, without a look through what the program defines."""
    kind = type(value)
    if kind is types.FunctionType:
        yield value.__code__
        value = value.__dict__.get("__wrapped__")
        if value is not None and depth < 5:
            for code in code_of(value, depth + 1):
                yield code
    elif kind in (staticmethod, classmethod):
        bound = value.__get__(None, int)
        for code in code_of(bound.__func__ if kind is classmethod else bound, depth + 1):
            yield code
    elif kind is property:
        for each in (value.fget, value.fset, value.fdel):
            for code in code_of(each, depth + 1):
                yield code
    elif issubclass(kind, CLASSES) and depth < 5:
        members = type.__getattribute__(value, "__dict__") if issubclass(kind, type) else vars(value)
        for member in list(members.values()):
            for code in code_of(member, depth + 1):
                yield code


CLASSES = (type,) if str is not bytes else (type, types.ClassType)


def is_plain(names):
    """Returns whether a module was compiled as it is written: some loaders, such as that of pytest, rewrite it."""
    return type(names.get("__loader__")).__name__ in ("NoneType", "SourceFileLoader")


def is_of(code, file):
    """Returns whether code was compiled from a file, whose name in the code may be relative."""
    name = code.co_filename
    if name == file:
        return True
    if os.path.basename(name) != os.path.basename(file):
        return False
    try:
        return os.path.samefile(name, file)
    except (OSError, AttributeError):
        # A relative name whose folder is not the present one any more.
        return not os.path.isabs(name) and file.endswith(os.sep + name)
