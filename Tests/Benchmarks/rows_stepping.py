"""The rows of a step: to the settled screen, in bytes, in batch, and of a key that is held."""

import contextlib
import json
import os
import re
import statistics
import subprocess
import time

from bench_target import write_target
from rows import Row, median_and_p95
from sessions import accelerate, bare, is_pycharm, over_processes, side, started, stopped
from step_latency import place
from timing import collect, step

SLOW = "\n        ".join(["__import__('time').sleep(0.1)"] * 50)


def stepping(setting, python, accelerated=False):
    """A step from its key to the last byte of the screen, beside the wire's step and the request that the screen needs."""
    folder, steps = setting.place(), setting.runs(200, 30)
    path = write_target(os.path.join(folder, "program"))
    if accelerated:
        accelerate(folder)
    written = []

    @contextlib.contextmanager
    def both():
        with bare(python, path, folder, accelerated) as wire, stopped(setting.binary, python, path, folder) as debugger:
            yield wire.steps, lambda count: [settled(debugger, written) for _ in range(count)]
            check_locals(debugger)

    floor, ours = over_processes(setting.processes, steps, both)
    (floor, _), (median, p95) = median_and_p95(floor), median_and_p95(ours)
    name = side(python) + (", accelerated" if accelerated else "")
    return [
        Row(f"{name}: step, key to settled screen", median, floor, 1.15, 2, p95=p95, runs=steps),
        Row(f"{name}: its p95 against its median", p95, median, 3, runs=steps),
        Row(f"{name}: bytes a step to the terminal", statistics.mean(written), bound=400, unit="bytes", runs=steps,
            guard=420, why="few steps, of which the first bring new variables")]


def settled(debugger, written):
    """Milliseconds of a step to its last byte; how many bytes it had goes to `written`."""
    before = debugger.written
    taken = step(debugger)[1]
    written.append(debugger.written - before)
    return taken


def check_locals(debugger):
    """What is shown as settled has to be the step's own variables."""
    found = {
        name: int(value) for line in debugger.screen.rows()
        for name, value in re.findall(r"\b(number|square)\b[^0-9a-z]*(?:int\W+)?(\d+)", line.rpartition("│")[2])}
    if "number" not in found or found.get("square", 0) not in (found["number"] ** 2, (found["number"] - 1) ** 2):
        raise SystemExit(f"the screen does not show the step's variables but {found}:\n" + "\n".join(debugger.screen.rows()))


def bytes_at_rest(setting, python):
    """The bytes of a step after which nothing is pressed for a while: the window's name is among them."""
    folder, steps = setting.place(), setting.runs(20, 8)
    path = write_target(os.path.join(folder, "program"))
    with stopped(setting.binary, python, path, folder) as debugger:
        before = debugger.written
        for _ in range(steps):
            step(debugger)
            debugger.drain(0.5)
        spent = (debugger.written - before) / steps
    return [Row("bytes a step to the terminal, with half a second's rest", spent, bound=400, unit="bytes", runs=steps)]


def batch(setting, python):
    """Steps a second of a script of `n` and `wait stopped`, by its events' own times, beside the wire's.

    It is all of them in all the time: a machine's speed varies by a tenth from one second to the next."""
    folder = setting.place()
    path = write_target(os.path.join(folder, "program"))
    steps = setting.runs(100, 60) * (1 if is_pycharm(python) else 4)
    ours, floor, runs = [], [], setting.runs(7 if is_pycharm(python) else 21, 1)
    for _ in range(runs):
        ours.append(batch_seconds(setting.binary, python, path, setting.place(), steps))
        with bare(python, path, folder) as wire:
            wire.steps(2, 0, reads_frame=False)
            begun = time.perf_counter()
            wire.steps(steps, 0, reads_frame=False)
            floor.append(time.perf_counter() - begun)
    return [Row(
        f"{side(python)}: steps a second in batch", runs * steps / sum(ours), runs * steps / sum(floor), 0.6,
        unit="steps/s", least=True, runs=runs * steps)]


def batch_seconds(binary, python, path, folder, steps):
    """Nothing of ours is in the loop: the script is a file, what comes out goes to one, and the events tell their times."""
    script, output = os.path.join(folder, "script"), os.path.join(folder, "events")
    with open(script, "w") as file:
        file.write("wait stopped 30\n" + "n\nwait stopped 30\n" * (steps + 2))
    with open(output, "w") as file:
        session = subprocess.Popen(
            [binary, "listen", "--batch", "--port", "0", "-x", script], stdin=subprocess.DEVNULL, stdout=file,
            stderr=subprocess.DEVNULL, env={**os.environ, "HOME": folder}, cwd=folder)
    try:
        with started(python, path, listening_port(output), folder):
            session.wait(120)
    finally:
        session.kill()
        session.wait()
    with open(output) as file:
        events = [json.loads(line) for line in file]
    failed = [event for event in events if event["event"] == "result" and not event["ok"]]
    times = [event["time"] for event in events if event["event"] == "stopped"]
    if failed or len(times) != steps + 3:
        raise SystemExit(f"the batch session saw {len(times)} stops of {steps + 3}; {failed[:1]}")
    return times[-1] - times[2]


def listening_port(output):
    """The port that a batch session has told, which is the first that it tells."""
    for _ in range(500):
        with open(output) as file:
            line = file.readline()
        if line.endswith("\n"):
            return json.loads(line)["port"]
        time.sleep(0.01)
    raise SystemExit("the batch session does not listen")


def held_key(setting, python):
    """A key that repeats each 30 ms while a step takes 100 ms: the steps that are painted after its release."""
    folder = setting.place()
    path = write_target(os.path.join(folder, "program"), call=SLOW)
    with stopped(setting.binary, python, path, folder) as debugger:
        for _ in range(5):
            step(debugger)
        repeat(debugger, 0.03, setting.runs(66, 40))
        released = place(debugger.screen.rows())
        # In 3 s a queue would go on for 30 steps.
        seen = places(debugger, collect(debugger, 1, 3), released)
    return [Row(f"{side(python)}: steps after a held key's release", len(seen), 1, 2, unit="steps")]


def repeat(debugger, pause, times):
    """Presses `n` like a keyboard that repeats it."""
    due = time.perf_counter()
    for _ in range(times):
        os.write(debugger.master, b"n")
        due += pause
        debugger.drain(max(0, due - time.perf_counter()))


def places(debugger, chunks, before):
    """The lines that the execution mark came to, one after the other."""
    seen = []
    for _, data in chunks:
        debugger.written += len(data)
        debugger.screen.feed(data)
        now = place(debugger.screen.rows())
        if now not in (None, before):
            seen.append(now)
            before = now
    return seen
