"""The rows of many processes, and of more than the system lets in."""

import os
import re
import stat
import time

from crowd import Crowd
from rows import Row, median_and_p95
from screen_bars import resident, waiting
from step_latency import Debugger
from timing import scroll

KEYS = 40
DESCRIPTORS = 64


def crowded(setting):
    """So many processes that have all stopped."""
    count = setting.runs(500, 100)
    debugger = Debugger(setting.binary, setting.place())
    try:
        debugger.read_until(waiting, "waiting screen")
        alone = resident(debugger.pid)
        crowd = Crowd(debugger.port, count)
        until(debugger, lambda: crowd.stopped == count, 30)
        debugger.drain(1)
        each = (resident(debugger.pid) - alone) * 1024 / count
        found = [
            Row(f"{count} processes: lost", count - crowd.stopped + crowd.lost, bound=0, unit=""),
            Row(f"{count} processes: memory each", each, bound=100, unit="KB")]
        found.append(scrolling(debugger, count))
        found.append(resuming(debugger, crowd, count))
        crowd.close()
        return found
    finally:
        debugger.close()


def until(debugger, condition, seconds):
    """Whether it came true in so many seconds."""
    end = time.perf_counter() + seconds
    while not condition() and time.perf_counter() < end:
        debugger.drain(0.02)
    return condition()


def settle(debugger, crowd):
    """Waits until no more of the crowd come in."""
    before = None
    while before != (before := crowd.stopped):
        debugger.drain(1.5)


def scrolling(debugger, count):
    """The key that moves on in their list."""
    times = scroll(debugger, KEYS, b"j")
    median, p95 = median_and_p95(times)
    return Row(
        f"{count} processes: key in their list, p95", p95, bound=16, runs=KEYS, why=f"median {median:.2f} ms")


def resuming(debugger, crowd, count):
    """From the key to the moment when the last one goes on."""
    begun = time.perf_counter()
    os.write(debugger.master, b":continue all\r")
    until(debugger, lambda: crowd.resumed_at is not None, 10)
    took = ((crowd.resumed_at or time.perf_counter()) - begun) * 1000
    return Row(f"{count} processes: continue all", took, bound=1000)


def limited(setting):
    """More processes than there may be descriptors."""
    folder, count = setting.place(), 100
    debugger = Debugger(limiting(setting.binary, folder), folder)
    try:
        debugger.read_until(waiting, "waiting screen")
        crowd = Crowd(debugger.port, count)
        settle(debugger, crowd)
        said = plainly("\n".join(debugger.screen.rows()))
        served, lost, left = crowd.stopped, crowd.lost, min(3, crowd.stopped)
        for index in range(left):
            crowd.leave(index)
        until(debugger, lambda: crowd.stopped >= served + left, 5)
        name = f"{count} processes at {DESCRIPTORS} descriptors"
        found = [
            Row(f"{name}: the limit is said", int(said), bound=1, unit="", least=True, why=f"{served} are served"),
            Row(f"{name}: sessions lost", lost, bound=0, unit=""),
            Row(f"{name}: served where as many have left", crowd.stopped - served, bound=max(1, left), unit="", least=True)]
        crowd.close()
        return found
    finally:
        debugger.close()


def plainly(text):
    """The limit's name, and what raises it, are on the screen."""
    return bool(re.search(r"descriptor|open files|files open", text)) and bool(re.search(r"ulimit|LimitNOFILE", text))


def limiting(binary, folder):
    """A program that runs the binary with few descriptors, which it can't raise."""
    path = os.path.join(folder, "limited")
    with open(path, "w") as file:
        file.write(f'#!/bin/sh\nulimit -n {DESCRIPTORS}\nexec "{binary}" "$@"\n')
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
    return path
