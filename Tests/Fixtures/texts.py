# -*- coding: utf-8 -*-
"""Values that are long, invisible, or changed only in part: PORT SIDE. Writes the `repr()` of each to `reprs.txt`."""

import io
import sys


class Deaf(dict):
    """Takes no item."""

    def __setitem__(self, key, value):
        pass


class Bounded(object):
    """Takes no level above ten."""

    def __init__(self):
        self._level = 10

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        self._level = min(value, 10)


class Sly(object):
    """Looks like a number."""

    def __repr__(self):
        return "5"


def write(values):
    with io.open("reprs.txt", "w", encoding="utf-8") as stream:
        for name in sorted(values):
            stream.write(u"%s %s\n" % (name, repr(values[name])))


def work():
    a_sql = "SELECT " + ", ".join("column_%d" % number for number in range(120)) + " FROM t"
    b_numbers = list(range(300))
    c_sly = [Sly()]
    d_small = {"a": [1, 2.5, None, "it's"]}
    control = "q\x07\x1b[31mz\x00\x7f"
    invisible = u"a\u200bb\u00a0c\u202ed\u2028e\ufeff\u00ad\U000e0041"
    printable = u"日本 é\u0301 \U0001f600 \\u0041 'x'"
    deaf, bounded = Deaf(a=1), Bounded()
    write(dict(locals()))
    a_sql = a_sql + ""  # marker: texts
    print("length %d %r %r %r" % (len(a_sql), d_small, deaf, bounded.level))


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    work()  # marker: entry


if __name__ == "__main__":
    main()
