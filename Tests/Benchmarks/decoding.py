"""How fast bytes become messages: rows for the benchmark table.

`decoding(row, binary)` runs the executable that this builds, which nothing else does:

    DIALBACK_BENCHMARKS=1 swift build -c release --scratch-path .build-bench --product DecodingBenchmark

and takes `row` of table.py: `decoding(row, ".build-bench/release/DecodingBenchmark")`. Each frame is decoded in turns with
memchr and with memcpy over the same bytes. The copy goes into memory that was just asked for, as that of each text is: a
message can't become a text for less. All figures are of one run; those of frames are from the network's buffers to the text.
"""

import json
import os
import subprocess

from scratch import scratch

TRANSCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "PydevdWireTests", "Transcripts")

# Shares of memchr and of a copy into new memory, for plain frames that come in reads of 64 KB.
MEMCHR = 0.5
COPY = 0.5
LARGE = ("16 MB", "64 MB")


def run(binary, *arguments):
    output = subprocess.run([binary, *arguments], stdout=subprocess.PIPE, text=True, check=True).stdout
    return {figures["row"]: figures for figures in map(json.loads, output.splitlines())}


def received(path):
    """What the process of a transcript sent."""
    with open(path, encoding="utf-8") as lines:
        records = map(json.loads, lines)
        return b"".join(record["raw"].encode("latin-1") for record in records if record["dir"] == "py>ide")


def recorded(binary, transcripts=TRANSCRIPTS):
    """The rows of all recorded messages together."""
    with scratch() as folder:
        paths = []
        for name in sorted(os.listdir(transcripts)):
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "wb") as file:
                file.write(received(os.path.join(transcripts, name)))
        return run(binary, "messages", *paths)


def frames(row, binary, runs, memchr, copy):
    figures = run(binary, "frames", str(runs), "plain")
    way = "chunks of 64 KB"
    for size in LARGE:
        frame = figures[f"plain frame of {size}, {way}"]
        name = f"frame of {size}"
        row(
            f"{name} to its text, beside memchr", frame["ours_gbs"], frame["memchr_gbs"], memchr, unit="GB/s", least=True,
            guard=0.07, why="a copy into new memory is slower")
        row(
            f"{name} to its text, beside a copy", frame["ours_gbs"], frame["new_copy_gbs"], copy, unit="GB/s", least=True,
            guard=0.2, why="its memory is warm where a copy's is new")
    small, large = (figures[f"plain frame of {size}, {way}"] for size in ("1 MB", "64 MB"))
    row(
        "a byte of 64 MB against one of 1 MB, beside those of a copy", small["ours_gbs"] / large["ours_gbs"],
        small["new_copy_gbs"] / large["new_copy_gbs"], 1.3, unit="times")


def messages(row, binary):
    """At most so many allocations a message; most of them are the texts that the session keeps."""
    figures = recorded(binary)
    for kind, limit in (("stops", 10), ("variables", 6)):
        message = figures[f"{kind} as recorded"]
        row(f"{kind}: allocations a message", message["allocations_a_message"], limit, 1, unit="")
        row(f"{kind}: messages a second", message["messages_a_second"], 50_000, 1, unit="/s", least=True)


def decoding(row, binary, runs=9, memchr=MEMCHR, copy=COPY):
    frames(row, binary, runs, memchr, copy)
    messages(row, binary)
