"""Whether the screen answers while big and slow values are loaded: a key's time to the next paint, at 120x40.

    big_values.py DIALBACK PYTHON...

Each PYTHON has a release of the Python side. The target holds a list of 1,000,000 elements, a dict of 100,000 keys, an object
500 levels deep, a string of 50 MB, and values whose repr sleeps 30 s, raises, and prints, and a property that blocks.
"""

import os
import select
import statistics
import subprocess
import sys
import time

from scratch import scratch
from step_latency import Debugger

TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "big_target.py")
MOST = 50  # milliseconds that a key may take
ACTIONS = (
    ("the variables", b"1"), ("the dict opens", b"gj\r"), ("the dict closes", b"\r"), ("the blocking property opens", b"j\r"),
    ("the blocker closes", b"\r"), ("the deep object opens", b"jllllllllllll"), ("globals open", b"Gl"),
    ("the whole string", b":pp text\r"), ("its popup", b"\x1b"), ("a part of the list", b":expand million 500000:500100\r"),
    ("a watch", b":display len(million)\r"), ("a step", b"n"), ("another", b"n"),
)


def key_times(debugger, seconds):
    """Presses the key that draws all anew again and again, and takes the times until something is painted."""
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        if not debugger.drain(0.05):
            sys.exit("the program under test ended; its last screen:\n" + "\n".join(debugger.screen.rows()))
        start = time.perf_counter()
        os.write(debugger.master, b"\x0c")
        if not select.select([debugger.master], [], [], 10)[0]:
            sys.exit("a key was never answered:\n" + "\n".join(debugger.screen.rows()))
        times.append((time.perf_counter() - start) * 1000)
    return times


def measure(binary, python, folder):
    debugger = Debugger(binary, folder)
    target = None
    try:
        debugger.read_until(lambda rows: any("Waiting for process" in row for row in rows), "banner")
        target = subprocess.Popen(
            [python, TARGET, str(debugger.port)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        debugger.read_until(lambda rows: any("STOPPED" in row for row in rows), "stop")
        os.write(debugger.master, b":until %d\r" % stop_line())
        debugger.drain(0.2)
        times = key_times(debugger, 3)
        for what, keys in ACTIONS:
            if keys:
                os.write(debugger.master, keys)
            found = key_times(debugger, 1.5)
            times += found
            if max(found) > MOST:
                print(f"    {what}: {max(found):.1f} ms")
        rows = debugger.screen.rows()
        seen = [name for name in ("after", "small") if any(f"{name}" in row for row in rows)]
        ordered = sorted(times)
        name = subprocess.run([python, "-V"], capture_output=True, text=True).stdout.strip()
        print(
            f"{os.path.basename(os.path.dirname(os.path.dirname(python))):24} {name:14} median "
            f"{statistics.median(ordered):6.2f} ms   p99 {ordered[int(len(ordered) * 0.99)]:6.2f} ms   max "
            f"{ordered[-1]:6.2f} ms   ({len(ordered)} keys; seen: {', '.join(seen)})")
        return ordered[-1] <= MOST
    finally:
        debugger.close()
        if target:
            target.kill()
            target.wait()


def stop_line():
    lines = open(TARGET, encoding="utf-8").read().split("\n")
    return next(number for number, text in enumerate(lines, 1) if text.endswith("# looked at"))


def main():
    binary = os.path.abspath(sys.argv[1])
    results = []
    for python in sys.argv[2:]:
        with scratch() as folder:
            results.append(measure(binary, python, folder))
    if not all(results):
        sys.exit(f"a key took more than {MOST} ms")


if __name__ == "__main__":
    main()
