"""The floor of the benchmarks: the least that can be called a debugger, with nothing between it and the socket."""

import socket
import sys
import time

LIMIT = 20  # seconds that anything may take


class StandIn:
    """It says hello, runs, steps, and asks for a frame's variables."""

    def __init__(self, host="127.0.0.1"):
        self.listener = socket.create_server((host, 0))
        self.port = self.listener.getsockname()[1]
        self.buffer = bytearray()
        self.sequence = 1

    def accept(self):
        """Takes the process in, and gives its thread and its innermost frame where it stops first."""
        self.listener.settimeout(LIMIT)
        return self.greet(self.listener.accept()[0])

    def greet(self, peer):
        """Says hello to a process, lets it run, and gives where it stops first."""
        self.peer = peer
        self.peer.settimeout(LIMIT)
        self.peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.send(501, "1.1\tUNIX\tID")
        version = self.wait_for("501").split("\t")[2].split(".")[0]
        self.group = "\t0" if version.isdigit() and int(version) >= 223 else ""
        self.send(101, "")
        return self.place_of(self.wait_for("105"))

    def send(self, command, payload):
        self.peer.sendall(f"{command}\t{self.sequence}\t{payload}\n".encode())
        self.sequence += 2
        return self.sequence - 2

    def lines(self):
        """Reads, with quick acknowledgements; gives where in the buffer a line end may be that was not there before."""
        self.peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        chunk = self.peer.recv(1 << 20)
        if not chunk:
            sys.exit("the target hung up on the stand-in")
        self.buffer += chunk
        return len(self.buffer) - len(chunk)

    def wait_for(self, command, sequence=None):
        """Reads lines until one of that command, and of that number, came; gives it."""
        while True:
            start = 0
            while (end := self.buffer.find(b"\n", start)) < 0:
                start = self.lines()
            line = self.buffer[:end].decode()
            del self.buffer[:end + 1]
            parts = line.split("\t", 2)
            if parts[0] == command and (sequence is None or parts[1] == str(sequence)):
                return line

    def evaluate(self, place, expression, trim=1):
        number = self.send(113, f"{place[0]}\t{place[1]}\tLOCAL\t{expression}\t{trim}")
        return self.wait_for("113", number)

    def step(self, place, reads_frame=True, watches=(), together=False):
        """A step over and, like a debugger that shows something, the variables and watches of where it ends."""
        self.send(108, place[0])
        place = self.place_of(self.wait_for("105"))
        if reads_frame:
            self.read(place, watches, together)
        return place

    def read(self, place, watches, together):
        """The requests one after the other, or together in one write for a side that serves all it has."""
        wanted = [(114, f"{place[0]}\t{place[1]}\tFRAME{self.group}")]
        wanted += [(113, f"{place[0]}\t{place[1]}\tLOCAL\t{watch}\t1") for watch in watches]
        lines = []
        for command, payload in wanted:
            lines.append((command, self.sequence, f"{command}\t{self.sequence}\t{payload}\n"))
            self.sequence += 2
        for some in [lines] if together else [[line] for line in lines]:
            self.peer.sendall("".join(text for _, _, text in some).encode())
            for command, number, _ in some:
                self.wait_for(str(command), number)

    def time_steps(self, place, steps, pause, reads_frame=True, watches=(), together=False):
        """Milliseconds of each of so many steps, with a pause in seconds between them; `place` is where the last ended."""
        times = []
        for _ in range(steps):
            started = time.perf_counter()
            place = self.step(place, reads_frame, watches, together)
            times.append((time.perf_counter() - started) * 1000)
            if pause:
                time.sleep(pause)
        self.place = place
        return times

    def discard_until_stop(self):
        """Reads and throws away until the process has stopped; gives the place. Nothing can read with less."""
        mark, before = b"\n105\t", b"\n" + bytes(self.buffer)
        while mark not in before:
            self.peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            chunk = self.peer.recv(1 << 18)
            if not chunk:
                sys.exit("the target hung up on the stand-in")
            before = before[-len(mark):] + chunk
        self.buffer = bytearray(before[before.index(mark) + 1:])
        return self.place_of(self.wait_for("105"))

    def close(self):
        """Ends the conversation; not before it has begun."""
        self.listener.close()
        if hasattr(self, "peer"):
            self.peer.close()

    @staticmethod
    def place_of(line):
        """The thread and the innermost frame of a 105."""
        thread = line.split('thread id="', 1)[1].split('"', 1)[0]
        return thread, line.split('<frame id="', 1)[1].split('"', 1)[0]
