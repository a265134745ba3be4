"""Calls settrace in the middle, with threads at work already: PORT SIDE."""
import sys
import threading
import time

waiting = True
deadline = time.monotonic() + 30


def release():
    global waiting
    waiting = False
    return "released"


def work(name):
    while waiting and time.monotonic() < deadline:
        time.sleep(0.01)  # marker: worker
    return name


def trace(port, side):
    if side == "pydevd":
        from pydevd import settrace
    else:
        from pydevd_pycharm import settrace
    settrace("127.0.0.1", False, False, port)
    return port  # marker: entry


if __name__ == "__main__":
    workers = [threading.Thread(target=work, args=(name,), name=name) for name in ("ada", "grace")]
    for worker in workers:
        worker.start()
    trace(int(sys.argv[1]), sys.argv[2])
    for worker in workers:
        worker.join()
    print("nobody waits")
