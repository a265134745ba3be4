"""Dialback beside other debuggers, in one run: each steps through the same loop on a terminal of 120x40.

    peers.py DIALBACK PYTHON...

For each module that is needed (pydevd, pudb, debugpy) the first PYTHON that has it is taken; gdb and cgdb step through the
same loop in C. What is not installed is said and left out. Each Python program stops where it says so itself, as it does for
Dialback. A step is from the key to the paint that shows the new line; the start is from exec to the first screen (of
Dialback, which waits for a program) or to the first stop (of all others, and of `dialback run`). debugpy has no screen: its
row is from the request to the stack and the variables, which a minimal client asks for, and its bytes come by the socket.
"""

import contextlib
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time

from dap import AdapterClient
from scratch import scratch
from screen_bars import median_and_p95, waiting
from step_latency import PAUSE, TARGET, Debugger, Terminal, place, start_target, stop

STEPS, ROUNDS = 100, 10
STARTS = 5
IDLE = 3  # seconds
HERE = os.path.dirname(os.path.abspath(__file__))
CLOCK = os.sysconf("SC_CLK_TCK")
DEBUGPY_STOP = (
    'import debugpy; debugpy.listen(("127.0.0.1", int(sys.argv[1]))); debugpy.wait_for_client(); debugpy.breakpoint()')
PUDB_SETTINGS = "[pudb]\nseen_welcome = z\nline_numbers = True\n"


class Row:
    """What was measured of one debugger; None for what there is not."""

    def __init__(self, name):
        self.name, self.start, self.times, self.settled, self.bytes, self.idle = name, None, [], [], None, None


def marked_line(pattern):
    """A function that gives the line that a screen marks as the current one; None unless there is just one."""
    expression = re.compile(pattern)

    def line(rows):
        found = [match[1] for match in map(expression.match, rows) if match]
        return int(found[0]) if len(found) == 1 else None
    return line


def prompted_line(rows):
    """The line that pdb named last, once its prompt is there."""
    texts = [text for text in (row.rstrip() for row in rows) if text]
    named = [match[1] for match in (re.match(r"> .*\((\d+)\)\w+\(\)", text) for text in texts) if match]
    return int(named[-1]) if named and texts[-1] == "(Pdb)" else None


class Peer:
    """How a debugger is started, which keys are a step, and where its screen shows the line."""

    def __init__(self, name, arguments, keys, line, opening=None):
        self.name, self.arguments, self.keys, self.line, self.opening = name, arguments, keys, line, opening

    def start(self, folder):
        """Its terminal. What it is told at its first prompt, if anything, has been typed there."""
        terminal = Terminal(self.arguments, folder)
        if self.opening:
            terminal.read_until(lambda rows: any(row.startswith("(gdb)") for row in rows), f"prompt of {self.name}")
            os.write(terminal.master, self.opening)
        return terminal


def settle(terminal, begun):
    """Takes all that is still painted; gives the time of the last byte of it, in milliseconds."""
    last, written = time.perf_counter(), terminal.written
    while terminal.drain(PAUSE) and terminal.written != written:
        last, written = time.perf_counter() - PAUSE, terminal.written
    return (last - begun) * 1000


class Stepping:
    """A debugger at a stop on its terminal, and the row that its steps go into."""

    def __init__(self, row, terminal, keys, line, close):
        self.row, self.terminal, self.keys, self.line, self.close = row, terminal, keys, line, close
        terminal.drain(0.7)
        self.before = terminal.written

    def take(self, count):
        """Steps so many times."""
        screen, row = self.terminal.screen, self.row
        for _ in range(count):
            old = self.line(screen.rows())
            begun = time.perf_counter()
            os.write(self.terminal.master, self.keys)
            painted = self.terminal.read_until(lambda rows: self.line(rows) not in (None, old), "next line")
            row.times.append((painted - begun) * 1000)
            row.settled.append(settle(self.terminal, begun))
        row.bytes = (self.terminal.written - self.before) / len(row.times)

    def stand(self):
        """Measures what it uses while nothing happens."""
        self.terminal.drain(1)
        used = processor_seconds(self.terminal.pid)
        self.terminal.drain(IDLE)
        self.row.idle = (processor_seconds(self.terminal.pid) - used) / IDLE * 100


