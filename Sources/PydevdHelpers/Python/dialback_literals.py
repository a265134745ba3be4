"""Texts of values that Python reads back: one to be changed in a prompt, and a whole one to be copied."""

MOST_CHARACTERS = 10000
MOST_ITEMS = 1000
MOST_LEVELS = 30

TEXT = type(u"")
SIMPLE = (type(None), bool, int, type(1 << 70), str, type(b""), TEXT)
CONTAINERS = (list, tuple, dict, set)


def items_of(value):
    return [part for item in value.items() for part in item] if type(value) is dict else list(value)


def room_left(value, room, level):
    """Returns how many items more may follow a value; -1 where no literal makes it."""
    kind = type(value)
    if kind is float:
        return room if value - value == 0 else -1  # neither infinite nor not a number
    if kind in SIMPLE:
        return room
    # The text of an empty set is a call, and an item of another class may have any text.
    if kind not in CONTAINERS or kind is set and not value or level > MOST_LEVELS:
        return -1
    room -= len(value)
    for item in items_of(value) if room >= 0 else ():
        room = room_left(item, room, level + 1)
        if room < 0:
            break
    return room


def literal(value):
    """Returns a text that evaluates to a value of the same types that is equal, or an empty one where there is none."""
    try:
        if isinstance(value, (str, type(b""), TEXT)) and len(value) > MOST_CHARACTERS:
            return ""
        text = repr(value) if room_left(value, MOST_ITEMS, 0) >= 0 else ""
    except Exception:
        return ""  # another thread changes it, or an integer has too many digits
    return text if len(text) <= MOST_CHARACTERS else ""


def whole(value, limit):
    """Returns the `repr()` of a value behind its length, cut at `limit` characters."""
    text = repr(value)
    if not isinstance(text, TEXT):
        text = text.decode("utf-8", "replace")
    return TEXT(len(text)) + u" " + text[:limit]
