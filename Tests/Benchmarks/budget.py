"""Where the time of a step goes, from the trace that `--log` makes.

    budget.py LOG                     of a session's own log: every step in it, medians
    budget.py DIALBACK PYTHON...      steps each PYTHON's pydevd or pydevd-pycharm, beside the bare wire

A step begins with its key and ends when what was shown last for it has gone to the terminal.
"""

import os
import re
import statistics
import sys

from scratch import scratch

LINE = re.compile(r"^([0-9.]+) trace (\w+):? ?(.*)$")
PARTS = (
    ("key to order written", "key", "order"),
    ("kernel, pydevd: order to stop", "order", "stop"),
    ("decode the stop", "stop", "stop decoded"),
    ("hand over to the screen's thread", "stop decoded", "stop taken"),
    ("reduce, ask for variables", "stop taken", "stop reduced"),
    ("wait for the frame", "stop reduced", "stop draw"),
    ("draw", "stop draw", "stop drawn"),
    ("ncurses, write to the terminal", "stop drawn", "stop shown"),
    ("stop to question written", "stop", "question"),
    ("kernel, pydevd: question to values", "question", "values"),
    ("decode the values", "values", "values decoded"),
    ("hand over", "values decoded", "values taken"),
    ("reduce", "values taken", "values reduced"),
    ("wait for the frame", "values reduced", "values draw"),
    ("draw", "values draw", "values drawn"),
    ("ncurses, write to the terminal", "values drawn", "values shown"),
    ("all: key to stop shown", "key", "stop shown"),
    ("all: key to values shown", "key", "values shown"),
)
STEPS = ("108", "107", "109", "144", "159", "160")


def marks(lines):
    """The steps of a log, each as the time in seconds of what happened in it."""
    step, phase = None, None
    for line in lines:
        found = LINE.match(line)
        if not found:
            continue
        time, what, rest = float(found[1]), found[2], found[3]
        if what == "key":
            if step and "values shown" in step:
                yield step
            step, phase = {"key": time}, None
        elif step is None:
            continue
        elif what == "send":
            command = rest.split()[1] if len(rest.split()) > 1 else ""
            if command in STEPS:
                step.setdefault("order", time)
            elif command == "114" and "stop" in step:
                step.setdefault("question", time)
        elif what == "read":
            name = "stop" if re.search(r"\b105 #", rest) else "values" if re.search(r"\b114 #", rest) else None
            if name and name not in step:
                phase = name
                step[name] = time - int(re.search(r"decoded in (\d+) us", rest)[1]) / 1e6
                step[name + " decoded"] = time
        elif phase:
            step.setdefault(f"{phase} {({'take': 'taken'}).get(what, what)}", time)
    if step and "values shown" in step:
        yield step


def table(steps):
    """Prints the median and the 95th part of each part of the steps, in milliseconds."""
    print(f"{'part':<40}{'median':>9}{'p95':>10}   ms, {len(steps)} steps")
    for name, first, last in PARTS:
        times = sorted((step[last] - step[first]) * 1000 for step in steps if first in step and last in step)
        if times:
            print(f"{name:<40}{statistics.median(times):9.3f}{times[int(len(times) * 0.95)]:10.3f}", flush=True)


def read(path):
    with open(path, encoding="utf-8", errors="replace") as log:
        return list(marks(log))


def session(binary, python, folder, count):
    """Steps a target, and gives the steps of the log."""
    from bench_target import write_target
    from screen_bars import step, waiting
    from step_latency import Debugger, place
    from table import floor_steps, started

    side = os.path.basename(os.path.dirname(os.path.dirname(python)))
    path = write_target(os.path.join(folder, side))
    floor = floor_steps(python, path, folder, count, reads_frame=False)
    whole = floor_steps(python, path, folder, count)
    print(f"\n{side}\n{'bare wire: order to stop':<40}{statistics.median(floor):8.3f}")
    print(f"{'bare wire: order to values':<40}{statistics.median(whole):8.3f}")
    log = os.path.join(folder, side + ".log")
    debugger = Debugger(binary, folder, os.path.dirname(path), ["--log", log])
    try:
        debugger.read_until(waiting, "waiting screen")
        with started(python, path, debugger.port, folder):
            debugger.read_until(lambda rows: place(rows) is not None, "stop")
            debugger.drain(0.7)
            for _ in range(count):
                step(debugger)
    finally:
        debugger.close()
    return read(log)


def main():
    if len(sys.argv) == 2:
        return table(read(sys.argv[1]))
    with scratch() as folder:
        for python in sys.argv[2:]:
            table(session(os.path.abspath(sys.argv[1]), python, folder, 100))


if __name__ == "__main__":
    main()
