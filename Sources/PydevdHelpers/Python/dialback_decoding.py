"""Sources as text."""

import re

MARK = bytes(bytearray([0xEF, 0xBB, 0xBF]))
COOKIE = re.compile("[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)")
EMPTY = re.compile("[ \t\f]*(#|\r?$)")
LINE_END = bytes(bytearray([10]))


def decode(data):
    """Returns the text by PEP 263; without a cookie what is no UTF-8 is Latin-1, in which every byte is something."""
    if data.startswith(MARK):
        return data[3:].decode("utf-8", "replace")
    for line in data.split(LINE_END)[:2]:
        line = line.decode("latin-1")
        cookie = COOKIE.match(line)
        if cookie:
            try:
                return data.decode(str(cookie.group(1)))
            except (LookupError, ValueError):
                break
        if not EMPTY.match(line):
            break
    try:
        return data.decode("utf-8")
    except ValueError:
        return data.decode("latin-1")
