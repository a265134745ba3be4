"""A worker hits a breakpoint that stops all threads while the main thread waits for its end."""

import threading
import time


def work():
    time.sleep(0.7)  # the main thread has come to its join
    print("worker")  # marker: worker


if __name__ == "__main__":
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    print("end")
