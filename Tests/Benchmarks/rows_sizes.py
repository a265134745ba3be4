"""The rows of what is large: frames and locals, sources, lines, and projects."""

import os
import statistics
import time

from bench_target import write_target
from finder import find
from rows import Row, at_share
from sessions import bare, in_turns, stopped
from timing import step

SIZES = (
    ("stop with 200 frames and 500 locals", {"depth": 199, "names": 500}),
    ("source of 100,000 lines", {"lines": 100_000}),
    ("line of 1 MB", {"width": 1_000_000}))


def sizes(setting, python):
    """The first paint of a large stop beside that of a small one, each with the wire's step beside it."""
    folder, rows = setting.place(), []
    small = write_target(os.path.join(folder, "small"))
    for number, (name, size) in enumerate(SIZES):
        large = write_target(os.path.join(folder, f"large-{number}"), **size)
        rows.append(first_paint(setting, python, name, small, large))
    return rows


def first_paint(setting, python, name, small, large):
    """What pydevd itself needs for a larger program, before it says that it has stopped, is not Dialback's."""
    steps, home, binary = setting.runs(100, 20), setting.place(), setting.binary
    with bare(python, small, home) as small_wire, bare(python, large, home) as large_wire, \
            stopped(binary, python, small, home) as small_screen, stopped(binary, python, large, home) as large_screen:
        medians = [statistics.median(times) for times in in_turns(
            steps, without_frame(small_wire), without_frame(large_wire), painted(small_screen), painted(large_screen))]
    floor, extra = medians[2], max(0, medians[1] - medians[0])
    return Row(f"{name}: first paint", medians[3], floor, 1.2, extra, runs=steps)


def without_frame(wire):
    return lambda count: wire.steps(count, reads_frame=False)


def painted(debugger):
    return lambda count: [step(debugger)[0] for _ in range(count)]


def finder(setting):
    """The first answer after each key of a name."""
    count = setting.runs(50_000, 10_000)
    _, _, times = find(setting.binary, setting.place(), count)
    name = f"finder over {count:,} files: key to its first answer"
    return [
        Row(f"{name}, p95", at_share(times, 0.95), bound=30, runs=len(times)),
        Row(f"{name}, longest", max(times), bound=30, runs=len(times))]
