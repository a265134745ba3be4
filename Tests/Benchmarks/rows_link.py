"""The rows of slow lines: a step's round trips, what watches add, and the bytes on the wire."""

import contextlib
import os
import statistics
import subprocess
import sys

from bench_target import write_target
from distance import Distance
from rows import Row, median_and_p95
from sessions import bare, in_turns, is_pycharm, side, stopped
from timing import step

HERE = os.path.dirname(os.path.abspath(__file__))
TRIP = 0.05  # seconds there and back
LINE = 125_000  # bytes a second of 1 Mbit/s
WATCHES = [f"__import__('time').time() + {number}" for number in range(5)]  # each is another one at each stop
SLACK = 0.5  # of a round trip; one more would be seen


class Link:
    """The lines that a session's processes take to their debugger."""

    def __init__(self, delay=0.0, rate=0):
        self.delay, self.rate, self.relay = delay, rate, None

    @contextlib.contextmanager
    def __call__(self, port):
        self.relay = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "link.py"), str(port), str(self.delay), str(self.rate)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            yield int(self.relay.stdout.readline())
        finally:
            self.relay.kill()
            self.relay.wait()

    def counts(self):
        """Bytes to the debugger and from it, and the reads that they came in."""
        self.relay.stdin.write("\n")
        self.relay.stdin.flush()
        return [int(word) for word in self.relay.stdout.readline().split()]


def steps_of(debugger, trips):
    """Steps of which each is over when nothing has come for as many round trips, and one more."""
    return lambda count: [step(debugger, quiet=TRIP * (trips + 1))[1] for _ in range(count)]


def over(setting, python, link, watches=()):
    """Milliseconds of steps on the bare wire and on the screen over such a line, and each one's bytes a step both ways."""
    folder, steps = setting.place(), setting.runs(12, 4)
    path = write_target(os.path.join(folder, "program"))
    links = [Link(**link), Link(**link)]
    with bare(python, path, folder, through=links[0], watches=watches) as wire, \
            stopped(setting.binary, python, path, folder, through=links[1]) as debugger:
        for watch in watches:
            os.write(debugger.master, f":display {watch}\r".encode())
            debugger.drain(0.35)
        # Watches are asked for where they are seen.
        os.write(debugger.master, b"2" if watches else b"")
        debugger.drain(0.5 if watches else 0)
        take = steps_of(debugger, 1 + (0 if is_pycharm(python) else len(watches)))
        wire.steps(1), take(1)
        before = [link.counts() for link in links]
        floor, ours = in_turns(steps, wire.steps, take)
        after = [link.counts() for link in links]
    spent = [[(end - begin) / steps for begin, end in zip(*one)] for one in zip(before, after)]
    return floor, ours, spent, steps


def round_trips(setting, python, watches=()):
    """A step over a line on which each round trip is 50 ms; what is above the local wire's step is round trips."""
    folder = setting.place()
    with bare(python, write_target(os.path.join(folder, "program")), folder, watches=watches) as wire:
        local = statistics.median(wire.steps(20))
    floor, ours, spent, steps = over(setting, python, {"delay": TRIP / 2}, watches)
    (median, p95), floor = median_and_p95(ours), statistics.median(floor)
    # A side that serves all that it has gets it in one write; the other one has a request a time.
    least = 2 + (0 if is_pycharm(python) else len(watches))
    name = f"{side(python)}, 50 ms trip" + (f", {len(watches)} watches" if watches else "")
    rows = [
        Row(f"{name}: step", median, floor, 1.15, 2, p95=p95, runs=steps),
        Row(f"{name}: round trips", trips(median, local * 1.15 + 2), bound=least + SLACK, unit="trips", runs=steps,
            why=f"the wire {trips(floor, local):.2f}")]
    return rows + traffic(name, spent, steps)


def trips(milliseconds, local):
    """Round trips of a step that may take so long without a line."""
    return (milliseconds - local) / (TRIP * 1000)


def traffic(name, spent, steps):
    (wire_to, wire_from, *_), (to, sent, *reads) = spent
    return [
        Row(f"{name}: bytes to the debugger", to, wire_to, unit="bytes", runs=steps, why=f"{reads[0]:.1f} reads"),
        Row(f"{name}: bytes from the debugger", sent, wire_from, unit="bytes", runs=steps, why=f"{reads[1]:.1f} reads")]


def narrow(setting, python):
    """A step over a line of 1 Mbit/s."""
    floor, ours, spent, steps = over(setting, python, {"rate": LINE})
    (median, p95), floor = median_and_p95(ours), statistics.median(floor)
    name = f"{side(python)}, 1 Mbit/s"
    return [Row(f"{name}: step", median, floor, 1.15, 2, p95=p95, runs=steps)] + traffic(name, spent, steps)


def watched(setting, python):
    return round_trips(setting, python, WATCHES)


def distant(setting, python):
    """A step of a process that is 50 ms away, where acknowledgements take their time, too."""
    folder, steps = setting.place(), setting.runs(12, 4)
    with bare(python, write_target(os.path.join(folder, "near")), folder) as wire:
        local = statistics.median(wire.steps(20))
    with Distance(TRIP / 2) as distance:
        path = write_target(os.path.join(folder, "far"), host=distance.host)
        with bare(python, path, folder, distance=distance) as wire, \
                stopped(setting.binary, python, path, folder, distance=distance) as debugger:
            take = steps_of(debugger, 2)
            wire.steps(1), take(1)
            floor, ours = in_turns(steps, wire.steps, take)
    (median, p95), floor = median_and_p95(ours), statistics.median(floor)
    name = f"{side(python)}, 50 ms away"
    return [
        Row(f"{name}: step", median, floor, 1.15, 2, p95=p95, runs=steps),
        Row(f"{name}: round trips", trips(median, local * 1.15 + 2), bound=2 + SLACK, unit="trips", runs=steps,
            why=f"the wire {trips(floor, local):.2f}")]
