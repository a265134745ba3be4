"""The rows of what is large: frames and locals, sources, lines, and projects."""

import contextlib
import functools
import os
import statistics

from bench_target import write_target
from finder import find
from rows import Row, at_share
from sessions import bare, over_processes, stopped
from timing import step

SIZES = (  # the last: how many times the steps and processes of other rows, where what is looked for is small beside pydevd's
    ("stop with 200 frames and 500 locals", {"depth": 199, "names": 500}, 3),
    ("source of 100,000 lines", {"lines": 100_000}, 1),
    ("line of 1 MB", {"width": 1_000_000}, 1))
REST = 0.06  # seconds without a byte until all of a stop is taken to be there


def sizes(setting, python):
    """The first paint of a large stop beside that of a small one."""
    folder, rows = setting.place(), []
    small = write_target(os.path.join(folder, "small"))
    for number, (name, size, times) in enumerate(SIZES):
        large = write_target(os.path.join(folder, f"large-{number}"), **size)
        rows.append(first_paint(setting, python, name, small, large, times))
    return rows


def first_paint(setting, python, name, small, large, times):
    """What pydevd itself needs for a larger program, before it says that it has stopped, is not Dialback's.

    A machine may be slower by a third for some seconds: each of the four takes one step, and those are compared."""
    steps, home = times * setting.runs(60, 12), setting.place()

    @contextlib.contextmanager
    def both(path):
        with bare(python, path, home) as wire, stopped(setting.binary, python, path, home) as screen:
            yield functools.partial(wire.stops, pause=REST), painted(screen)

    @contextlib.contextmanager
    def all_four():
        with both(small) as small_sides, both(large) as large_sides:
            yield *small_sides, *large_sides

    found = over_processes(times * setting.processes, steps, all_four, block=1)
    shares = [(ours - (large_wire - small_wire)) / small_ours for small_wire, small_ours, large_wire, ours in zip(*found)]
    small_wire, small_ours, large_wire, ours = map(statistics.median, found)
    why = f"{ours:.2f} ms, small {small_ours:.2f}; the wire {large_wire:.2f}, {small_wire:.2f}"
    return Row(f"{name}: first paint", statistics.median(shares), bound=1.2, unit="x small", runs=steps, why=why)


def painted(debugger):
    """The next key waits for the variables, as the wire's next order does: those of the large stop take pydevd 20 ms."""
    return lambda count: [step(debugger, quiet=REST)[0] for _ in range(count)]


def finder(setting):
    """The first answer after each key of a name."""
    count = setting.runs(50_000, 10_000)
    _, _, times = find(setting.binary, setting.place(), count)
    name = f"finder over {count:,} files: key to its first answer"
    return [
        Row(f"{name}, median", statistics.median(times), bound=15, p95=at_share(times, 0.95), runs=len(times)),
        Row(f"{name}, longest", max(times), bound=None if setting.short else 30, runs=len(times))]
