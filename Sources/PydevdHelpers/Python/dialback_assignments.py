"""Checks of assignments: no release says whether Python took a value."""

import sys

MOST = 16  # assignments that can be under way


def kept(which):
    home = sys.modules["_pydevd_bundle.pydevd_constants"].__dict__
    values = home.setdefault("_dialback_assignments", {"old": {}, "new": {}})[which]
    while len(values) >= MOST:
        del values[min(values)]
    return values


def keep_old(value, number):
    """Remembers what is there before the assignment of that number."""
    kept("old")[number] = value


def keep_new(value, number):
    """Remembers what is assigned, and returns it."""
    kept("new")[number] = value
    return value


def is_same(one, other):
    if one is other:
        return True
    try:
        if one != one and other != other:
            return True  # neither is a number
    except Exception:
        pass
    try:
        return bool(one == other)
    except Exception:
        return repr(one) == repr(other)  # arrays say it item by item


def outcome(now, number):
    """Returns `still TEXT` where an assignment changed nothing, and `now TEXT` where Python took another value of its type.

    It is an empty text where Python took the value.
    """
    old, new = kept("old").pop(number, kept), kept("new").pop(number, kept)
    if now is new or new is kept or is_same(now, new):
        return ""
    word = "still " if old is not kept and type(now) is type(old) and is_same(now, old) else "now "
    if word == "now " and type(now) is not type(new):
        return ""  # converted, as a list to a column of a table
    text = repr(now)
    return word + (text if len(text) <= 200 else text[:200] + "...")
