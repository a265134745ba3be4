"""What a log breakpoint costs: 10,000 hits of one in a loop, against the same loop with `print` in its place.

    log_breakpoint.py DIALBACK PYTHON...

Each PYTHON has a release of the Python side. Both loops run in one process, debugged, their output redirected: first the one
that prints, then the one with the breakpoint. Stops between are counted; there must be none.
"""

import json
import os
import socket
import subprocess
import sys

from scratch import scratch

TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "log_target.py")
LINES = open(TARGET, encoding="utf-8").read().split("\n")


def line(marker):
    return next(number for number, text in enumerate(LINES, 1) if text.endswith(f"# {marker}"))


def measure(binary, python, folder):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    script = os.path.join(folder, "commands")
    with open(script, "w") as file:
        file.write(
            f"wait stopped 30\nb {TARGET}:{line('logged')} log 'hit %d' % number\nc\nwait ended 120\n")
    environment = {"PATH": os.environ["PATH"], "HOME": folder, "LANG": "C.UTF-8"}
    dialback = subprocess.Popen(
        [binary, "listen", "--batch", "--port", str(port), "-x", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL, env=environment, text=True, cwd=os.path.dirname(TARGET))
    target = None
    times = os.path.join(folder, "times")
    try:
        dialback.stderr.readline()
        target = subprocess.Popen(
            [python, TARGET, str(port), times], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        events = [json.loads(text) for text in dialback.communicate(timeout=180)[0].splitlines()]
        target.wait()
    finally:
        for process in filter(None, (dialback, target)):
            process.kill()
            process.wait()
    output = "".join(event["text"] for event in events if event["event"] == "output")
    hits = sum(1 for text in output.split("\n") if text.startswith("hit "))
    stops = sum(1 for event in events if event["event"] == "stopped") - 1
    plain, logged = (float(text) for text in open(times).read().split())
    version = next(event["pydevd"] for event in events if event["event"] == "connected")
    name = subprocess.run([python, "-V"], capture_output=True, text=True).stdout.strip()
    release = version if version[0].isdigit() else "pydevd"
    print(
        f"{release:20} {name:14} print {plain * 1000:8.1f} ms   log {logged * 1000:8.1f} ms   "
        f"ratio {logged / plain:6.2f}   {hits} lines, {stops} stops")
    return hits == 10000 and stops == 0


def main():
    binary = os.path.abspath(sys.argv[1])
    results = []
    for python in sys.argv[2:]:
        with scratch() as folder:
            results.append(measure(binary, python, folder))
    if not all(results):
        sys.exit("a line was lost, or a hit stopped the program")


if __name__ == "__main__":
    main()
