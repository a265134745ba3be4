"""A program whose expressions never end, and which says when it is free: PORT SIDE main|other."""

import sys
import threading


def loop():
    while True:
        pass


class Loops(object):
    def __repr__(self):
        loop()


def work():
    loops = Loops()
    last = 1  # marker: stop
    last = 2
    return loops, last


def main():
    port, side, where = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    if side == "pydevd":
        import pydevd
    else:
        import pydevd_pycharm as pydevd
    pydevd.settrace("127.0.0.1", True, True, port)
    if where == "main":  # marker: entry
        work()
    else:
        other = threading.Thread(target=work)
        other.start()
        other.join()
    print("free")


if __name__ == "__main__":
    main()
