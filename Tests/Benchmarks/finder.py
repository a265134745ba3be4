"""How quick the finder is in a project of 50,000 files: from each key of a name to the paint of its matches, at 120x40.

    finder.py DIALBACK [FILES]

The files have names of several words, in folders three deep; each tenth is a Python file with ten functions.
"""

import os
import statistics
import sys
import time

from scratch import scratch
from step_latency import Debugger
from timing import press

WORDS = "shop till order stock price queue login parse index cache token batch merge split route model".split()
NAMES = ("shop_till", "otp", "cachetoken", "route/model/split", "@function_7", "zzqx")
MOST = 30  # milliseconds that a key may take


def make_project(folder, count):
    made = 0
    for outer in WORDS:
        for middle in WORDS:
            for inner in WORDS:
                place = os.path.join(folder, outer, middle, inner)
                os.makedirs(place)
                for number in range(count // len(WORDS) ** 3 + 1):
                    if made == count:
                        return
                    name = f"{WORDS[number % 16]}_{WORDS[(number * 7 + made) % 16]}_{number}"
                    ending = ".py" if made % 10 == 0 else ".txt"
                    with open(os.path.join(place, name + ending), "w", encoding="utf-8") as file:
                        if ending == ".py":
                            file.write("".join(f"def function_{index}_{made}():\n    pass\n" for index in range(10)))
                    made += 1


def find(binary, folder, count):
    """Seconds until the files are there and until their functions are, and the milliseconds of each key of some names."""
    project = os.path.join(folder, "project")
    make_project(project, count)
    debugger = Debugger(binary, folder, project)
    try:
        debugger.read_until(lambda rows: any("Waiting for process" in row for row in rows), "banner")
        start = time.perf_counter()
        os.write(debugger.master, b"m")
        debugger.read_until(lambda rows: any("looking for functions" in row or f"of {count}" in row for row in rows), "files")
        files = time.perf_counter() - start
        debugger.read_until(lambda rows: any(" of " in row and "looking" not in row for row in rows), "functions")
        return files, time.perf_counter() - start, key_times(debugger)
    finally:
        debugger.close()


def key_times(debugger):
    """Milliseconds from each key to the paint of the field, which is that of the matches, too."""
    times = []
    for name in NAMES:
        for end in range(1, len(name) + 1):
            debugger.drain(0.03)
            field = f"> {name[:end]} "
            times.append(press(debugger, name[end - 1].encode(), lambda rows: any(field in row for row in rows), "letter"))
        debugger.drain(0.1)
        os.write(debugger.master, b"\x15")
        debugger.drain(0.1)
    return times


def measure(binary, folder, count):
    files, functions, times = find(binary, folder, count)
    times.sort()
    print(
        f"{count} files are there after {files * 1000:.0f} ms, their functions after {functions * 1000:.0f} ms; "
        f"a key: median {statistics.median(times):.2f} ms   p99 {times[int(len(times) * 0.99)]:.2f} ms   max "
        f"{times[-1]:.2f} ms   ({len(times)} keys)")
    return times[-1] <= MOST


def main():
    with scratch() as folder:
        if not measure(os.path.abspath(sys.argv[1]), folder, int(sys.argv[2]) if len(sys.argv) > 2 else 50_000):
            sys.exit(f"a key took more than {MOST} ms")


if __name__ == "__main__":
    main()
