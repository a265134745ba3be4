"""Two threads that count, and a main thread that looks at them now and then."""
import sys
import threading
import time

import pydevd

counts = {"ada": 0, "grace": 0}
done = []


def count(name):
    while not done:
        counts[name] += 1
        time.sleep(0.005)


def main():
    pydevd.settrace("127.0.0.1", True, True, int(sys.argv[1]))
    for name in sorted(counts):  # marker: entry
        worker = threading.Thread(target=count, args=(name,), name=name)
        worker.daemon = name == "grace"
        worker.start()
    for _ in range(2000):
        time.sleep(0.1)
        if done:  # marker: tick
            break
    print("counted")


main()
