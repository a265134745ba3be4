"""Two green threads in turn; with PORT it dials in itself."""
import sys

if len(sys.argv) > 1:
    import pydevd

    pydevd.settrace("127.0.0.1", port=int(sys.argv[1]), suspend=False)

from gevent import monkey, sleep

monkey.patch_all()
import threading

called = []


def turn():
    for _ in range(5):
        called.append(threading.current_thread().name)  # marker: turn
        sleep()


workers = [threading.Thread(target=turn, name=name) for name in ("ada", "grace")]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print("turns", len(called))
