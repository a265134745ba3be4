"""How long a step takes: from the key to the paint that shows the new line, at 120x40, with a real debuggee.

    step_latency.py DIALBACK [STEPS]

Run it with a Python that has pydevd or pydevd-pycharm. In the same run a bare stand-in for a debugger steps the same
program, with nothing between it and the socket: that is the floor. pydevd-pycharm is stepped with `accelerate`, too.
"""

import fcntl
import importlib.util
import os
import pty
import select
import socket
import statistics
import struct
import subprocess
import sys
import termios
import time

from scratch import scratch
from tiny_terminal import TinyTerminal
from wire import LIMIT, StandIn

COLUMNS, ROWS = 120, 40
PAUSE = 0.02  # seconds between steps, for what is painted after the stop itself
TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "step_target.py")


def start_target(port, folder, python=sys.executable):
    with open(os.path.join(folder, "target.log"), "ab") as log:
        return subprocess.Popen([python, TARGET, str(port)], stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def stop(process):
    process.kill()
    process.wait()


def measure_stand_in(steps, folder):
    """Milliseconds of each step of the stand-in, from the write of 108 to the read of 105."""
    stand_in = StandIn()
    target = start_target(stand_in.port, folder)
    try:
        return stand_in.time_steps(stand_in.accept(), steps, PAUSE, reads_frame=False)
    finally:
        stop(target)


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, arguments, folder):
        self.screen = TinyTerminal(COLUMNS, ROWS)
        self.written = 0
        environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm-256color", "PWD": folder
        }
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(folder)
            os.execve(arguments[0], arguments, environment)
        # What is started later must not have it, too: it would count among its descriptors.
        os.set_inheritable(self.master, False)

    def read_until(self, condition, what):
        """Takes what is painted until `condition` holds of the rows; gives the time of the read that made it so."""
        deadline = time.perf_counter() + LIMIT
        while time.perf_counter() < deadline:
            if select.select([self.master], [], [], 0.5)[0]:
                data = os.read(self.master, 65536)
                now = time.perf_counter()
                self.written += len(data)
                self.screen.feed(data)
                if condition(self.screen.rows()):
                    return now
        sys.exit(f"no {what} on the screen:\n" + "\n".join(self.screen.rows()))

    def drain(self, seconds):
        """Takes what is painted for a while; False once the program has left its terminal."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self.master], [], [], left)[0]:
                try:
                    data = os.read(self.master, 65536)
                except OSError:
                    return False
                self.written += len(data)
                self.screen.feed(data)
        return True

    def close(self):
        os.kill(self.pid, 15)
        deadline = time.perf_counter() + 5
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            if select.select([self.master], [], [], 0.05)[0]:
                try:
                    os.read(self.master, 65536)
                except OSError:
                    pass
            if time.perf_counter() > deadline:
                os.kill(self.pid, 9)
        os.close(self.master)


class Debugger(Terminal):
    """The program under test."""

    def __init__(self, binary, folder, project=os.path.dirname(TARGET), more=()):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        super().__init__([binary, "listen", "--port", str(self.port), "--root", project, *more], folder)


def place(rows):
    """The line that both the status line and the execution mark name; None while they don't agree."""
    before, found, after = rows[0].partition("step_target.py:")
    line = after.split(" ", 1)[0]
    marked = [row.split("►")[0].replace("●", " ").split() for row in rows[1:] if "►" in row]
    return int(line) if found and line.isdigit() and any(line in words for words in marked) else None


def measure_dialback(binary, steps, folder):
    """Milliseconds of each step of dialback, from the key to the paint, and the bytes painted a step."""
    debugger = Debugger(binary, folder)
    target = None
    try:
        debugger.read_until(lambda rows: any("Waiting for process" in row for row in rows), "banner")
        target = start_target(debugger.port, folder)
        debugger.read_until(lambda rows: place(rows) is not None, "stop")
        debugger.drain(0.5)
        times, written = [], debugger.written
        for _ in range(steps):
            old = place(debugger.screen.rows())
            started = time.perf_counter()
            os.write(debugger.master, b"n")
            painted = debugger.read_until(lambda rows: place(rows) not in (None, old), "next line")
            times.append((painted - started) * 1000)
            debugger.drain(PAUSE)
        return times, (debugger.written - written) / steps
    finally:
        debugger.close()
        if target:
            stop(target)


def measure_accelerated(binary, steps, folder):
    settings = os.path.join(folder, ".config", "dialback")
    os.makedirs(settings)
    with open(os.path.join(settings, "config.toml"), "w") as file:
        file.write("accelerate = true\n")
    return measure_dialback(binary, steps, folder)


def show(name, times):
    """Prints the figures of one side and gives the median."""
    ordered = sorted(times)
    def at(share):
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
    median = statistics.median(ordered)
    print(f"{name:10} median {median:6.2f} ms   p90 {at(0.9):6.2f} ms   p99 {at(0.99):6.2f} ms   ({len(ordered)} steps)")
    return median


def main():
    binary = os.path.abspath(sys.argv[1])
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with scratch() as folder:
        floor = show("stand-in", measure_stand_in(steps, folder))
        times, painted = measure_dialback(binary, steps, folder)
        median = show("dialback", times)
        print(f"ratio      {median / floor:6.2f}      {painted:.0f} bytes painted a step")
        if importlib.util.find_spec("pydevd_pycharm"):
            times, _ = measure_accelerated(binary, steps, folder)
            median = show("accelerate", times)
            print(f"ratio      {median / floor:6.2f}")


if __name__ == "__main__":
    main()
