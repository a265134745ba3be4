"""Loops that end when a function is called in them, which a test does from outside."""

import sys
import threading
import time

ended = set()
deadline = time.monotonic() + 30


def end(name):
    ended.add(name)
    return "told"


def turn(name):
    while name not in ended and time.monotonic() < deadline:  # marker: turn
        time.sleep(0.01)  # marker: sleep


if __name__ == "__main__":
    names = sys.argv[1:]
    workers = [threading.Thread(target=turn, args=(name,), name=name) for name in names]
    for worker in workers:
        worker.start()
    if not workers:
        print("turning")
        sys.stdout.flush()
        turn("main")
    for worker in workers:
        worker.join()
    print("ended", sorted(ended))  # marker: last
