"""The rows of a program with several threads: its steps, and how soon all go on that a breakpoint stopped at once.

Without help pydevd leaves most threads asleep for up to 200 ms; what is allowed is a time of its own then, whatever the floor."""

import json
import os
import socket
import statistics
import subprocess
import threading
import time

from rows import Row, at_share
from sessions import bare, in_turns, is_pycharm, side, started, stopped
from timing import step

HEAD = '''import sys
import threading
import time

import pydevd


def count():
    number = 0
    while True:
        time.sleep(0.005)
        number += 1


def main():
    pydevd.settrace("127.0.0.1", True, True, int(sys.argv[1]))
    for _ in range(2):
        threading.Thread(target=count, daemon=True).start()
'''
STOPPING = HEAD + '''    while True:
        time.sleep(0.3)
        number = 0  # the breakpoint


main()
'''
STEPPING = HEAD + '''    number = 0
    while True:
        number += 1
        square = number * number
        name = str(square)


main()
'''
THREADS = 3
LIMIT = 60  # seconds over the rests
FEW, MANY = 5_000, 20_000
ALLOWED = 15  # milliseconds on pydevd
LINE = 1 + STOPPING[:STOPPING.index("  # the breakpoint")].count("\n")


def write(folder, text):
    path = os.path.join(folder, "step_target.py")
    with open(path, "w") as file:
        file.write(text)
    return path


def row(python, name, ours, floor):
    bound, extra = (1.15, 2) if is_pycharm(python) else (0, ALLOWED)
    return Row(
        f"{side(python)}: three threads, {name}", statistics.median(ours), statistics.median(floor), bound, extra=extra,
        p95=at_share(ours, 0.95), runs=len(ours), why="" if is_pycharm(python) else "most threads oversleep there")


def stepping(setting, python):
    """From the key of a step to what it paints, while other threads run."""
    folder, home = setting.place(), setting.place()
    path, steps = write(folder, STEPPING), setting.runs(60, 10)
    with bare(python, path, folder) as wire, stopped(setting.binary, python, path, home) as debugger:
        # Past the start of the threads, into the loop.
        wire.steps(8, 0)
        for _ in range(8):
            step(debugger)
        floor, ours = in_turns(steps, wire.steps, lambda count: [step(debugger)[1] for _ in range(count)])
    return [row(python, "step, key to settled screen", ours, floor)]


def going_on(setting, python):
    """From the order to go on to the last thread's word that it does, after rests of different lengths."""
    folder, rounds = setting.place(), setting.runs(15, 5)
    path = write(folder, STOPPING)
    # Threads that look for orders each 10 ms are met at all points of that.
    rests = [0.03 + number % 5 * 0.04 + number * 0.01 / rounds for number in range(rounds)]
    floor, ours = on_the_wire(python, path, folder, rests), in_batch(setting, python, path, rests)
    return [row(python, "order to go on to the last word", ours, floor)]


def on_the_wire(python, path, folder, rests):
    """Milliseconds with the bare order."""
    times = []
    with bare(python, path, folder) as wire:
        peer = wire.stand_in
        peer.send(111, f"1\tpython-line\t{path}\t{LINE}\tNone\tNone\tNone\tNone\tFalse\tALL")
        peer.send(106, wire.place[0])
        for rest in rests:
            threads = [peer.place_of(peer.wait_for("105"))[0] for _ in range(THREADS)]
            time.sleep(rest)
            begun = time.perf_counter()
            for thread in threads:
                peer.send(106, thread)
            for _ in threads:
                peer.wait_for("106")
            times.append((time.perf_counter() - begun) * 1000)
    return times


def in_batch(setting, python, path, rests):
    """Milliseconds with `c`."""
    folder, times = setting.place(), []
    session = subprocess.Popen(
        [setting.binary, "listen", "--batch", "--port", "0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env={**os.environ, "HOME": folder}, cwd=os.path.dirname(path))
    limit = threading.Timer(LIMIT + sum(rests), session.kill)
    limit.start()
    try:
        def wait_for(kind):
            for line in session.stdout:
                event = json.loads(line)
                if event["event"] == kind:
                    return event
            raise SystemExit(f"batch mode told of no {kind}")

        with started(python, path, wait_for("listening")["port"], folder):
            def say(text):
                session.stdin.write(text.encode() + b"\n")
                session.stdin.flush()

            wait_for("stopped")
            say(f"b {os.path.basename(path)}:{LINE} all")
            say("c")
            wait_for("resumed")
            for rest in rests:
                for _ in range(THREADS):
                    wait_for("stopped")
                time.sleep(rest)
                begun = time.perf_counter()
                say("c")
                for _ in range(THREADS):
                    wait_for("resumed")
                times.append((time.perf_counter() - begun) * 1000)
    finally:
        limit.cancel()
        session.kill()
        session.wait()
    return times


def many(setting):
    """From the first of thousands of threads that begin to the last that batch mode tells of."""
    few, more = (min(told(setting, count) for _ in range(2)) for count in (FEW, MANY))
    return [Row(f"{MANY:,} threads that begin, against {FEW:,}", more / few, bound=8, unit="x small", runs=2, why="4 x as many")]


def begin(peer, count):
    """A message for each, as pydevd sends them."""
    for number in range(count):
        peer.sendall(f'103\t2\t<xml><thread name="t" id="pid_999999_id_{number}" /></xml>\n'.encode())


def told(setting, count):
    """Seconds."""
    session = subprocess.Popen(
        [setting.binary, "listen", "--batch", "--port", "0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env={**os.environ, "HOME": setting.place()})
    limit = threading.Timer(LIMIT, session.kill)
    limit.start()
    try:
        port = json.loads(session.stdout.readline())["port"]
        with socket.create_connection(("127.0.0.1", port)) as peer:
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            lines = peer.makefile("rb")
            sequence = next(line for line in lines if line.startswith(b"501")).split(b"\t")[1].decode()
            peer.sendall(f"501\t{sequence}\t@@BUILD_NUMBER@@\n".encode())
            next(line for line in lines if line.startswith(b"101"))
            begun = time.perf_counter()
            threading.Thread(target=begin, args=(peer, count), daemon=True).start()
            heard = 0
            while heard < count:
                line = session.stdout.readline()
                if not line:
                    raise SystemExit(f"batch mode told of {heard} threads, and of no more in {LIMIT} s")
                heard += b'"thread_started"' in line
            return time.perf_counter() - begun
    finally:
        limit.cancel()
        session.kill()
        session.wait()
