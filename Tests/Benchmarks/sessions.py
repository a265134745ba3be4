"""What the rows are measured on: targets, Dialback at a stop of one, and the bare wire at a stop of one."""

import contextlib
import dataclasses
import os
import subprocess
import tempfile
import time

import accelerator
from screen_bars import waiting
from step_latency import PAUSE, Debugger, place
from wire import StandIn

BLOCK = 10  # steps that one of two takes before it is the other's turn


@dataclasses.dataclass
class Setting:
    """What a run of the table was told."""

    binary: str
    pythons: list
    folder: str
    short: bool

    def place(self):
        """A new folder, which is the home of what runs in it, too."""
        return tempfile.mkdtemp(dir=self.folder)

    def runs(self, whole, short):
        return short if self.short else whole

    @property
    def processes(self):
        """How many processes of each side share the steps of a row."""
        return self.runs(4, 1)


def side(python):
    """The name of a Python's environment."""
    return os.path.basename(os.path.dirname(os.path.dirname(python)))


def is_pycharm(python):
    return side(python).startswith("pycharm")


def accelerate(folder):
    """Turns the accelerator on for what has its home there."""
    settings = os.path.join(folder, ".config", "dialback")
    os.makedirs(settings, exist_ok=True)
    with open(os.path.join(settings, "config.toml"), "w") as file:
        file.write("accelerate = true\n")


@contextlib.contextmanager
def started(python, path, port, folder, distance=None):
    command = [*(distance.far if distance else []), python, "-B", path, str(port)]
    with open(os.path.join(folder, "target.log"), "ab") as log:
        target = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        yield target
    finally:
        target.kill()
        target.wait()


@contextlib.contextmanager
def stopped(binary, python, path, folder, through=None, distance=None):
    """Dialback at the first stop of a target; `through` makes a link to its port that the target takes, and `distance` has
    the target far away."""
    with distance.near() if distance else contextlib.nullcontext():
        more = ["--host", distance.host, "--allow", distance.peer] if distance else []
        debugger = Debugger(binary, folder, os.path.dirname(path), more)
    try:
        debugger.read_until(waiting, "waiting screen")
        with contextlib.ExitStack() as stack:
            port = stack.enter_context(through(debugger.port)) if through else debugger.port
            stack.enter_context(started(python, path, port, folder, distance))
            debugger.read_until(lambda rows: place(rows) is not None, "stop")
            debugger.drain(0.5)
            yield debugger
    finally:
        debugger.close()


class Wire:
    """The bare wire at a stop."""

    def __init__(self, stand_in, watches=(), together=False):
        self.stand_in = stand_in
        self.place = stand_in.accept()
        self.watches, self.together = watches, together

    def accelerate(self):
        answer = self.stand_in.evaluate(self.place, accelerator.expression())
        if "isErrorOnEval" in answer:
            raise SystemExit("the accelerator was refused: " + answer)

    def steps(self, count, pause=PAUSE, reads_frame=True):
        """Milliseconds of each of so many steps."""
        times = self.stand_in.time_steps(self.place, count, pause, reads_frame, self.watches, self.together)
        self.place = self.stand_in.place
        return times

    def stops(self, count, pause):
        """Milliseconds from each of so many steps to its stop; the variables are read behind that, before the pause."""
        times = []
        for _ in range(count):
            times += self.steps(1, 0, reads_frame=False)
            self.stand_in.read(self.place, self.watches, self.together)
            time.sleep(pause)
        return times


@contextlib.contextmanager
def bare(python, path, folder, accelerated=False, through=None, watches=(), distance=None):
    """The bare wire at the first stop of a target."""
    with distance.near() if distance else contextlib.nullcontext():
        stand_in = StandIn(*([distance.host] if distance else []))
    with contextlib.ExitStack() as stack:
        port = stack.enter_context(through(stand_in.port)) if through else stand_in.port
        stack.enter_context(started(python, path, port, folder, distance))
        wire = Wire(stand_in, watches, is_pycharm(python))
        if accelerated:
            wire.accelerate()
        try:
            yield wire
        finally:
            stand_in.close()


def floor_steps(python, path, folder, steps, pause=PAUSE, reads_frame=True):
    """Milliseconds of each step of the bare stand-in."""
    with bare(python, path, folder) as wire:
        return wire.steps(steps, pause, reads_frame)


def in_turns(steps, *sides, block=BLOCK):
    """What each of `sides` gives for so many steps, a block of steps of each after the other: noise meets all alike."""
    found = [[] for _ in sides]
    for begun in range(0, steps, block):
        for results, take in zip(found, sides):
            results += take(min(block, steps - begun))
    return found


def over_processes(count, steps, start, block=BLOCK):
    """The same from `count` processes of each side, one after the other: how fast pydevd itself is varies by a third from
    one to the next, and is to meet all sides alike. `start` gives the sides of each, as a context."""
    found = []
    for _ in range(count):
        with start() as sides:
            found.append(in_turns(steps // count, *sides, block=block))
    return [sum(results, []) for results in zip(*found)]
