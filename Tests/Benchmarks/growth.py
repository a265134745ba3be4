"""What something costs against its size, plotted in text, beside the bare wire's cost of the same, and how it grows.

    growth.py DIALBACK PYTHON

PYTHON has pydevd or pydevd-pycharm. Nothing is subtracted: each row has what Dialback takes, what the wire takes alone (which
is what the program's side needs), and the difference of the two. A growth is the exponent between two sizes: 1 is linear.
"""

import contextlib
import json
import math
import os
import statistics
import subprocess
import sys
import threading
import time

from bench_target import write_target
from crowd import Crowd
from scratch import scratch
from screen_bars import resident, waiting
from step_latency import PAUSE, Debugger
from table import floor_steps, started, stopped
from timing import scroll, step
from wire import StandIn

STEPS = 20
WIDTH = 40  # columns of the longest bar
LINEAR = 1.25  # the largest exponent that still counts as linear: what the noise of a busy machine adds
PATIENCE = 200  # seconds that the largest answer may take
CAP = 1_000_000  # characters of a value that Dialback shows


def plot(title, rows):
    """Prints a bar for each (size, ours, wire, remark), in milliseconds; the longest fills the width. Then the growth."""
    print(f"\n{title}, ms")
    print(f"{'size':>11} {'':{WIDTH}} {'ours':>10} {'wire':>10} {'difference':>10}")
    most = max(ours for _, ours, _, _ in rows)
    for size, ours, wire, remark in rows:
        alone = min(round(WIDTH * wire / most), round(WIDTH * ours / most)) if wire else 0
        bar = "█" * alone + "▒" * max(1 - alone, round(WIDTH * ours / most) - alone)
        figures = f"{ours:10.2f} " + (f"{wire:10.2f} {ours - wire:10.2f}" if wire else f"{'-':>10} {'-':>10}")
        print(f"{size:>11,} {bar:<{WIDTH}} {figures}  {remark}", flush=True)
    growth(rows)


def exponents(pairs):
    """The growth between each two successive (size, cost); None where a cost is not above 0."""
    return [
        math.log(after / before) / math.log(larger / size) if before > 0 and after > 0 else None
        for (size, before), (larger, after) in zip(pairs, pairs[1:])]


def growth(rows):
    """Prints the exponents, and whether they are linear at most."""
    ours = exponents([(size, ours) for size, ours, _, _ in rows])
    sides = [("ours", ours)]
    has_wire = all(wire for _, _, wire, _ in rows)
    if has_wire:
        sides.append(("wire", exponents([(size, wire) for size, _, wire, _ in rows])))
        sides.append(("difference", exponents([(size, ours - wire) for size, ours, wire, _ in rows])))
    for name, found in sides:
        print(f"{name:>11} grows by " + "  ".join("    -" if one is None else f"{one:5.2f}" for one in found))
    wire = sides[1][1] if has_wire else []
    print(f"{'':>11} {verdict(rows, ours, wire)}" + (f"; {share(rows[-1])}" if has_wire else ""), flush=True)


def verdict(rows, ours, wire):
    """Whether it is linear; where it is not, whether the wire alone grows as fast there."""
    worst = max(range(len(ours)), key=lambda index: ours[index])
    if ours[worst] <= LINEAR:
        return "linear or better"
    remark = f", as the wire alone: {wire[worst]:.2f}" if wire and wire[worst] > ours[worst] - 0.05 else ""
    return f"NOT linear: {ours[worst]:.2f} from {rows[worst][0]:,} to {rows[worst + 1][0]:,}{remark}"


def share(row):
    size, ours, wire, _ = row
    return f"at {size:,} the other side's own time is {min(wire / ours, 1):.0%} of it"


def stops(binary, python, folder, name, sizes):
    """Key to settled screen for each size of one kind; `sizes` gives the program for it."""
    rows = []
    for size, program in sizes:
        path = write_target(os.path.join(folder, f"{name}-{size}"), **program)
        wire = statistics.median(floor_steps(python, path, folder, STEPS))
        with stopped(binary, python, path, folder) as debugger:
            # What the program's side needs for the variables of a large frame is longer than the pause that ends a small step.
            times = [step(debugger, quiet=max(PAUSE, 2 * wire / 1000)) for _ in range(STEPS)]
        painted, settled = (statistics.median(column) for column in zip(*times))
        rows.append((size, settled, wire, f"first paint {painted:.2f}"))
    plot(f"key to settled screen by {name}", rows)


def processes(binary, folder, counts):
    """So many processes: until the list has them all, a key in it, and until all run again."""
    connected, keys, resumed = [], [], []
    for count in counts:
        alone = bare_crowd(count)
        debugger = Debugger(binary, folder)
        try:
            debugger.read_until(waiting, "waiting screen")
            begun = time.perf_counter()
            crowd = Crowd(debugger.port, count)
            wait(debugger, lambda: any(f"Threads ({count})" in row for row in debugger.screen.rows()), "list of all")
            connected.append((count, (time.perf_counter() - begun) * 1000, alone[0], ""))
            debugger.drain(1)
            memory = resident(debugger.pid)
            keys.append((count, statistics.median(scroll(debugger, STEPS, b"jk")), None, f"resident {memory:.1f} MB"))
            begun = time.perf_counter()
            os.write(debugger.master, b":continue all\r")
            wait(debugger, lambda: crowd.resumed_at is not None, "end of all stops")
            resumed.append((count, (crowd.resumed_at - begun) * 1000, alone[1], ""))
            crowd.close()
        finally:
            debugger.close()
    plot("until the list has all that have connected, by processes", connected)
    plot("key in the list, by processes", keys)
    plot("continue all, by processes", resumed)


