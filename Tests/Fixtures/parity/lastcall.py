"""Calls settrace at the end of a function, in one line and in several: PORT SIDE one|several|twice."""
import sys
import time

if sys.argv[2] == "pydevd":
    from pydevd import settrace
else:
    from pydevd_pycharm import settrace


def connect(port):
    settrace("127.0.0.1", port=port)  # marker: one


def connect_long(port):
    settrace(  # marker: first
        "127.0.0.1",
        port=port,
    )  # marker: last


def main():
    port = int(sys.argv[1])
    if sys.argv[3] == "twice":
        for _ in range(2):
            connect(port)
            print("again")  # marker: again
            time.sleep(0.5)
        return
    if sys.argv[3] == "one":
        connect(port)  # marker: call
    else:
        connect_long(port)  # marker: long call
    total = 1  # marker: after
    total += 1  # marker: next
    print("total", total)


main()
