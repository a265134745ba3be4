"""When something came to be on the screen: what is painted is read with the times first, and looked at afterwards.

To know what is on the screen takes Python longer than a step takes; done between two reads it would be counted with them.
"""

import os
import select
import sys
import time

from step_latency import PAUSE, place
from wire import LIMIT


def collect(debugger, quiet, most=LIMIT):
    """What is painted until nothing is for `quiet` seconds, or for `most` at the longest: (time, bytes) of each read."""
    chunks, end = [], time.perf_counter() + most
    while time.perf_counter() < end and select.select([debugger.master], [], [], quiet)[0]:
        try:
            data = os.read(debugger.master, 65536)
        except OSError:
            break
        chunks.append((time.perf_counter(), data))
    return chunks


def is_title(data):
    """Nothing but the window's name, which follows when the screen has been the same for a while."""
    return data.startswith(b"\x1b]2;") and data.endswith(b"\x07") and data.count(b"\x1b") == 1


def press_and_settle(debugger, keys, condition, what, quiet=PAUSE, most=LIMIT):
    """Milliseconds from a key to the first paint of which `condition` holds, and to the last byte before it is quiet."""
    begun, painted, last = time.perf_counter(), None, None
    os.write(debugger.master, keys)
    while painted is None:
        for moment, data in collect(debugger, quiet, most):
            debugger.written += len(data)
            debugger.screen.feed(data)
            last = last if last and is_title(data) else moment
            if painted is None and condition(debugger.screen.rows()):
                painted = moment
        if time.perf_counter() > begun + LIMIT:
            sys.exit(f"no {what} on the screen:\n" + "\n".join(debugger.screen.rows()))
    return (painted - begun) * 1000, (last - begun) * 1000


def step(debugger, keys=b"n", quiet=PAUSE):
    """Milliseconds of a step to the paint of the line, and to the last byte of it."""
    old = place(debugger.screen.rows())
    return press_and_settle(debugger, keys, lambda rows: place(rows) not in (None, old), "next line", quiet)


def scroll(debugger, times, keys):
    """Milliseconds of each of so many keys in the list of the processes, to the paint of what it moves; `keys` over again."""
    os.write(debugger.master, b"5")
    debugger.drain(0.5)
    taken = []
    for number in range(times):
        before = debugger.screen.rows()
        taken.append(press(debugger, keys[number % len(keys):][:1], lambda rows: rows != before, "other row"))
    return taken


def press(debugger, keys, condition, what, most=LIMIT):
    """Milliseconds from a key to the paint that shows what it does; reads on for `most` seconds at the longest."""
    return press_and_settle(debugger, keys, condition, what, most=most)[0]
