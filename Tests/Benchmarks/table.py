"""What Dialback costs beside what can't be had for less, in one table: ratios within one run, each beside its bound.

    table.py DIALBACK [short] PYTHON...

Each PYTHON has pydevd or pydevd-pycharm; the first one is used for what does not depend on the side. `short` takes fewer
steps, has no bounds for single slow ones of many, measures up to two times more what misses (the best counts), and bears a
third more than the bound of a time. It ends with status 1 where a bound is missed; "near" is beyond a bound, but within that, or within a looser one of its own, whose
reason stands behind it.
"""

import dataclasses
import importlib.util
import os
import subprocess
import sys
import time

import distance
import rows_crowd
import rows_flood
import rows_link
import rows_sizes
import rows_standing
import rows_stepping
import rows_threads
from rows import HEAD, Row, better
from scratch import scratch
from sessions import Setting, floor_steps, is_pycharm, started, stopped  # noqa: F401 (others have some of them from here)

FAILED = "failed"  # in the place of a unit
AGAIN = 2  # times more that what misses is measured
NOISE = 1.3  # how far beyond its bound a time may be on a short run, which is made where others are at work
MOST_NOISE = 8  # groups that may have missed by chance: where more have, nothing is measured again


def groups(setting):
    """What is measured together: functions that give rows, and can be called again."""
    first, pythons = setting.pythons[0], setting.pythons
    yield rows_standing.start
    yield rows_standing.leaving
    yield rows_standing.idle, first
    for python in pythons:
        yield rows_stepping.stepping, python
    for python in list(filter(is_pycharm, pythons))[: setting.runs(None, 1)]:
        yield rows_stepping.stepping, python, True
    if not setting.short:
        yield rows_stepping.bytes_at_rest, first
    for python in pythons[: setting.runs(None, 2)]:
        yield rows_stepping.batch, python
    yield rows_stepping.held_key, first
    for python in pythons[: setting.runs(None, 1)]:
        yield rows_threads.stepping, python
        yield rows_threads.going_on, python
    yield rows_threads.many
    yield rows_sizes.sizes, first
    yield rows_sizes.finder
    yield rows_flood.throughput, first
    yield rows_flood.memory
    yield rows_flood.keys
    yield rows_crowd.crowded
    yield rows_crowd.limited
    for python in pythons[: setting.runs(None, 2)]:
        yield rows_link.watched, python
    for python in pythons[: setting.runs(None, 0)]:
        yield rows_link.round_trips, python
    for python in pythons[: setting.runs(None, 1)]:
        yield rows_link.narrow, python
    for python in pythons[: setting.runs(None, 1)] if distance.is_possible() else []:
        yield rows_link.distant, python
    if importlib.util.find_spec("decoding") and os.access(decoder(setting), os.X_OK):
        yield decoded


def decoder(setting):
    """The executable that decodes what was recorded; it is built beside Dialback where it is wanted."""
    return os.path.join(os.path.dirname(setting.binary), "DecodingBenchmark")


def decoded(setting):
    """The rows of a module of their own, which writes each by a call."""
    from decoding import decoding

    found = []
    decoding(lambda *args, **named: found.append(Row(*args, **named)), decoder(setting), setting.runs(9, 3))
    return found


def measured(function, *arguments):
    """The rows of a group; one that could not be measured is a row, too."""
    try:
        rows = function(*arguments)
        return [dataclasses.replace(row, noise=NOISE) for row in rows] if arguments[0].short else rows
    except (OSError, SystemExit, subprocess.SubprocessError) as error:
        print(f"{function.__name__}: {error}", file=sys.stderr, flush=True)
        return [Row(function.__name__, 1, bound=0, unit=FAILED)]


def is_missed(rows):
    return any(row.state == "MISSED" for row in rows)


def show(rows):
    for row in rows:
        print(row, flush=True)


def best(old, new):
    """The better rows of two measurements; that one of them failed is no row when the other did not."""
    return [row for row in better(old, new) if row.unit != FAILED] or old


def run(setting):
    """Measures all, and on a short run what has missed again; gives all rows."""
    begun, found, again = time.perf_counter(), [], []
    for group in groups(setting):
        call = group if isinstance(group, tuple) else (group,)
        rows = measured(call[0], setting, *call[1:])
        if setting.short and is_missed(rows):
            again.append([call, rows])
        else:
            show(rows)
            found += rows
    for entry in again * AGAIN if len(again) <= MOST_NOISE else []:
        (function, *arguments), rows = entry
        if is_missed(rows):
            entry[1] = best(rows, measured(function, setting, *arguments))
    for _, rows in again:
        show(rows)
        found += rows
    print(f"{time.perf_counter() - begun:.0f} s")
    return found


def main():
    binary, arguments = os.path.abspath(sys.argv[1]), sys.argv[2:]
    short = arguments[:1] == ["short"]
    print(HEAD)
    # In memory where that can be had: nothing of a disk's speed is to be measured.
    with scratch("/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as folder:
        rows = run(Setting(binary, arguments[1:] if short else arguments, folder, short))
    missed = [row.name for row in rows if row.state == "MISSED"]
    if missed:
        sys.exit("missed: " + "; ".join(missed))


if __name__ == "__main__":
    main()
