"""Programs under test and beside it: Dialback on a terminal or with pipes, and honest debuggees."""

import contextlib
import fcntl
import json
import os
import pty
import re
import shutil
import signal
import socket
import struct
import subprocess
import termios
import threading
import time

from findings import Broken, check

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = 60  # seconds that anything may take, but for what is said beside it: other programs run here, too
SLOW = 8 if any(name.endswith("SAN_OPTIONS") for name in os.environ) else 1  # what a sanitizer costs
STEP_LIMIT = 5 * SLOW  # seconds that an honest step may take beside a hostile peer
MEMORY_LIMIT = SLOW << 30  # bytes that Dialback may have held at its worst

# What ncurses and Dialback themselves never write: each begins as the hostile texts do.
RAW = re.compile(rb"\x1b\[[0-9;]*7777|\x1b\]52;|\x1b\]0;|\x1b\]8;|\x1bP7777|\x1b_7777|\x1bc|\xc2[\x80-\x9f]")


CONNECTED = re.compile(rb'"connected".*"process": (\d+)|Connected: process (\d+)')
# What a terminal is asked, and what one answers that puts brackets around a paste: keys that come at once are keys then.
QUESTIONS = {b"\x1b[?2004$p": "\x1b[?2004;2$y", b"\x1b[c": "\x1b[?62c"}


class Program:
    """A process, what it has cost, and its end."""

    def alive(self):
        return self.poll() is None

    def memory(self):
        """Bytes that it has held at its worst."""
        return self.status("VmHWM") * 1024

    def resident(self):
        return self.status("VmRSS") * 1024

    def status(self, field):
        try:
            with open(f"/proc/{self.pid}/status") as file:
                return next((int(line.split()[1]) for line in file if line.startswith(field + ":")), 0)
        except OSError:
            return 0

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def signal(self, number):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def wait(self, seconds=LIMIT):
        """Waits for its end, and gives its status as a shell would."""
        status = until(lambda: self.poll() is not None and (self.poll(),), seconds, f"{self.name} has not ended")[0]
        return status if status >= 0 else 128 - status


def until(condition, seconds, complaint, pause=0.01):
    """Asks again and again, and gives the first true answer."""
    deadline = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise Broken(f"after {seconds:g} s: {complaint() if callable(complaint) else complaint}")
        time.sleep(pause)


