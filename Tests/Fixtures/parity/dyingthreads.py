"""Two threads die of an exception each, one after the other, and then the main thread."""

import threading


def work(name):
    raise ValueError("of " + name)  # marker: thread


for name in ("one", "two"):
    thread = threading.Thread(target=work, args=(name,), name=name)
    thread.start()
    thread.join()
raise IndexError("of the main thread")  # marker: main
