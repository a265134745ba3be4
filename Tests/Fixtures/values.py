"""Values of many kinds, some unpleasant to look at: PORT SIDE."""

import sys
import time


class Slow:
    """Takes its time to say what it is."""

    def __repr__(self):
        time.sleep(2)
        return "<Slow at last>"


class Broken:
    """Cannot say what it is."""

    def __repr__(self):
        raise ValueError("no words for it")


class Node:
    """A tree of names."""

    def __init__(self, name, *children):
        self.name = name
        self.children = list(children)


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    numbers = list(range(100_000))  # marker: entry
    text = "tab\there, 東京タワー, e\u0301, 👩‍👩‍👧, \u202eright to left"
    nested = {"keys": {"ключ": [1, 2, (3, 4)]}, "tree": Node("root", Node("left"), Node("right"))}
    long = "x" * 50_000
    broken = Broken()
    plain = 41
    plain += 1  # marker: values
    slow = Slow()
    size = len(numbers) + len(text) + len(nested) + len(long) + plain  # marker: slow
    print("the size is", size, broken.__class__.__name__, slow.__class__.__name__)  # marker: after
    return 0


if __name__ == "__main__":
    sys.exit(main())
