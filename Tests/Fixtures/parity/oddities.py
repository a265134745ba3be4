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


def main():
    number = 7
    slotted = Slotted()
    short = BadLength([1, 2])
    nameless = BadNames()
    members = {None, 1, 2.5, "two"}
    result = type("Kept", (), {})()
    result.result = 5
    name = "no-\udce4-utf8"
    names = [name, "plain"]
    text = "ascii"
    print(number, slotted, nameless, members, names, text, sys.argv)  # marker: odd
    print(ascii(text), short is None)


main()
