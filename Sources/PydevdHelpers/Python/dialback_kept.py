"""Values that are remembered under a number: of several that are under way each has its own."""

import sys

MOST = 16  # the newest ones


def keep(value, number):
    """Remembers a value, and returns it."""
    home = sys.modules["_pydevd_bundle.pydevd_constants"].__dict__
    values = home.setdefault("_dialback_values", {})
    while len(values) >= MOST:
        del values[min(values)]
    values[number] = value
    return value


def take(number, otherwise=None):
    """Returns what was remembered, and forgets it."""
    home = sys.modules["_pydevd_bundle.pydevd_constants"].__dict__
    return home.get("_dialback_values", {}).pop(number, otherwise)


def is_kept(value, number):
    """Returns `yes` where a value is the remembered one, which is forgotten, and `no` where it isn't."""
    return "yes" if take(number, take) is value else "no"
