"""Threads made in both ways that Python has."""

import _thread
import threading

done = threading.Event()


def low():
    kind = "low"  # marker: low
    done.set()
    return kind


def high():
    kind = "high"  # marker: high
    return kind


if __name__ == "__main__":
    thread = threading.Thread(target=high, name="worker")
    thread.start()
    thread.join()
    _thread.start_new_thread(low, ())
    done.wait(10)
    print("all are done")  # marker: last
