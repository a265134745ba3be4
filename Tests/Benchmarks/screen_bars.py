"""The screen's bars that are figures, at 120x40, each beside what it may be:

    screen_bars.py DIALBACK

Run it with a Python that has pydevd. It ends with status 1 where a bar is missed.
"""

import os
import statistics
import subprocess
import sys
import time

from rows import median_and_p95
from scratch import scratch
from step_latency import Debugger, place, start_target, stop
from timing import step

HERE = os.path.dirname(os.path.abspath(__file__))
CLOCK = os.sysconf("SC_CLK_TCK")
missed = []


def row(name, value, bound, unit, note=""):
    """Prints a bar; remembers whether it was missed."""
    ok = value <= bound
    if not ok:
        missed.append(name)
    print(f"{'ok    ' if ok else 'MISSED'} {name:<46} {value:9.2f} {unit:<6} <= {bound:g}   {note}", flush=True)


def waiting(rows):
    return any("Waiting for process" in line for line in rows) and any("help" in line for line in rows[-1:])


def start_time(binary, folder):
    """From exec to the whole waiting screen."""
    times = []
    for _ in range(10):
        started = time.perf_counter()
        debugger = Debugger(binary, folder)
        times.append((debugger.read_until(waiting, "waiting screen") - started) * 1000)
        debugger.close()
    row("1  start to the waiting screen, median of 10", statistics.median(times), 100, "ms")


def press(debugger, key, condition, what):
    """Milliseconds from a key to the paint that shows what it does."""
    started = time.perf_counter()
    os.write(debugger.master, key)
    return (debugger.read_until(condition, what) - started) * 1000


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK


def resident(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def stepping(binary, folder):
    debugger = Debugger(binary, folder)
    target = None
    try:
        debugger.read_until(waiting, "waiting screen")
        target = start_target(debugger.port, folder)
        debugger.read_until(lambda rows: place(rows) is not None, "stop")
        debugger.drain(0.5)
        times, settled, before = [], [], debugger.written
        for _ in range(200):
            painted, last = step(debugger)
            times.append(painted)
            settled.append(last)
        median, p95 = median_and_p95(times)
        row("2  key to marker and status, median", median, 5, "ms", f"({len(times)} steps)")
        row("2  key to marker and status, p95", p95, 15, "ms")
        row("2  key to the last byte of the stop, median", statistics.median(settled), 10, "ms", "locals too")
        row("3  slowest step of all: no mode of 40 ms", max(times), 40, "ms")
        row("4  bytes a step", (debugger.written - before) / len(times), 1500, "bytes")
        bindings(debugger)
        idle(debugger)
        held(debugger)
    finally:
        debugger.close()
        if target:
            stop(target)


def bindings(debugger):
    def marked(rows):
        return any(line.startswith(("●", "○")) for line in rows)
    row("17 b to a mark in the gutter", press(debugger, b"b", marked, "breakpoint"), 16, "ms")
    press(debugger, b"b", lambda rows: not marked(rows), "no breakpoint")
    debugger.drain(0.3)
    row("19 ? to the help", press(debugger, b"?", lambda rows: any("Keys in" in line for line in rows), "help"), 16, "ms")
    closed = press(debugger, b"\x1b", lambda rows: not any("Keys in" in line for line in rows), "help closed")
    row("12 Esc acts", closed, 60, "ms")
    debugger.drain(0.3)


def idle(debugger):
    before, used = debugger.written, processor_seconds(debugger.pid)
    debugger.drain(10)
    row("4  idle for 10 s at a stop: bytes", debugger.written - before, 0, "bytes")
    row("4  idle for 10 s at a stop: processor", (processor_seconds(debugger.pid) - used) * 10, 0.5, "%")


def held(debugger):
    """150 keys in one write; the loop of the target has six lines."""
    before, started = debugger.written, time.perf_counter()
    os.write(debugger.master, b"n" * 150)
    last, written = started, before
    while debugger.drain(0.1) and debugger.written != written:
        written, last = debugger.written, time.perf_counter() - 0.1
    row("5  150 n at once: until the last is painted", last - started, 0.4, "s", f"{(written - before) / 150:.0f} bytes a step")
    debugger.drain(0.5)
    os.write(debugger.master, b"n" * 3000)
    debugger.drain(0.3)
    started = time.perf_counter()
    os.write(debugger.master, b"\x1b")
    last, written = started, debugger.written
    while debugger.drain(0.1) and debugger.written != written:
        written, last = debugger.written, time.perf_counter() - 0.1
    row("5  Esc: the last step is painted after", last - started, 0.4, "s")


def flooding(binary, folder):
    debugger = Debugger(binary, folder)
    target = None
    try:
        debugger.read_until(waiting, "waiting screen")
        with open(os.path.join(folder, "flood.log"), "ab") as log:
            target = subprocess.Popen(
                [sys.executable, os.path.join(HERE, "flood_target.py"), str(debugger.port)], stdin=subprocess.DEVNULL,
                stdout=log, stderr=log)
        debugger.read_until(lambda rows: "STOPPED" in rows[0], "stop")
        os.write(debugger.master, b"c")
        debugger.drain(2)
        times = []
        for _ in range(40):
            shown = any("Keys in" in line for line in debugger.screen.rows())
            times.append(press(
                debugger, b"q" if shown else b"?",
                lambda rows: any("Keys in" in line for line in rows) != shown, "help or not"))
            debugger.drain(0.05)
        _, p95 = median_and_p95(times)
        row("9  key during a flood of coloured lines, p95", p95, 50, "ms")
        row("9  resident memory during the flood", resident(debugger.pid), 150, "MB")
    finally:
        debugger.close()
        if target:
            stop(target)


def main():
    binary = os.path.abspath(sys.argv[1])
    with scratch() as folder:
        start_time(binary, folder)
        stepping(binary, folder)
        flooding(binary, folder)
    if missed:
        sys.exit("missed: " + "; ".join(missed))


if __name__ == "__main__":
    main()
