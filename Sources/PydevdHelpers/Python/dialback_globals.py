"""Variables of a frame's module."""

from dialback_frames import frame_of


def place_of(ident, name):
    """Returns where a name of a frame is: `local`, `global` or `none`."""
    frame = frame_of(ident)
    if frame is None:
        return "local"
    code = frame.f_code
    if name in code.co_varnames + code.co_cellvars + code.co_freevars:
        return "local"
    if frame.f_locals is not frame.f_globals and name in frame.f_locals:
        return "local"
    return "global" if name in frame.f_globals else "none"


def assign(ident, name, value):
    """Gives a variable of the frame's module a value, and returns that."""
    frame_of(ident).f_globals[name] = value
    return value