class AdapterStepping:
    """The same of debugpy."""

    def __init__(self, row, client, thread, close):
        self.row, self.client, self.thread, self.close = row, client, thread, close
        self.before = client.taken

    def take(self, count):
        for _ in range(count):
            begun = time.perf_counter()
            self.thread, _ = self.client.step(self.thread)
            self.row.times.append((time.perf_counter() - begun) * 1000)
            time.sleep(PAUSE)
        self.row.bytes = (self.client.taken - self.before) / len(self.row.times)

    def stand(self):
        pass


def family(pid):
    """A process and all that descend from it."""
    children = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                parent = int(file.read().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(name))
    found = [pid]
    for member in found:
        found += children.get(member, [])
    return found


def processor_seconds(pid):
    """What a process and its descendants have used."""
    ticks = 0
    for member in family(pid):
        try:
            with open(f"/proc/{member}/stat") as file:
                ticks += sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13]))
        except OSError:
            pass
    return ticks / CLOCK


def close(terminal):
    """Ends a debugger and what it has started, first the latter: a debugger may be deaf to the order to end, while it has it."""
    for member in family(terminal.pid)[1:]:
        try:
            os.kill(member, 9)
        except ProcessLookupError:
            pass
    terminal.close()


def open_peer(peer, folder):
    """A debugger that starts its program itself, at its first stop."""
    row, starts = Row(peer.name), []
    while True:
        begun = time.perf_counter()
        terminal = peer.start(folder)
        try:
            stopped = terminal.read_until(lambda rows: peer.line(rows) is not None, f"stop of {peer.name}")
            starts.append((stopped - begun) * 1000)
            row.start = statistics.median(starts)
            if len(starts) == STARTS and peer.keys:
                return Stepping(row, terminal, peer.keys, peer.line, lambda: close(terminal))
        except SystemExit:
            close(terminal)
            raise
        close(terminal)
        if len(starts) == STARTS:
            return row


def open_dialback(binary, python, folder):
    """Dialback at the first stop of a program that has connected to it."""
    row, starts = Row("dialback"), []
    for _ in range(STARTS):
        begun = time.perf_counter()
        debugger = Debugger(binary, folder)
        starts.append((debugger.read_until(waiting, "waiting screen") - begun) * 1000)
        if len(starts) < STARTS:
            debugger.close()
    row.start = statistics.median(starts)
    target = start_target(debugger.port, folder, python)
    debugger.read_until(lambda rows: place(rows) is not None, "stop")

    def end():
        debugger.close()
        stop(target)
    return Stepping(row, debugger, b"n", place, end)


