"""Mutated frames: recorded messages of real sessions, damaged and with extreme numbers, against the real program."""

import contextlib
import fcntl
import glob
import os
import random
import re
import struct
import termios
import threading
import time

from findings import Broken, Row
from programs import HERE, Honest, Place, well
from peers_words import ESCAPES, EXTREMES
from scripted import Peer, VERSIONS, quoted

BLOCK = 500  # frames between two looks at how far Dialback is
VERSION = {"pd35": VERSIONS["pydevd"], "pc263": VERSIONS["pycharm"], "pc212": "212.5284.44", "pc191": "191.8026.44"}
SIOCOUTQ = termios.TIOCOUTQ
# Commands and keys that look at what is there; none of them ends anything.
LOOKS = [
    "list", "until", "u", "d", "w", "locals", "threads", "processes", "stacks", "array x", "expand x", "expand x 3:9",
    "exception", "into", "p x", "n", "s", "c", "globals", "display x", "undisplay 1", "source /srv/app/step.py", "jump 3",
    "return",
]
# What a message may say that it is.
OTHERS = [99, 101, 103, 104, 105, 106, 113, 114, 116, 138, 140, 142, 155, 160, 502, 901, 990, 991]
KEYS = [*"ud1234567hjklHazGgvS\r\t\x07", "L9\r"]


