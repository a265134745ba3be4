"""What a step costs against the size of what it stops in, plotted in text: key to first paint and to the settled screen.

    growth.py DIALBACK PYTHON

PYTHON has pydevd or pydevd-pycharm. The bare wire's step, with the variables that it asks for, stands beside each.
"""

import os
import shutil
import statistics
import sys
import tempfile

from bench_target import write_target
from crowd import Crowd
from screen_bars import press, resident, step, waiting
from step_latency import Debugger
from table import floor_steps, stopped

STEPS = 20
WIDTH = 50  # columns of the longest bar


def plot(title, unit, rows):
    """Prints a bar for each (size, value, remark); the longest fills the width."""
    print(f"\n{title}, {unit}")
    most = max(value for _, value, _ in rows)
    for size, value, remark in rows:
        print(f"{size:>7,} {'█' * max(1, round(WIDTH * value / most)):<{WIDTH}} {value:8.2f}  {remark}", flush=True)


def stops(binary, python, folder, name, sizes):
    """A row for each size of one kind; `sizes` gives the program for it."""
    rows = []
    for size, program in sizes:
        path = write_target(os.path.join(folder, f"{name}-{size}"), **program)
        wire = statistics.median(floor_steps(python, path, folder, STEPS))
        with stopped(binary, python, path, folder) as debugger:
            times = [step(debugger) for _ in range(STEPS)]
        painted, settled = (statistics.median(column) for column in zip(*times))
        rows.append((size, settled, f"first paint {painted:7.2f}   wire {wire:7.2f}   settled / wire {settled / wire:5.2f}"))
    plot(f"key to settled screen by {name}", "ms", rows)


def processes(binary, folder, counts):
    """How long a key in the list takes, and the memory, with so many processes that have stopped."""
    rows = []
    for count in counts:
        debugger = Debugger(binary, folder)
        try:
            debugger.read_until(waiting, "waiting screen")
            crowd = Crowd(debugger.port, count)
            while crowd.stopped < count:
                debugger.drain(0.2)
            debugger.drain(0.5)
            os.write(debugger.master, b"5")
            debugger.drain(0.5)
            times = []
            for _ in range(STEPS):
                before = debugger.screen.rows()
                key = b"j" if len(times) % 2 == 0 else b"k"
                times.append(press(debugger, key, lambda rows: rows != before, "other row"))
                debugger.drain(0.03)
            rows.append((count, statistics.median(times), f"resident {resident(debugger.pid):6.1f} MB"))
            crowd.close()
        finally:
            debugger.close()
    plot("key in the list by processes", "ms", rows)


def main():
    binary, python = os.path.abspath(sys.argv[1]), sys.argv[2]
    folder = tempfile.mkdtemp(prefix="dialback-growth-")
    try:
        stops(binary, python, folder, "locals", [(n, {"names": n}) for n in (10, 100, 1_000, 10_000)])
        stops(binary, python, folder, "frames", [(n, {"depth": n - 1}) for n in (2, 10, 100, 900)])
        processes(binary, folder, (2, 10, 100, 500))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
