"""A value whose text waits for a lock that another thread holds, which stops with all: PORT SIDE main|other."""

import sys
import threading
import time

lock = threading.Lock()
is_held = threading.Event()


class Waits(object):
    def __repr__(self):
        with lock:
            return "Waits()"


def hold():
    with lock:
        is_held.set()
        for _ in range(150):
            time.sleep(0.01)


def work():
    is_held.wait()
    waits = Waits()
    last = 1  # marker: stop
    return waits, last


def main():
    port, side, where = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    if side == "pydevd":
        import pydevd
    else:
        import pydevd_pycharm as pydevd
    pydevd.settrace("127.0.0.1", True, True, port)
    holder = threading.Thread(target=hold)  # marker: entry
    holder.start()
    if where == "main":
        work()
    else:
        other = threading.Thread(target=work)
        other.start()
        other.join()
    holder.join()
    print("free")


if __name__ == "__main__":
    main()