def recorded(side):
    """The fields of each message."""
    with open(os.path.join(HERE, "Recorded", side + ".txt"), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t", 2) for line in file]


class Mutator:
    """Messages that are almost right. The same seed makes the same messages."""

    def __init__(self, seed, side):
        self.dice, self.messages = random.Random(seed), recorded(side)
        self.by_command = {}
        for message in self.messages:
            self.by_command.setdefault(message[0], []).append(message)
        # Each is as likely as the others, but for those that a session mostly has.
        self.commands = sorted(self.by_command) + ["105"] * 10 + ["106", "103", "116", "901"] * 2

    def message(self):
        """A whole line."""
        command, sequence, payload = self.dice.choice(self.by_command[self.dice.choice(self.commands)])
        for _ in range(self.dice.choice((1, 1, 2, 3, 8))):
            payload = self.dice.choice(self.WAYS)(self, payload)
        kind = self.dice.random()
        if kind < 0.03:
            command = str(self.dice.choice(OTHERS))
        elif kind < 0.033:
            sequence = self.extreme()
        return f"{command}\t{sequence}\t{payload}\n".encode("utf-8", "surrogateescape")

    def answer(self, command, sequence):
        """A damaged reply to a request."""
        known = self.by_command.get(str(command)) or self.by_command.get("113") or self.messages
        payload = self.dice.choice(known)[2]
        if self.dice.random() < 0.8:
            payload = self.dice.choice(self.WAYS)(self, payload)
        return f"{command}\t{sequence}\t{payload}\n".encode("utf-8", "surrogateescape")

    def extreme(self):
        return quoted(self.dice.choice(EXTREMES))

    def number(self, payload):
        found = list(re.finditer(r"-?\d+", payload))
        if not found:
            return payload
        one = self.dice.choice(found)
        return payload[: one.start()] + self.extreme() + payload[one.end() :]

    def line(self, payload):
        return re.sub(r'line="-?\d*"', lambda _: f'line="{self.extreme()}"', payload)

    def attribute(self, payload):
        found = list(re.finditer(r'"[^"]*"', payload))
        if not found:
            return payload
        one, other = self.dice.choice(found), self.dice.choice(found)
        text = self.dice.choice((other.group(), '""', '"' + self.extreme() + '"', '"' + quoted(self.dice.choice(ESCAPES)) + '"'))
        return payload[: one.start()] + text + payload[one.end() :]

    def bytes(self, payload):
        data = bytearray(payload.encode("utf-8", "surrogateescape"))
        for _ in range(self.dice.randrange(1, 4)):
            if data:
                data[self.dice.randrange(len(data))] = self.dice.choice(b'<>"&;%=/ \xff\xc3\x1bx09\t')
        return bytes(data).decode("utf-8", "surrogateescape")

    def cut(self, payload):
        start = self.dice.randrange(len(payload) + 1)
        return payload[:start] + payload[start + self.dice.randrange(1, 40) :]

    def twice(self, payload):
        start, end = sorted(self.dice.randrange(len(payload) + 1) for _ in range(2))
        return payload[:end] + payload[start:]

    def splice(self, payload):
        other = self.dice.choice(self.messages)[2]
        return payload[: self.dice.randrange(len(payload) + 1)] + other[self.dice.randrange(len(other) + 1) :]

    def percent(self, payload):
        return payload.replace("%", self.dice.choice(("%25", "%%", "", "%C3%")), self.dice.choice((1, 3, -1)))

    def same(self, payload):
        return payload

    WAYS = [number, number, number, line, attribute, attribute, bytes, cut, twice, splice, percent, same]


class Replay:
    """Connections that send the messages of a mutator, and answer like one."""

    def __init__(self, debugger, side, seed):
        self.debugger, self.side, self.mutator = debugger, side, Mutator(seed, side)
        self.pid, self.sent, self.connections, self.last = 20000, 0, 0, b""

    def connect(self):
        self.pid += 1
        self.connections += 1
        peer = Peer(self.debugger.port, VERSION[self.side], pid=self.pid)
        for command in (110, 113, 114, 115, 120, 121, 140, 142, 143, 152, 160):
            peer.answers[command] = lambda sequence, payload, command=command: peer.raw(self.mutator.answer(command, sequence))
        peer.socket.settimeout(20)
        peer.ready().thread()
        return peer

    def block(self, count):
        """Sends so many frames, on as many connections as that takes; counted are those that were read to the end."""
        frames = [self.mutator.message() for _ in range(count)]
        self.last = b"".join(frames)
        at = 0
        while at < len(frames):
            with contextlib.suppress(OSError), self.connect() as peer:
                while at < len(frames) and not peer.closed.is_set():
                    # A line that is no message ends the connection: few at a time, so that few are lost with it.
                    some = frames[at : at + 100]
                    at += len(some)
                    peer.raw(b"".join(some))
                    if not self.drained(peer):
                        raise Broken("frames were not read for 20 s")
                    self.sent += 0 if peer.closed.is_set() else len(some)
            if not self.debugger.alive():
                return

    def drained(self, peer):
        """Waits until the other side's system has taken all, and Dialback has read it or closed."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and not peer.closed.is_set():
            if struct.unpack("i", fcntl.ioctl(peer.socket, SIOCOUTQ, b"\0" * 4))[0] == 0 and waiting(peer.socket) == 0:
                return True
            time.sleep(0.002)
        return peer.closed.is_set()


def waiting(socket):
    """Bytes that wait to be read at the other end of a connection on this machine (/proc/net/tcp)."""
    with open("/proc/net/tcp") as file:
        here, there = f":{socket.getpeername()[1]:04X}", f":{socket.getsockname()[1]:04X}"
        for line in file:
            fields = line.split()
            if fields[1].endswith(here) and fields[2].endswith(there):
                return int(fields[4].split(":")[1], 16)
    return 0


def look(debugger, dice, ends):
    """Looks at what has come, as a person does, until it is over."""
    while not ends.wait(0.05):
        debugger.command(dice.choice(LOOKS))
        if debugger.keys:
            debugger.keys("".join(dice.choice(KEYS) for _ in range(3)))


def session(setting, front_end, side, seed, count, row):
    """Has `count` frames of one side read; starts again what they ended, and says with what."""
    left, begun = count, time.monotonic()
    while left > 0:
        with Place(setting, "frames") as place:
            debugger = (place.screen() if front_end == "screen" else place.batch()).started()
            honest, replay = Honest(place, debugger), Replay(debugger, side, seed)
            ends = threading.Event()
            person = threading.Thread(target=look, args=(debugger, random.Random(seed), ends), daemon=True)
            person.start()
            try:
                while replay.sent < left:
                    replay.block(min(BLOCK, left - replay.sent))
                    well(debugger)
                ends.set()
                person.join()
                honest.step()
                well(debugger)
            except (Broken, OSError) as error:
                kept = os.path.join(setting.kept, f"frames-{side}-{seed}.bin")
                with open(kept, "wb") as file:
                    file.write(replay.last)
                row.failures.append(f"{side}, {front_end}, seed {seed}, after {replay.sent:,}: {error}; see {kept}")
                if len(row.failures) > 20:
                    return time.monotonic() - begun
            finally:
                ends.set()
                row.tried += replay.sent
                left -= replay.sent
        seed += 1000
    return time.monotonic() - begun


def rows(setting):
    total = 8000 if setting.short else 1_000_000
    sides = sorted(name[:-4] for name in map(os.path.basename, glob.glob(os.path.join(HERE, "Recorded", "*.txt"))))
    for side in sides:
        for front_end in ("screen", "batch"):
            row = Row("frames", f"mutated frames of {side} ({front_end})", 0)
            if setting.leaves_out(row.what):
                continue
            seconds = session(setting, front_end, side, 1, total // (2 * len(sides)), row)
            row.note = f"{row.tried / max(seconds, 0.001):,.0f} frames/s"
            yield row
