"""What Dialback costs beside what can't be had for less, in one table: ratios within one run, each beside its bound.

    table.py DIALBACK [short] PYTHON...

Each PYTHON has pydevd or pydevd-pycharm; the first one is used for what does not depend on the side. `short` takes fewer
steps. It ends with status 1 where a bound is missed.
"""

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from bench_target import write_target
from crowd import Crowd
from screen_bars import median_and_p95, press, processor_seconds, resident, step, waiting
from step_latency import PAUSE, Debugger, place
from wire import StandIn

missed = []


def row(name, ours, floor, bound, extra=0, unit="ms", least=False):
    """Prints a row. The bound is a share of the floor and, over that, an amount."""
    limit = floor * bound + extra
    ok = ours >= limit if least else ours <= limit
    if not ok:
        missed.append(name)
    sign = ">=" if least else "<="
    print(
        f"{'ok    ' if ok else 'MISSED'} {name:<50} {ours:9.2f} {unit:<8} floor {floor:9.2f}  "
        f"ratio {ours / floor if floor else 0:6.2f}  {sign} {limit:.2f}", flush=True)


@contextlib.contextmanager
def started(python, path, port, folder):
    with open(os.path.join(folder, "target.log"), "ab") as log:
        target = subprocess.Popen([python, "-B", path, str(port)], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        yield target
    finally:
        target.kill()
        target.wait()


@contextlib.contextmanager
def stopped(binary, python, path, folder):
    """Dialback at the first stop of a target."""
    debugger = Debugger(binary, folder, os.path.dirname(path))
    try:
        debugger.read_until(waiting, "waiting screen")
        with started(python, path, debugger.port, folder):
            debugger.read_until(lambda rows: place(rows) is not None, "stop")
            debugger.drain(0.7)
            yield debugger
    finally:
        debugger.close()


def floor_steps(python, path, folder, steps, pause=PAUSE, reads_frame=True):
    """Milliseconds of each step of the bare stand-in."""
    stand_in = StandIn()
    with started(python, path, stand_in.port, folder):
        return stand_in.time_steps(stand_in.accept(), steps, pause, reads_frame)


def stepping(binary, python, folder, steps):
    side = os.path.basename(os.path.dirname(os.path.dirname(python)))
    path = write_target(os.path.join(folder, side))
    floor, _ = median_and_p95(floor_steps(python, path, folder, steps))
    with stopped(binary, python, path, folder) as debugger:
        written = debugger.written
        settled = [step(debugger)[1] for _ in range(steps)]
        bytes_a_step = (debugger.written - written) / steps
    median, p95 = median_and_p95(settled)
    row(f"{side}: key to settled screen, median", median, floor, 1.15, 2)
    row(f"{side}: key to settled screen, p95", p95, median, 3)
    row(f"{side}: bytes a step", bytes_a_step, 400, 1, unit="bytes")
    first = median_and_p95(batch_steps(binary, python, path, folder, steps))[0]
    bare = median_and_p95(floor_steps(python, path, folder, steps, 0, reads_frame=False))[0]
    row(f"{side}: steps a second in batch", 1000 / first, 1000 / bare, 0.9, unit="steps/s", least=True)


def batch_steps(binary, python, path, folder, steps):
    """Milliseconds of each step of a batch session that answers a stop with the next step."""
    batch = subprocess.Popen(
        [binary, "listen", "--batch", "--port", "0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "HOME": folder}, cwd=folder)
    try:
        opening = next(line for line in batch.stdout if '"event": "listening"' in line)
        with started(python, path, json.loads(opening)["port"], folder):
            times, begun = [], None
            # No more is read of a line than is needed: what that costs would be counted as Dialback's.
            for line in batch.stdout:
                if '"event": "stopped"' not in line:
                    continue
                if begun:
                    times.append((time.perf_counter() - begun) * 1000)
                if len(times) == steps:
                    return times
                begun = time.perf_counter()
                batch.stdin.write("n\n")
                batch.stdin.flush()
    finally:
        batch.kill()
        batch.wait()
    sys.exit("the batch session ended early")


def first_paint(binary, python, folder, steps, **size):
    """Milliseconds of a step to its first paint, and those of the bare wire."""
    path = write_target(os.path.join(folder, "size-" + "-".join(f"{k}{v}" for k, v in size.items())), **size)
    wire = median_and_p95(floor_steps(python, path, folder, steps, reads_frame=False))[0]
    with stopped(binary, python, path, folder) as debugger:
        return statistics.median(step(debugger)[0] for _ in range(steps)), wire


def sizes(binary, python, folder, steps):
    """What pydevd itself needs for a larger program, before it says that it has stopped, is not Dialback's."""
    small, small_wire = first_paint(binary, python, folder, steps)
    for name, size in (
        ("stop with 200 frames and 500 locals", {"depth": 199, "names": 500}),
        ("source of 100,000 lines", {"lines": 100_000}), ("line of 1 MB", {"width": 1_000_000})):
        ours, wire = first_paint(binary, python, folder, steps, **size)
        row(f"{name}: first paint", ours, small, 1.2, max(0, wire - small_wire))


def flooding(binary, python, folder):
    """A step over a call that prints 5,000 lines: the stop comes behind them. The median of the steps that print."""
    path = write_target(os.path.join(folder, "flood"), call="flood()")
    floods, lines = 5, 5  # the loop has five lines, one of which prints

    def printing(times):
        return statistics.median(sorted(times)[-floods:])

    floor = printing(floor_steps(python, path, folder, floods * lines, reads_frame=False))
    with stopped(binary, python, path, folder) as debugger:
        ours = printing([step(debugger)[0] for _ in range(floods * lines)])
    row("5,000 lines of output: lines a second", 5_000_000 / ours, 5_000_000 / floor, 0.95, unit="lines/s", least=True)


def standing(binary, python, folder):
    times = []
    for _ in range(10):
        begun = time.perf_counter()
        debugger = Debugger(binary, folder)
        times.append((debugger.read_until(waiting, "waiting screen") - begun) * 1000)
        debugger.close()
    row("start to the waiting screen", statistics.median(times), 30, 1)
    with stopped(binary, python, write_target(os.path.join(folder, "standing")), folder) as debugger:
        debugger.drain(1)
        written, used = debugger.written, processor_seconds(debugger.pid)
        debugger.drain(10)
        row("idle for 10 s at a stop: bytes", debugger.written - written, 0, 1, unit="bytes")
        row("idle for 10 s at a stop: processor", (processor_seconds(debugger.pid) - used) * 1000, 0, 1)
        row("idle: resident memory", resident(debugger.pid), 25, 1, unit="MB")


def crowded(binary, folder, count):
    debugger = Debugger(binary, folder)
    try:
        debugger.read_until(waiting, "waiting screen")
        alone = resident(debugger.pid)
        crowd = Crowd(debugger.port, count)
        end = time.perf_counter() + 30
        while crowd.stopped < count and time.perf_counter() < end:
            debugger.drain(0.2)
        debugger.drain(1)
        row(f"{count} processes: connected", crowd.stopped, count, 1, unit="", least=True)
        row(f"{count} processes: memory each", (resident(debugger.pid) - alone) * 1024 / count, 100, 1, unit="KB")
        os.write(debugger.master, b"5")
        debugger.drain(0.5)
        times = []
        for _ in range(40):
            before = debugger.screen.rows()
            times.append(press(debugger, b"j", lambda rows: rows != before, "other row"))
            debugger.drain(0.03)
        row(f"{count} processes: key in their list, p95", median_and_p95(times)[1], 16, 1)
        begun = time.perf_counter()
        os.write(debugger.master, b":continue all\r")
        end = begun + 10
        while crowd.resumed_at is None and time.perf_counter() < end:
            debugger.drain(0.05)
        row(f"{count} processes: continue", ((crowd.resumed_at or end) - begun) * 1000, 1000, 1)
        crowd.close()
    finally:
        debugger.close()


def main():
    binary, arguments = os.path.abspath(sys.argv[1]), sys.argv[2:]
    short = arguments[:1] == ["short"]
    pythons = arguments[1:] if short else arguments
    steps = 40 if short else 200
    folder = tempfile.mkdtemp(prefix="dialback-bench-")
    try:
        standing(binary, pythons[0], folder)
        for python in pythons:
            stepping(binary, python, folder, steps)
        sizes(binary, pythons[0], folder, 30)
        flooding(binary, pythons[0], folder)
        crowded(binary, folder, 100 if short else 500)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if missed:
        sys.exit("missed: " + "; ".join(missed))


if __name__ == "__main__":
    main()