class Place:
    """A home, a project, and what runs in them."""

    def __init__(self, setting, name):
        self.setting = setting
        self.folder = os.path.join(setting.folder, f"{name}-{next(setting.numbers)}")
        self.home = os.path.join(self.folder, "home")
        self.project = os.path.join(self.folder, "project")
        for folder in (self.home, self.project):
            os.makedirs(folder)
        self.running = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for program in reversed(self.running):
            program.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self, **more):
        names = {
            "PATH": os.environ["PATH"], "HOME": self.home, "LANG": "C.UTF-8", "TERM": "xterm-256color",
            "TMPDIR": self.folder, "SWIFT_BACKTRACE": "enable=no", "PYTHONDONTWRITEBYTECODE": "1", **more}
        names |= {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
        return {name: value for name, value in names.items() if value is not None}

    def add(self, program):
        self.running.append(program)
        return program

    def screen(self, *more, **named):
        return self.add(Screen(self, *more, **named))

    def batch(self, *more, **named):
        return self.add(Batch(self, *more, **named))

    def target(self, port, script="honest.py", side=0, *more):
        return self.add(Target(self, port, os.path.join(HERE, script), self.setting.pythons[side], *more))


class Screen(Program):
    """Dialback on a terminal of its own; a thread takes what it paints."""

    name = "dialback"

    def __init__(self, place, *more, command="listen", size=(120, 40), environment=None, limit=None):
        self.port = free_port()
        self.output, self.painted, self.lock = bytearray(), 0, threading.Lock()
        arguments = [place.setting.binary, command, "--port", str(self.port), *more]
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            try:
                resize(0, *size)
                os.chdir(place.project)
                if limit:
                    limit()
                os.execve(arguments[0], arguments, place.environment(**environment or {}))
            finally:
                os._exit(127)
        os.set_inheritable(self.master, False)
        self.before = termios.tcgetattr(self.master)
        self.code = None
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        while True:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            if not data:
                return
            for question, answer in QUESTIONS.items():
                if question in data:
                    self.keys(answer)
            with self.lock:
                self.painted += len(data)
                self.output += data
                if len(self.output) > 1 << 20:
                    self.check_raw()
                    del self.output[: -(1 << 16)]

    raw = None

    def check_raw(self):
        found = RAW.search(self.output)
        if found and not self.raw:
            start = max(found.start() - 20, 0)
            self.raw = bytes(self.output[start : found.end() + 40])

    def check_terminal(self):
        """Nothing that a peer sent has reached the terminal as it was."""
        with self.lock:
            self.check_raw()
        check(not self.raw, f"the terminal got {self.raw}")

    def text(self):
        """What was written to the terminal lately, without the sequences."""
        with self.lock:
            return re.sub(rb"\x1b(\[[0-9;?]*[a-zA-Z]|\][^\x07]*\x07|[()].|.)", b"", self.output).decode("utf-8", "replace")

    def started(self):
        until(lambda: "Waiting" in self.text() or not self.alive(), LIMIT, "no waiting screen")
        check(self.alive(), f"ended at the start: {self.text()[-300:]}")
        return self

    def has_stopped(self):
        return re.search(r"\w+\.py:\d+", self.text())

    def last_words(self):
        return repr(self.text()[-600:])

    def keys(self, data):
        with contextlib.suppress(OSError):
            os.write(self.master, data.encode() if isinstance(data, str) else data)

    def command(self, text):
        self.keys(f"\x07:{text}\r")

    def step(self):
        self.keys("\x07n")

    def resize(self, columns, rows):
        resize(self.master, columns, rows)

    def quit(self):
        self.keys("\x07q")
        time.sleep(0.4)
        if self.alive():
            self.keys("y")

    def restored(self):
        """Whether the terminal is as it was: its settings, and the other screen left."""
        with self.lock:
            left, entered = self.output.rfind(b"\x1b[?1049l"), self.output.rfind(b"\x1b[?1049h")
        return termios.tcgetattr(self.master) == self.before and left >= entered

    def poll(self):
        if self.code is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code

    def close(self):
        if self.alive():
            self.signal(signal.SIGKILL)
            self.wait()
        with contextlib.suppress(OSError):
            os.close(self.master)


def resize(terminal, columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Batch(Program):
    """`dialback listen --batch`, or `--plain`; what it prints is kept, line by line."""

    name = "dialback"

    def __init__(self, place, *more, mode="--batch", command="listen", environment=None, reads=True):
        self.port = free_port()
        self.lines, self.mode, self.stops = [], mode, 0
        self.process = subprocess.Popen(
            [place.setting.binary, command, mode, "--port", str(self.port), *more], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=place.project, env=place.environment(**environment or {}))
        self.pid = self.process.pid
        self.errors = []
        self.threads = [
            threading.Thread(target=self.read, args=(pipe, lines), daemon=True)
            for pipe, lines in [(self.process.stdout, self.lines), (self.process.stderr, self.errors)]]
        for thread in self.threads if reads else []:
            thread.start()

    raw = None

    def read(self, pipe, lines):
        for line in pipe:
            if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", line) and not self.raw:
                self.raw = line[:300]
            self.stops += b'"event": "stopped"' in line
            lines.append(line)
            # A flood is not kept.
            if len(lines) > 50000:
                del lines[:25000]

    def check_terminal(self):
        check(not self.raw, f"printed {self.raw}")

    def started(self):
        until(lambda: self.lines or self.errors or not self.alive(), LIMIT, "no first line")
        check(self.alive(), f"ended at the start: {b''.join(self.errors)[-300:]}")
        time.sleep(0.05)
        return self

    def command(self, text):
        with contextlib.suppress(OSError):
            self.process.stdin.write(text.encode() + b"\n")
            self.process.stdin.flush()

    keys = None

    def has_stopped(self):
        return any(b"stopped" in line.lower() for line in self.lines)

    def newest(self):
        """The number of the process that has connected last."""
        found = [number for line in self.lines[-2000:] for pair in CONNECTED.findall(line) for number in pair if number]
        return int(found[-1]) if found else 1

    def last_words(self):
        return b"".join(self.lines[-4:] + self.errors[-4:])[-600:]

    def step(self):
        self.command("n")

    def events(self, name):
        return [event for event in map(json.loads, list(self.lines)) if event["event"] == name]

    def wait_for(self, name, count=1, seconds=LIMIT):
        return until(
            lambda: len(found := self.events(name)) >= count and found, seconds,
            lambda: f"no {name}, {count}: {b''.join(self.lines[-5:])} {b''.join(self.errors[-5:])}")

    def quit(self):
        self.command("q")

    def poll(self):
        return self.process.poll()

    def close(self):
        if self.alive():
            self.process.kill()
        self.process.wait()


class Target(Program):
    """A real program with a real pydevd, which writes how far it is to a file."""

    name = "the debuggee"

    def __init__(self, place, port, script, python, *more):
        self.progress = os.path.join(place.folder, f"progress-{next(place.setting.numbers)}")
        self.log = self.progress + ".log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [python, "-B", script, str(port), self.progress, *more], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                cwd=place.project, env=place.environment())
        self.pid = self.process.pid

    def poll(self):
        return self.process.poll()

    def at(self):
        """The number, or word, that it wrote last."""
        try:
            with open(self.progress) as file:
                return file.read().strip()
        except OSError:
            return ""

    def reaches(self, word, seconds=LIMIT):
        return until(
            lambda: self.at() == word, seconds, lambda: f"the debuggee is at {self.at()!r}, not at {word!r}: {self.words()}")

    def words(self):
        with open(self.log, errors="replace") as file:
            return file.read()[-300:]

    def close(self):
        if self.alive():
            self.process.kill()
        self.process.wait()


class Honest:
    """A debuggee beside what goes on, which has to step however bad that is."""

    def __init__(self, place, debugger):
        self.debugger = debugger
        self.target = place.target(debugger.port)
        self.target.reaches("0")
        # Its first stop comes behind the word.
        until(debugger.has_stopped, LIMIT, lambda: f"no first stop: {debugger.last_words()}")
        self.worst = 0.0

    def step(self):
        """Steps until the debuggee has come further; gives the seconds of that."""
        begun, old = time.monotonic(), self.target.at()
        while self.target.at() == old:
            check(self.debugger.alive(), "Dialback has ended")
            taken = time.monotonic() - begun
            check(
                taken < STEP_LIMIT,
                f"the honest debuggee stands at {old} for {taken:.0f} s; {self.debugger.last_words()}")
            # Another process may have taken its place on the screen meanwhile.
            self.debugger.command("process 1")
            self.debugger.step()
            deadline = time.monotonic() + 0.1
            while time.monotonic() < deadline and self.target.at() == old:
                time.sleep(0.005)
        self.worst = max(self.worst, time.monotonic() - begun)
        return time.monotonic() - begun


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def well(debugger):
    """What has to hold of Dialback whatever went on."""
    check(debugger.alive(), f"Dialback has ended, with {debugger.poll()}")
    debugger.check_terminal()
    check(debugger.memory() < MEMORY_LIMIT, f"Dialback has held {debugger.memory() >> 20} MB")
