"""Texts of values: `repr()` as the program itself would get it, no longer than can be shown."""

import collections
import itertools
import sys

IS_PYTHON_3 = sys.version_info[0] > 2
MOST = 1000  # characters of a text
HEAP_TYPE = 1 << 9  # Py_TPFLAGS_HEAPTYPE: a class that Python code has made

BYTES, TEXT = type(b""), type(u"")
STRINGS = (str, BYTES, TEXT)
CONTAINERS = (list, tuple, dict, set, frozenset)
SIZED = CONTAINERS + (collections.deque, collections.defaultdict, collections.OrderedDict)
ARRAY_MODULES = ("numpy", "pandas", "torch", "tensorflow", "xarray", "polars")


def find_simple_types():
    """Returns the types whose text runs no code of the program."""
    function, builtin_function = type(find_simple_types), type(len)
    found = [type(None), bool, int, float, complex, type, type(Ellipsis), type(NotImplemented), type(sys)]
    found += STRINGS
    found += [function, builtin_function, type(function.__code__), type(object.__init__), type(len.__call__)]
    found += [type("".join), type(Exception.args), type(x for x in ()), type(function.__get__)]
    found.append(range if IS_PYTHON_3 else xrange)  # noqa: F821
    # `str()` of a bytearray, which pydevd shows, is another text on Python 2.
    found.append(bytearray if IS_PYTHON_3 else long)  # noqa: F821
    return frozenset(found)


SIMPLE = find_simple_types()
plain_types = {}


def is_plain(kind):
    """Returns whether objects of a class have the usual text, `<x.Y object at 0x...>`, and run nothing of their own."""
    known = plain_types.get(kind)
    if known is None:
        try:
            known = (
                type(kind) is type
                and kind.__repr__ is object.__repr__
                and kind.__str__ is object.__str__
                and kind.__getattribute__ is object.__getattribute__
                and not hasattr(kind, "__getattr__")
                and not any("__class__" in base.__dict__ for base in kind.__mro__ if base is not object)
            )
        except Exception:
            known = False
        if len(plain_types) < 5000:
            plain_types[kind] = known
    return known


def is_harmless(value):
    """Returns whether the text of a value runs no code of the program."""
    kind = type(value)
    if kind in SIMPLE or is_plain(kind):
        return True
    return kind in CONTAINERS and harmless_room(value, SHOWN + QUICKLY_SHOWN, ()) >= 0


SHOWN = MOST // 2 + 1  # items of a container that its text can have: each takes two characters or more
QUICKLY_SHOWN = 300  # items of a container whose whole text takes no time


def harmless_room(value, room, outer):
    """Returns how many more items may be looked at; -1 where one runs code, or they are too many.

    Of a container those count that `bounded` makes the text of.
    """
    outer += (id(value),)
    if len(outer) > 6:
        return -1
    try:
        if type(value) is dict:
            items = []
            for pair in itertools.islice(iter(value.items()), SHOWN):
                items += pair
        else:
            items = list(itertools.islice(iter(value), SHOWN))
    except RuntimeError:
        # Another thread changes it.
        return -1
    room -= min(len(value), SHOWN)
    for item in items:
        kind = type(item)
        if kind in SIMPLE or is_plain(kind) or id(item) in outer:
            continue
        room = harmless_room(item, room, outer) if kind in CONTAINERS and room >= 0 else -1
        if room < 0:
            break
    return room


def bounded(value, room, outer=()):
    """Returns the `repr()` of a value. Of a built-in container it makes no more items than can be shown."""
    kind = type(value)
    if kind in STRINGS and len(value) > room:
        return repr(value[:room])
    if kind not in CONTAINERS:
        text = repr(value)
        return text if len(text) <= room else text[: room + 1]
    if id(value) in outer or len(outer) > 50:
        return {list: "[...]", tuple: "(...)", dict: "{...}"}.get(kind, "...")
    if not value:
        return repr(value)
    outer += (id(value),)
    parts, length = [], 0
    for item in list(itertools.islice(iter(value.items()) if kind is dict else iter(value), room // 2 + 1)):
        if kind is dict:
            key = bounded(item[0], room - length, outer)
            part = key + ": " + bounded(item[1], max(room - length - len(key), 0), outer)
        else:
            part = bounded(item, room - length, outer)
        parts.append(part)
        length += len(part) + 2
        if length > room:
            break
    first, last = brackets(kind, len(value))
    return first + ", ".join(parts) + last


def brackets(kind, count):
    if kind is list:
        return "[", "]"
    if kind is tuple:
        return "(", ",)" if count == 1 else ")"
    if kind is dict:
        return "{", "}"
    if not IS_PYTHON_3:
        return kind.__name__ + "([", "])"
    return ("{", "}") if kind is set else ("frozenset({", "})")


def type_name(value):
    kind = type(value)
    if kind.__name__ == "instance" and not IS_PYTHON_3:
        kind = value.__class__  # of an old-style class
    return kind.__name__


def describe_error(error):
    name = type(error).__name__
    try:
        text = str(error)
    except BaseException:
        return name
    return "%s: %s" % (name, text) if text else name


def is_array(value):
    return str(type(value).__module__).split(".")[0] in ARRAY_MODULES


def measures(value):
    """Returns the shape of an array and the type of its elements, or the length of a container; None where there is none."""
    if type(value) in SIZED:
        return "%d" % len(value), None
    if not is_array(value):
        return None, None
    shape = getattr(value, "shape", None)
    if shape is None:
        return None, None
    kept = getattr(value, "dtype", None)
    return str(tuple(shape)), str(kept) if shape and kept is not None else None


def held_lock(value):
    """Returns the name of a lock among the value's own attributes that another thread holds.

    On a thread that cannot be interrupted, a `repr()` that takes it would not come back.
    """
    try:
        attributes = object.__getattribute__(value, "__dict__")
    except Exception:
        return None
    if type(attributes) is not dict:
        return None
    for name, item in list(attributes.items())[:60]:
        kind = type(item)
        if kind.__module__ not in ("_thread", "thread", "threading"):
            continue
        if is_held(item):
            return name
    return None


def is_held(lock):
    """Returns whether taking a lock, a re-entrant lock or a condition would wait."""
    while lock is not None:
        if hasattr(lock, "_is_owned") and lock._is_owned():
            return False
        inner = lock
        for name in ("_lock", "_Condition__lock", "_RLock__block", "_block"):
            inner = getattr(lock, name, inner)
        if inner is lock:
            break
        lock = inner
    if hasattr(lock, "locked"):
        return lock.locked()
    return repr(lock).startswith("<locked ")
