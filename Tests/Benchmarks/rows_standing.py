"""The rows of the program by itself: its start, and what it does while nothing happens."""

import glob
import os
import pty
import statistics
import subprocess
import time

from bench_target import write_target
from rows import Row, at_share
from screen_bars import processor_seconds, resident, waiting
from sessions import stopped
from step_latency import Debugger
from timing import press_and_settle


def start(setting):
    """From the start of the process to the first paint of the waiting screen; what an empty program takes is told beside it."""
    times, least, folder = [], [], setting.place()
    for _ in range(setting.runs(30, 10)):
        least.append(empty_program())
        begun = time.perf_counter()
        debugger = Debugger(setting.binary, folder)
        forked = (time.perf_counter() - begun) * 1000
        times.append(forked + press_and_settle(debugger, b"", waiting, "waiting screen", quiet=0.03)[0])
        debugger.close()
    return [Row(
        "start to the waiting screen", statistics.median(times), bound=30, p95=at_share(times, 0.95), runs=len(times),
        why=f"an empty program {statistics.median(least):.2f} ms")]


def leaving(setting):
    """A batch session without a process that quits at once, beside the same program that only says its version."""
    sessions, versions, folder = [], [], setting.place()
    for _ in range(setting.runs(20, 10)):
        versions.append(run_time([setting.binary, "--version"], folder))
        sessions.append(run_time([setting.binary, "listen", "--batch", "--port", "0", "-c", "quit"], folder))
    return [Row(
        "batch: start and quit, beside --version", statistics.median(sessions), statistics.median(versions), bound=2,
        extra=30, p95=at_share(sessions, 0.95), runs=len(sessions))]


def run_time(command, folder):
    """Milliseconds from the start of a program to its end, which has to be a good one."""
    begun = time.perf_counter()
    subprocess.run(
        command, check=True, cwd=folder, env={**os.environ, "HOME": folder}, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - begun) * 1000


def empty_program():
    """Milliseconds until a program is there that only says so."""
    begun = time.perf_counter()
    pid, master = pty.fork()
    if pid == 0:
        os.execv("/bin/echo", ["echo", "there"])
    os.read(master, 100)
    took = (time.perf_counter() - begun) * 1000
    os.waitpid(pid, 0)
    os.close(master)
    return took


def idle(setting, python):
    """At a stop, since the waiting screen shows how long it has waited."""
    folder, seconds = setting.place(), setting.runs(10, 5)
    with stopped(setting.binary, python, write_target(os.path.join(folder, "program")), folder) as debugger:
        debugger.drain(1)
        before = debugger.written, processor_seconds(debugger.pid), wake_ups(debugger.pid)
        debugger.drain(seconds)
        after = debugger.written, processor_seconds(debugger.pid), wake_ups(debugger.pid)
        memory = resident(debugger.pid)
    written, used, woken = (end - begin for begin, end in zip(before, after))
    name = f"idle for {seconds} s at a stop"
    return [
        Row(f"{name}: wake-ups", woken, bound=0, unit="times"),
        Row(f"{name}: bytes to the terminal", written, bound=0, unit="bytes"),
        Row(f"{name}: processor", used * 1000, bound=0),
        Row(f"{name}: resident memory", memory, bound=25, unit="MB")]


def wake_ups(pid):
    """How often the threads of a process and of its children have waited; each wait has ended with a wake-up."""
    return sum(
        int(line.split()[1]) for one in family(pid) for status in glob.glob(f"/proc/{one}/task/*/status")
        for line in open(status) if line.startswith("voluntary_ctxt_switches"))


def family(pid):
    """A process and its children."""
    children = [open(file).read().split() for file in glob.glob(f"/proc/{pid}/task/*/children")]
    return [pid] + [int(child) for some in children for child in some]
