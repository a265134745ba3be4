"""Calls settrace twice, with work between and after."""
import sys
import time

import pydevd

PORT = int(sys.argv[1])


def work(round):
    total = round * 2  # marker: work
    return total


def main():
    pydevd.settrace("127.0.0.1", True, True, PORT)
    first = work(1)  # marker: first
    print("between %d" % first)
    time.sleep(1)
    work(2)
    pydevd.settrace("127.0.0.1", True, True, PORT)
    second = work(3)  # marker: second
    print("after %d" % second)


main()
print("done")
