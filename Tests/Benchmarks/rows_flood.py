"""The rows of output: as much of it as pydevd sends, and as much as Dialback takes."""

import contextlib
import os
import statistics
import subprocess
import sys
import time

from bench_target import FLOOD, write_target
from rows import Row, at_share
from screen_bars import processor_seconds, resident, waiting
from sessions import bare, over_processes, stopped
from step_latency import Debugger
from timing import collect, press, step

HERE = os.path.dirname(os.path.abspath(__file__))
FULL = 300_000  # lines after which the console has both the lines and the bytes that it keeps
KEYS = 100


def throughput(setting, python):
    """A step over a call that prints without end in sight: the stop comes behind the last line.

    How fast a machine is varies by a tenth from one second to the next, so that the two take turns each second, often; that of
    a process from one to the next, so that there are several."""
    folder, runs = setting.place(), setting.runs(40, 10)
    path = write_target(os.path.join(folder, "program"), call="flood()")

    @contextlib.contextmanager
    def both():
        with bare(python, path, folder) as wire, stopped(setting.binary, python, path, folder) as debugger:
            # Into the loop, of which each five steps have the call.
            wire.steps(3, 0, reads_frame=False)
            for _ in range(3):
                step(debugger)
            yield lambda count: [wire_flood(wire) for _ in range(count)], \
                lambda count: [screen_flood(debugger) for _ in range(count)]

    floor, found = over_processes(setting.processes, runs, both, block=1)
    ours, used = [sum(times) for times in zip(*found)]
    return [
        Row("lines a second of a target that prints", FLOOD * runs / ours, FLOOD * runs / sum(floor), 0.95,
            unit="lines/s", least=True, runs=runs),
        Row("processor while it does, a second", used / ours * 1000, runs=runs)]


def wire_flood(wire):
    """Seconds of the one step of the loop that prints, on the wire."""
    return max(discarding_step(wire) for _ in range(5))


def discarding_step(wire):
    begun = time.perf_counter()
    wire.stand_in.send(108, wire.place[0])
    wire.place = wire.stand_in.discard_until_stop()
    return time.perf_counter() - begun


def screen_flood(debugger):
    """Seconds of the one step of the loop that prints, on the screen, and Dialback's processor seconds."""
    found = []
    for _ in range(5):
        used = processor_seconds(debugger.pid)
        seconds = step(debugger)[0] / 1000
        found.append((seconds, processor_seconds(debugger.pid) - used))
    return max(found)


@contextlib.contextmanager
def flooded(setting, lines):
    """Dialback, and a peer that sends so many lines for each of what is written to it."""
    debugger = Debugger(setting.binary, setting.place())
    peer = None
    try:
        debugger.read_until(waiting, "waiting screen")
        peer = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "flood_peer.py"), str(debugger.port), str(lines)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        debugger.drain(0.5)
        yield debugger, peer
    finally:
        if peer:
            peer.kill()
            peer.wait()
        debugger.close()


def flood_once(debugger, peer):
    """Lets the peer send its lines, and waits until Dialback has taken them; seconds, and processor seconds."""
    begun, used = time.perf_counter(), processor_seconds(debugger.pid)
    peer.stdin.write(b"\n")
    peer.stdin.flush()
    os.set_blocking(peer.stdout.fileno(), False)
    while not peer.stdout.read():
        debugger.drain(0.02)
    seconds = time.perf_counter() - begun
    before = None
    while before != (now := processor_seconds(debugger.pid)):
        before = now
        debugger.drain(0.3)
    return seconds, now - used


def memory(setting):
    """What is kept is full after so many lines; as many again must not need more."""
    with flooded(setting, FULL) as (debugger, peer):
        seconds, used = flood_once(debugger, peer)
        full = resident(debugger.pid)
        flood_once(debugger, peer)
        again = resident(debugger.pid)
    return [
        Row("memory when as much again was printed as is kept", again, full, 1.05, unit="MB", guard=1.15, why="what the allocator keeps"),
        Row("lines a second of a peer that sends what is taken", FULL / seconds, unit="lines/s"),
        Row("processor of 100,000 lines of it", used / FULL * 1e8)]


def keys(setting):
    """A key that opens or closes the help, while a peer sends all that is taken."""
    with flooded(setting, 0) as (debugger, peer):
        peer.stdin.write(b"\n")
        peer.stdin.flush()
        debugger.drain(2)
        times = [toggle_help(debugger) for _ in range(KEYS)]
    name = "key to paint in a flood"
    return [
        Row(f"{name}, median", statistics.median(times), bound=8, p95=at_share(times, 0.95), runs=KEYS),
        Row(f"{name}, p99", at_share(times, 0.99), bound=None if setting.short else 16, runs=KEYS)]


def toggle_help(debugger):
    def is_shown(rows):
        return any("Keys in" in line for line in rows)
    shown = is_shown(debugger.screen.rows())
    took = press(debugger, b"q" if shown else b"?", lambda rows: is_shown(rows) != shown, "help or not", most=0.04)
    for _, data in collect(debugger, 0.01, 0.01):
        debugger.screen.feed(data)
    return took
