"""Two threads that take two locks, each in the other order, and wait for ever."""
import os
import sys
import threading
import time

import pydevd

left = threading.Lock()
right = threading.Lock()
both = threading.Barrier(2)


def first():
    with left:
        both.wait()
        with right:  # marker: first-waits
            pass


def second():
    with right:
        both.wait()
        with left:  # marker: second-waits
            pass


def main():
    pydevd.settrace("127.0.0.1", True, True, int(sys.argv[1]))
    for work in (first, second):  # marker: entry
        threading.Thread(target=work, name=work.__name__, daemon=True).start()
    time.sleep(1)
    print("stuck")
    time.sleep(60)
    os._exit(3)


main()
