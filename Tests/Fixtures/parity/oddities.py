"""Values that fail when somebody looks at them or into them."""
import sys


class Slotted(object):
    __slots__ = ("given", "missing")

    def __init__(self):
        self.given = 1


class BadLength(list):
    def __len__(self):
        raise ValueError("no length")


class BadNames(object):
    def __dir__(self):
        raise ValueError("no names")


class Flags(set):
    pass


class Frozen(frozenset):
    limit = 3


class Row(list):
    pass


# Names of the program's own, which mean something else to everybody.
id, isinstance, frozenset = "42", None, None


def main():
    number = 7
    slotted = Slotted()
    short = BadLength([1, 2])
    nameless = BadNames()
    members = {None, 1, 2.5, "two"}
    flags = Flags([1, ("left", "right")])
    frozen = Frozen([1])
    row = Row([3, 4])
    counts = {9805984: "nine", ("a", 1): "pair"}
    result = type("Kept", (), {})()
    result.result = 5
    name = "no-\udce4-utf8"
    names = [name, "plain"]
    text = "ascii"
    print(number, slotted, nameless, members, flags, frozen, row, counts, names, text, sys.argv)  # marker: odd
    print(ascii(text), short is None)


main()
