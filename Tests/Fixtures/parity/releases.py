# -*- coding: utf-8 -*-
"""What every release of the Python side has to show, on every Python from 2.7 on: PORT SIDE MODE."""
from __future__ import print_function

import os
import subprocess
import sys
import threading
import time


def side():
    """The function that dials back."""
    if sys.argv[2] == "pydevd":
        import pydevd

        return pydevd.settrace
    import pydevd_pycharm

    return pydevd_pycharm.settrace


class Thing(object):
    """With attributes."""

    def __init__(self):
        self.size = 3
        self.inner = {"a": [1, 2]}


class Trouble(Exception):
    """What is raised here."""


def square(number):
    result = number * number  # marker: square
    return result  # marker: square-return


def risky(level):
    if level > 1:
        raise Trouble("level %d" % level)  # marker: raise
    return level


def steps():
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    first = square(2)  # marker: entry-steps
    second = first + 1  # marker: second
    third = square(second)  # marker: third
    print("steps", first, second, third)  # marker: print


def loop():
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    total = 0  # marker: entry-loop
    for index in range(20):
        total += index  # marker: loop
    print("loop", total)  # marker: after


def values():
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    number, real, text = 7, 1.5, u"Grüße, 世界"  # marker: entry-values
    numbers, table, unique = list(range(250)), {"k": 1, (1, 2): "pair"}, set([4])
    thing = Thing()
    nothing = None
    square(number)  # marker: values
    print("values", number, real, len(text), len(numbers), len(table), len(unique), thing.size, nothing)
    square(number)  # marker: printed


def output():
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    sys.stdout.write("to stdout\n")  # marker: entry-output
    sys.stderr.write("to stderr\n")
    for index in range(2000):
        print("line %d of many" % index)
    print("=" * 50000)
    print(u"last: Äpfel".encode("utf-8").decode("utf-8") if sys.version_info[0] > 2 else "last: Äpfel")


def raising():
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    try:  # marker: entry-raising
        risky(2)
    except Trouble as error:
        print("handled", error)
    risky(3)


def work(ready, done):
    ready.set()
    count = 0
    while not done.is_set():
        count += 1  # marker: work
        time.sleep(0.01)


def threads():
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    ready, done = threading.Event(), threading.Event()  # marker: entry-threads
    worker = threading.Thread(target=work, args=(ready, done), name="worker")
    worker.start()
    ready.wait()
    print("both run")
    while worker.is_alive():
        time.sleep(0.01)
        if os.path.exists(sys.argv[4]):
            done.set()
    print("threads ended")


def twice():
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    first = square(1)  # marker: entry-twice
    print("between")
    time.sleep(1)
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    second = square(first + 1)  # marker: again
    print("after", second)


def patched():
    """Prints how often pydevd's own `time` was a module and not, until it is one or 10 seconds have gone."""
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    number = 1  # marker: entry-patched
    number += 1
    end = time.time() + 10  # marker: before-end
    while type(sys.modules["pydevd"].time) is not type(sys) and time.time() < end:
        time.sleep(0.02)
    print("time is a %s" % type(sys.modules["pydevd"].time).__name__)
    sys.stdout.flush()


def child():
    settrace = side()
    settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    print("parent starts")  # marker: entry-child
    if hasattr(os, "fork"):
        pid = os.fork()
        if pid == 0:
            square(5)
            os._exit(0)
        os.waitpid(pid, 0)
    subprocess.check_call([sys.executable, sys.argv[0]] + sys.argv[1:3] + ["grandchild"])
    print("parent ends")


if __name__ == "__main__":
    if sys.argv[3] == "grandchild":
        square(6)
    else:
        globals()[sys.argv[3]]()
