"""Big, deep and slow values: PORT."""

import sys
import time


class Sleeper(object):
    def __repr__(self):
        time.sleep(30)
        return "awake"


class Raiser(object):
    def __repr__(self):
        raise ValueError("no words")


class Printer(object):
    def __repr__(self):
        print("a repr prints")
        return "printed"


class Blocker(object):
    size = 1

    @property
    def blocked(self):
        time.sleep(30)


class Node(object):
    def __init__(self, inner):
        self.inner = inner


def connect():
    try:
        from pydevd_pycharm import settrace
    except ImportError:
        from pydevd import settrace
    return settrace


def main():
    settrace = connect()
    settrace("127.0.0.1", True, True, int(sys.argv[1]))
    before = 1
    big = dict((number, str(number)) for number in range(100000))
    deep = None
    for _ in range(500):
        deep = Node(deep)
    million = list(range(1000000))
    text = "x" * 50000000
    sleeper, raiser, printer, blocker = Sleeper(), Raiser(), Printer(), Blocker()
    small = [1, 2, 3]
    after = 2  # looked at
    before += after
    return before, big, deep, million, text, sleeper, raiser, printer, blocker, small


main()
