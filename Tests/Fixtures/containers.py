"""Containers of all kinds, and a look at what is left behind by whoever looks at them: PORT SIDE."""

import collections
import gc
import sys


class Thing(object):
    """An object with attributes of several kinds."""

    kind = "thing"

    def __init__(self, depth):
        self.depth = depth
        self.inner = Thing(depth - 1) if depth else None
        self._hidden = [depth]

    @property
    def doubled(self):
        return self.depth * 2


def twice(number):
    return number * 2


def left_behind(names, thing):
    """The names of a frame, and how often its objects are referred to."""
    gc.collect()
    count = sum(1 for item in gc.get_objects() if type(item) is Thing)
    return sorted(names), sys.getrefcount(thing), len(gc.get_referrers(thing)), count


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    before = after = same = None  # marker: entry
    numbers = list(range(1000))
    words = collections.OrderedDict(("k%d" % n, n) for n in range(1000))
    unordered = set(range(1000, 2000))
    odd = {(1, 2): "pair", None: "none", "tab\there": "tab", 1.5: {"in": [1, [2, 3]]}, True: "yes"}
    queue = collections.deque(range(300))
    lazy = (n for n in range(5))
    thing = Thing(3)
    before = left_behind(dir(), thing)
    numbers[0] = 0  # marker: values
    after = left_behind(dir(), thing)
    same = before == after
    print("nothing left behind: %s" % same if same else "left behind: %s and %s" % (before, after))
    result = twice(4)  # marker: call
    result += 1  # marker: returned
    print(result, len(words), len(unordered), len(odd), len(queue), next(lazy))


if __name__ == "__main__":
    main()
