"""Variables of several frames and kinds, to be given other values: PORT SIDE."""

import sys

LIMIT = 5


class Thing(object):
    """With an attribute that takes what it likes."""

    def __init__(self):
        self.size = 1
        self._level = 0

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        if value < 0:
            raise ValueError("no negative level")
        self._level = min(value, 10)


def inner(number):
    local = number
    local = local + 1  # marker: inner
    return local + LIMIT


def outer():
    total = 10
    enclosed = 3
    thing = Thing()
    table = {"k": [1, 2]}

    def closure():
        return enclosed

    result = inner(4)
    parts = [result, total, enclosed, closure(), thing.size, thing.level, table["k"][1], LIMIT]
    print("parts %s" % ",".join(str(part) for part in parts))


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    outer()  # marker: entry


if __name__ == "__main__":
    main()