def wait(debugger, condition, what):
    """Takes what is painted until a condition holds."""
    end = time.perf_counter() + PATIENCE
    while not condition():
        if not debugger.drain(0.005) or time.perf_counter() > end:
            sys.exit(f"no {what}:\n" + "\n".join(debugger.screen.rows()))


def bare_crowd(count):
    """Milliseconds that the wire alone needs until so many processes have stopped, and until all run again."""
    listener = StandIn().listener
    listener.listen(count)
    begun = time.perf_counter()
    made = []
    thread = threading.Thread(target=lambda: made.append(Crowd(listener.getsockname()[1], count)))
    thread.start()
    members = [StandIn() for _ in range(count)]
    places = [member.greet(peer) for member, peer in zip(members, [listener.accept()[0] for _ in members])]
    thread.join()
    stopped_after = time.perf_counter() - begun
    begun = time.perf_counter()
    for member, place in zip(members, places):
        member.send(106, place[0])
    while made[0].resumed_at is None:
        time.sleep(0.0005)
    resumed_after = made[0].resumed_at - begun
    made[0].close()
    for member in members:
        member.peer.close()
        member.listener.close()
    listener.close()
    return stopped_after * 1000, resumed_after * 1000


class Batch:
    """A batch session, which is told a command after the other."""

    def __init__(self, binary, folder):
        self.process = subprocess.Popen(
            [binary, "listen", "--batch", "--port", "0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, "HOME": folder}, cwd=folder)
        self.port = json.loads(self.wait_for("listening"))["port"]

    def wait_for(self, event):
        mark = b'"event": "%s"' % event.encode()
        for line in self.process.stdout:
            if mark in line[:100]:
                return line
        sys.exit("the batch session ended early")

    def ask(self, command):
        """Milliseconds from a command to its result, which has to be a good one."""
        begun = time.perf_counter()
        self.process.stdin.write(command.encode() + b"\n")
        self.process.stdin.flush()
        line = self.wait_for("result")
        taken = (time.perf_counter() - begun) * 1000
        if b'"ok": true' not in line[:200]:
            sys.exit(f"{command}: {line[:300].decode()}")
        return taken

    def close(self):
        self.process.kill()
        self.process.wait()


@contextlib.contextmanager
def batch(binary, folder):
    session = Batch(binary, folder)
    try:
        yield session
    finally:
        session.close()


def samples(work, size):
    """The median of what `work` gives; the more it takes, the less often."""
    return statistics.median(work() for _ in range(7 if size <= 1 << 20 else 3 if size <= 16 << 20 else 1))


def timed_evaluation(wire, place):
    begun = time.perf_counter()
    wire.evaluate(place, "text", trim=0)
    return (time.perf_counter() - begun) * 1000


def values(binary, python, folder, sizes):
    """The whole text of a value, by `pp`, from a real process."""
    rows = []
    for size in sizes:
        path = write_target(os.path.join(folder, f"text-{size}"), text=size)
        wire = StandIn()
        with started(python, path, wire.port, folder):
            place = wire.accept()
            wire.peer.settimeout(PATIENCE)
            alone = samples(lambda: timed_evaluation(wire, place), size)
        with batch(binary, folder) as session, started(python, path, session.port, folder):
            session.wait_for("stopped")
            session.ask(f"set timeout {PATIENCE}")
            taken = samples(lambda: session.ask("pp text"), size)
            memory = resident(session.process.pid)
        rows.append((size, taken, alone, f"resident {memory:.1f} MB"))
    plot(f"`pp` by bytes of the value (the first {CAP:,} are shown)", rows)


class Ready(Crowd):
    """A process that has its answer ready: a value of so many bytes. So little of the time is its own."""

    def __init__(self, port, size):
        text = ("text " * (size // 5)).ljust(size, ".")
        self.whole = f'\t<xml><var name="text" type="str" value="str%253A {text}" /></xml>\n'
        self.cut = f'\t<xml><var name="text" type="str" value="str%253A {size} {text[:CAP]}" /></xml>\n'
        super().__init__(port, 1)

    def answer(self, number, command, sequence, payload):
        if command == "113" and payload.split("\t")[4:5] == ["0"]:
            return f"113\t{sequence}" + (self.cut if "pprint" in payload else self.whole)
        return super().answer(number, command, sequence, payload)


def frames_of_bytes(binary, folder, sizes):
    """The same from a process that has the answer ready."""
    rows = []
    for size in sizes:
        wire = StandIn()
        process = Ready(wire.port, size)
        place = wire.accept()
        alone = samples(lambda: timed_evaluation(wire, place), size)
        process.close()
        with batch(binary, folder) as session:
            process = Ready(session.port, size)
            session.wait_for("stopped")
            taken = samples(lambda: session.ask("pp text"), size)
            memory = resident(session.process.pid)
        process.close()
        rows.append((size, taken, alone, f"resident {memory:.1f} MB"))
    plot("`pp` by bytes of the frame that answers it, ready when it is asked for", rows)


def main():
    binary, python = os.path.abspath(sys.argv[1]), sys.argv[2]
    bytes_of = (1 << 10, 64 << 10, 1 << 20, 16 << 20, 64 << 20)
    with scratch() as folder:
        stops(binary, python, folder, "locals", [(n, {"names": n}) for n in (10, 100, 1_000, 10_000)])
        stops(binary, python, folder, "frames", [(n, {"depth": n - 1}) for n in (2, 10, 100, 1_000)])
        processes(binary, folder, (1, 10, 100, 500))
        frames_of_bytes(binary, folder, bytes_of)
        values(binary, python, folder, bytes_of)


if __name__ == "__main__":
    main()
