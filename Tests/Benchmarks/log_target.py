"""The loops of the benchmark of log breakpoints: PORT FILE. Their seconds go to the file."""

import sys
import time


def connect():
    try:
        from pydevd_pycharm import settrace
    except ImportError:
        from pydevd import settrace
    return settrace


def printing():
    start = time.time()
    for number in range(10000):
        print("pri %d" % number)
        total = number
    return time.time() - start, total


def logging():
    start = time.time()
    for number in range(10000):
        total = number  # logged
    return time.time() - start, total


settrace = connect()
settrace("127.0.0.1", True, True, int(sys.argv[1]))
first = printing()[0]
second = logging()[0]
with open(sys.argv[2], "w") as file:
    file.write("%f %f" % (first, second))
