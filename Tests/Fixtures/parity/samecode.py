"""Two threads in the same code; only one of them comes to the line that stops."""

import threading
import time


class Worker(threading.Thread):
    is_over = False

    def __init__(self, stops):
        super().__init__(name="stopping" if stops else "other")
        self.stops = stops
        self.rounds = 0

    def rest(self):
        if self.stops:
            now = time.monotonic()  # marker: worker
            time.sleep(0.01)

    def run(self):
        while not self.is_over:
            self.rounds += 1  # marker: round
            self.rest()  # marker: rest
            first = 1  # marker: after-rest
            second = first + 1  # marker: second
            if second and not self.stops:
                time.sleep(0.001)


workers = [Worker(False), Worker(True)]
for worker in workers:
    worker.start()
time.sleep(0.1)
stopping = True  # marker: main
for worker in workers:
    worker.is_over = True
for worker in workers:
    worker.join()
print("both worked", all(worker.rounds for worker in workers))
