"""Two threads at work when the main one comes to its line."""

import threading
import time

ready = threading.Semaphore(0)
is_over = False


def work():
    ready.release()
    while not is_over:  # marker: work
        time.sleep(0.01)  # marker: sleep


workers = [threading.Thread(target=work, name=name) for name in ("ada", "grace")]
for worker in workers:
    worker.start()
for worker in workers:
    ready.acquire()
print("both are at work")  # marker: main
is_over = True
for worker in workers:
    worker.join()
print("both are over")
