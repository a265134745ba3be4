"""Says why a thread stopped, where the message of the stop leaves it open."""

import os
import sys

CALLS = {"settrace": "settrace", "breakpoint": "breakpoint", "breakpointhook": "breakpoint"}


def origin(frame_id, file, others, is_first, is_pause=False):
    """Returns why a thread stopped on a line where no breakpoint was set under the name of the file.

    `=N`: the Nth of the other files is this one, and a breakpoint on that line of it was hit. `entry`: the call of `settrace`
    that connected the process. Else the function that the program called to stop: `settrace` or `breakpoint`; nothing where it is
    a pause, which old releases report alike.
    """
    for index, other in enumerate(others):
        if real(other) == real(file):
            return "[=%d]" % index
    if is_first and not connects_without_a_stop():
        return "[entry]"
    return "[%s]" % called(found(frame_id), "" if is_pause else "settrace")


def real(file):
    if str is bytes and not isinstance(file, bytes):
        file = file.encode(sys.getfilesystemencoding() or "utf-8")
    return os.path.normcase(os.path.realpath(file))


def connects_without_a_stop():
    """Returns whether pydevd connected the process itself: it started the program, or patched the start of this child."""
    for name in ("pydevd", "__main__"):
        module = sys.modules.get(name)
        setup = getattr(getattr(module, "SetupHolder", None), "setup", None)
        if setup:
            return bool(setup.get("file") or setup.get("ppid") or getattr(module, "forked", False))
    return False


def found(frame_id):
    frame = sys._getframe()
    while frame is not None and id(frame) != frame_id:
        frame = frame.f_back
    return frame


def called(frame, otherwise="settrace"):
    """Returns the function that stopped a frame: of those that its code names, the last one before the present instruction."""
    if frame is None:
        return otherwise
    names = loads(frame.f_code)
    before = [name for offset, name in names if offset <= frame.f_lasti]
    found_calls = calls(before)
    for name in [] if found_calls else before[::-1]:
        # The function that called it may have ended.
        code = getattr(frame.f_locals.get(name, frame.f_globals.get(name)), "__code__", None)
        found_calls = found_calls or calls([name for _, name in loads(code)] if code is not None else [])
    # Else the call is at the end of a loop.
    found_calls = found_calls or calls([name for _, name in names])
    return found_calls[-1] if found_calls else otherwise


def calls(names):
    return [CALLS[name] for name in names if name in CALLS]


def loads(code):
    """Returns the names that code uses, with the offsets of the instructions."""
    try:
        from dis import get_instructions
    except ImportError:
        return [(0, name) for name in code.co_names]
    found = []
    for one in get_instructions(code):
        if "LOAD_" in one.opname and one.opname != "LOAD_CONST":
            # From 3.13 on an instruction may have two names.
            found += [(one.offset, name) for name in (one.argval if isinstance(one.argval, tuple) else (one.argval,))]
    return found


def install():
    """Keeps this module with pydevd's own package, away from the names of the program."""
    __import__("_pydevd_bundle").dialback_stops = loaded_modules[__name__]  # noqa: F821, from the loader
