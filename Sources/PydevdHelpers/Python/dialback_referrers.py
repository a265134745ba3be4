"""What refers to a value, as JSON, without what is the debugger's own."""

import gc
import json
import sys
from itertools import islice

from dialback_frames import all_frames

TEXT = type(u"")
LONGEST = 200  # characters of a value
MOST_KEYS = 5


def shown(value):
    try:
        value = repr(value)
        value = value if isinstance(value, TEXT) else value.decode("utf-8", "replace")
    except Exception as error:
        value = type(error).__name__
    return value if len(value) <= LONGEST else value[: LONGEST - 3] + "..."


def is_debuggers(module):
    return module in (__name__, all_frames.__module__) or (module or "").split(".")[0].startswith(("_pydev", "pydevd", "pydev_"))


def is_internal(frame):
    name = frame.f_globals.get("__name__")
    return not name or is_debuggers(name)


class Search(object):
    """The search for what refers to one value."""

    def __init__(self, value):
        self.identity = id(value)
        frames = all_frames()
        inner = [frame for frame in frames if is_internal(frame)]
        self.hidden = [id(frame.f_locals) for frame in inner]
        own = [frame for frame in frames if not is_internal(frame) and frame.f_locals is not frame.f_globals]
        self.spaces = dict([(id(frame.f_locals), frame) for frame in own])

    def keys(self, mapping):
        """Returns the keys that the value is at, in words."""
        found = [key if isinstance(key, str) else shown(key) for key, one in list(mapping.items()) if id(one) == self.identity]
        return ", ".join(found[:MOST_KEYS])

    def describe(self, referrer):
        """Returns the name of its type, how it refers to the value, and its text; None for what is not shown."""
        kind = type(referrer)
        if id(referrer) in self.hidden or is_debuggers(kind.__module__):
            return None
        if kind.__name__ == "frame":
            return self.describe_frame(referrer)
        if kind is dict:
            return self.describe_dict(referrer)
        if kind in (list, tuple):
            items = enumerate(islice(iter(referrer), 0, 100000))
            places = [str(index) for index, one in items if id(one) == self.identity]
            return [kind.__name__, "item " + ", ".join(places[:MOST_KEYS]), shown(referrer)]
        if kind in (set, frozenset):
            return [kind.__name__, "element", shown(referrer)]
        names = self.attributes(referrer, kind)
        return [kind.__name__, "attribute " + ", ".join(names) if names else "", shown(referrer)]

    def describe_frame(self, frame):
        if is_internal(frame) or frame.f_locals is frame.f_globals or not self.keys(frame.f_locals):
            return None
        return ["frame", "local %s of %s" % (self.keys(frame.f_locals), frame.f_code.co_name), ""]

    def describe_dict(self, mapping):
        if id(mapping) in self.spaces:
            return ["frame", "local %s of %s" % (self.keys(mapping), self.spaces[id(mapping)].f_code.co_name), ""]
        if "__name__" in mapping and "__builtins__" in mapping:
            name = mapping["__name__"]
            # What an evaluation runs in is a copy.
            if is_debuggers(name) or getattr(sys.modules.get(name), "__dict__", None) is not mapping:
                return None
            return ["module", "global %s of %s" % (self.keys(mapping), name), ""]
        for owner in gc.get_referrers(mapping):
            if getattr(owner, "__dict__", None) is mapping:
                if is_debuggers(type(owner).__module__):
                    return None
                return [type(owner).__name__, "attribute " + self.keys(mapping), shown(owner)]
        text = shown(mapping)
        if "_Restore" in text[:40]:
            return None
        if not self.keys(mapping):
            return ["dict", "key", text]
        keys = [shown(key) for key, one in list(mapping.items()) if id(one) == self.identity]
        return ["dict", "value at " + ", ".join(keys[:MOST_KEYS]), text]

    def attributes(self, owner, kind):
        """Returns the attributes of an object that are the value: its slots, else what its namespace has."""
        names = [name for name in dir(kind) if not name.startswith("__")]
        slots = [name for name in names if type(getattr(kind, name, None)).__name__ == "member_descriptor"]
        held = [name for name in slots if id(getattr(owner, name, None)) == self.identity]
        space = getattr(owner, "__dict__", None)
        if held or not isinstance(space, dict):
            return held
        return [name for name, one in space.items() if id(one) == self.identity]


def referrers(value, limit):
    """Returns how many things refer to a value, and the first of them: type, how, text."""
    search = Search(value)
    this = sys._getframe()
    found = []
    referring = gc.get_referrers(value)
    for referrer in referring:
        if referrer is this or referrer is referring:
            continue
        entry = search.describe(referrer)
        if entry is not None and (entry[2] or entry not in found):
            found.append(entry)
    return json.dumps({"count": len(found), "referrers": found[:limit]})
