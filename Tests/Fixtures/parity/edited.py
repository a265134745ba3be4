"""Dials PORT, and prints the line on which its loop adds."""
import inspect
import sys


def place():
    return inspect.currentframe().f_back.f_lineno


def work(items):
    total = 0
    for item in items:
        total += item; line = place()  # marker: add
    print("added on line", line)
    return total


def main(port, side):
    if side == "pydevd":
        from pydevd import settrace
    else:
        from pydevd_pycharm import settrace
    settrace("127.0.0.1", False, False, port)
    return work([1, 2, 3])


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
