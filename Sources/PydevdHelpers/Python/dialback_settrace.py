"""Calls of `settrace` in the source of a stopped frame."""

import linecache


def ends_settrace(file, line):
    """Reports whether a call of `settrace` ends on a line.

    Pythons before 3.8 are on its last line when it returns, later ones on its first.
    """

    def text_of(first, end):
        return "".join([linecache.getline(file, number) for number in range(first, end)])

    for first in range(line, max(0, line - 15), -1):
        text = text_of(first, line + 1)
        if "settrace(" in text:
            before = text_of(first, line)
            return first == line or (text.count("(") == text.count(")") and before.count("(") > before.count(")"))
    return False