def open_debugpy(python, path):
    """debugpy at its first stop: its program, its adapter, and a client without a screen."""
    row, starts = Row("debugpy, no screen"), []
    while True:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        begun = time.perf_counter()
        target = subprocess.Popen(
            [python, "-B", path, str(port)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            client = AdapterClient(port)
            client.attach()
            thread, _ = client.look()
        except OSError:
            stop(target)
            raise
        starts.append((time.perf_counter() - begun) * 1000)
        row.start = statistics.median(starts)

        def end(client=client, target=target):
            client.close()
            stop(target)
        if len(starts) == STARTS:
            return AdapterStepping(row, client, thread, end)
        end()


def write_program(folder, name, call):
    """The path of step_target.py with another way to stop than pydevd's."""
    with open(TARGET) as file:
        lines = [line for line in file if line != "import pydevd\n"]
    path = os.path.join(folder, name, "step_target.py")
    os.makedirs(os.path.dirname(path))
    with open(path, "w") as file:
        for line in lines:
            file.write(f"    {call}\n" if "pydevd.settrace" in line else line)
    return path


def python_with(module, pythons):
    """The first Python that has a module."""
    probe = f"import importlib.util, sys; sys.exit(importlib.util.find_spec('{module}') is None)"
    found = next((python for python in pythons if subprocess.run([python, "-c", probe]).returncode == 0), None)
    if not found:
        print(f"not installed: {module}, in any of the Pythons; what needs it is left out")
    return found


def python_peers(binary, pythons, folder):
    """The debuggers of Python that have a terminal."""
    python = python_with("pydevd", pythons)
    if python:
        path = write_program(folder, "plain", "pass")
        yield Peer("dialback run", [binary, "run", "--python", python, path], None, place)
    if python := python_with("pudb", pythons):
        settings = os.path.join(folder, ".config", "pudb")
        os.makedirs(settings)
        with open(os.path.join(settings, "pudb.cfg"), "w") as file:
            file.write(PUDB_SETTINGS)
        path = write_program(folder, "pudb", "import pudb; pudb.set_trace()")
        yield Peer("pudb", [python, "-B", path], b"n", marked_line(r"[>*]+ +(\d+) "))
    path = write_program(folder, "pdb", "import pdb; pdb.set_trace()")
    yield Peer("pdb", [pythons[0], "-B", path], b"n\r", prompted_line)


def c_peers(folder):
    """The debuggers of C."""
    tools = {name: shutil.which(name) for name in ("cc", "gdb", "cgdb")}
    missing = [name for name in tools if not tools[name]]
    if missing:
        print(f"not installed: {', '.join(missing)}; what needs it is left out")
    if not tools["cc"] or not tools["gdb"]:
        return
    program = os.path.join(folder, "step_target")
    subprocess.run([tools["cc"], "-g", "-O0", "-o", program, os.path.join(HERE, "step_target.c")], check=True)
    options = ["-q", "-nx", "-iex", "set debuginfod enabled off", program]
    line = marked_line(r"\S *[BbHh+-]*> *(\d+) ")
    yield Peer("gdb -tui", [tools["gdb"], "-tui", "-ex", "start", *options], b"n\r", line)
    if tools["cgdb"]:
        # It may miss a stop that comes before it is ready.
        yield Peer("cgdb", [tools["cgdb"], "--", *options], b"n\r", marked_line(r" *(\d+)[^\s\d]+>"), b"start\r")


def figure(value, width, digits=1):
    return f"{value:{width},.{digits}f}" if value is not None else "-".rjust(width)


def show(rows):
    """Prints the table; a ratio is Dialback's step to that of the row."""
    print(
        f"{'peer':20} {'start ms':>9} {'step ms':>9} {'p95 ms':>9} {'settled':>9} {'bytes':>9} {'idle %':>7} "
        f"{'dialback / it':>14}")
    ours = next((statistics.median(row.times) for row in rows if row.name == "dialback"), None)
    for row in rows:
        median, p95 = median_and_p95(row.times) if row.times else (None, None)
        settled = statistics.median(row.settled) if row.settled else None
        ratio = ours / median if ours and median and row.name != "dialback" else None
        print(
            f"{row.name:20} {figure(row.start, 9)} {figure(median, 9, 2)} {figure(p95, 9, 2)} {figure(settled, 9, 2)} "
            f"{figure(row.bytes, 9, 0)} {figure(row.idle, 7)} {figure(ratio, 14, 2)}")


def openings(binary, pythons, folder):
    """A name and a function that opens it, for each debugger that there is, Dialback first."""
    if python := python_with("pydevd", pythons):
        yield "dialback", lambda: open_dialback(binary, python, folder)
    for peer in [*python_peers(binary, pythons, folder), *c_peers(folder)]:
        yield peer.name, lambda: open_peer(peer, folder)
    if other := python_with("debugpy", pythons):
        path = write_program(folder, "debugpy", DEBUGPY_STOP)
        yield "debugpy", lambda: open_debugpy(other, path)


def open_all(binary, pythons, folder, stack):
    """The rows, and what takes the steps of them; one that does not stop is left out, unless it is Dialback."""
    rows, all_stepping = [], []
    for name, work in openings(binary, pythons, folder):
        try:
            found = work()
        except (SystemExit, OSError) as error:
            if name.startswith("dialback"):
                raise
            print(f"{name} is left out: {str(error)}", flush=True)
            continue
        if isinstance(found, Row):
            rows.append(found)
            continue
        stack.callback(found.close)
        rows.append(found.row)
        all_stepping.append(found)
    return rows, all_stepping


def main():
    binary, pythons = os.path.abspath(sys.argv[1]), sys.argv[2:]
    with scratch() as folder:
        with contextlib.ExitStack() as stack:
            rows, all_stepping = open_all(binary, pythons, folder, stack)
            # In turns: what else the machine does at a time is then the same for all.
            for _ in range(ROUNDS):
                for stepping in all_stepping:
                    stepping.take(STEPS // ROUNDS)
            for stepping in all_stepping:
                stepping.stand()
        show(rows)


if __name__ == "__main__":
    main()
