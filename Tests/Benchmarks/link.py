"""A slow line between a process and its debugger: link.py PORT DELAY RATE.

It listens, prints its own port, and takes every connection on to PORT. Each direction has its bytes later by DELAY seconds and
gets RATE bytes a second through, 0 for any number. Each line on its standard input makes it print how many bytes have come to
the debugger and from it, and in how many reads.
"""

import collections
import os
import select
import socket
import sys
import time

PACKET = 1448  # bytes of a TCP segment on an Ethernet
ROOM = 1 << 20  # bytes that may be under way before no more is read


class Direction:
    """The bytes from one socket to another, with the moments when they are due there."""

    def __init__(self, source, target, delay, rate):
        self.source, self.target, self.delay, self.rate = source, target, delay, rate
        self.queue, self.held = collections.deque(), 0
        self.free = 0.0  # when the line has sent what it has
        self.bytes = self.reads = 0
        self.is_open = True

    def take(self, now):
        """Reads what is there, acknowledges it at once, and cuts it into what the line sends in a piece."""
        try:
            data = self.source.recv(65536)
        except ConnectionError:
            data = b""
        if not data:
            self.is_open = False
            self.queue.append((max(now, self.free) + self.delay, b""))
            return
        acknowledge(self.source)
        self.bytes += len(data)
        self.reads += 1
        self.held += len(data)
        for begin in range(0, len(data), PACKET):
            piece = data[begin : begin + PACKET]
            self.free = max(now, self.free) + (len(piece) / self.rate if self.rate else 0)
            self.queue.append((self.free + self.delay, piece))

    def give(self, now):
        """Sends what is due; the end of the source is sent on as an end."""
        while self.queue and self.queue[0][0] <= now:
            _, piece = self.queue.popleft()
            self.held -= len(piece)
            try:
                if piece:
                    self.target.sendall(piece)
                else:
                    self.target.shutdown(socket.SHUT_WR)
            except OSError:
                self.queue.clear()
                self.held = 0
                return

    def is_over(self):
        return not self.is_open and not self.queue


def acknowledge(peer):
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


def connect(listener, port, delay, rate):
    """The two directions of a new connection."""
    near, _ = listener.accept()
    far = socket.create_connection(("127.0.0.1", port))
    for peer in (near, far):
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        acknowledge(peer)
    return [Direction(near, far, delay, rate), Direction(far, near, delay, rate)]


def wait(listener, directions):
    """Waits for something to read, or to be due; gives what can be read."""
    sources = [listener, sys.stdin] + [one.source for one in directions if one.is_open and one.held < ROOM]
    due = [one.queue[0][0] for one in directions if one.queue]
    return select.select(sources, [], [], max(0, min(due) - time.perf_counter()) if due else None)[0]


def tell(ended, directions):
    pairs = ended + directions
    counts = [sum(getattr(one, name) for one in pairs[way::2]) for name in ("bytes", "reads") for way in (0, 1)]
    print(*counts, flush=True)


def close_ended(directions):
    """Leaves those of which both directions are over, whose sockets it closes."""
    left, ended = [], []
    for pair in zip(directions[::2], directions[1::2]):
        (ended if all(one.is_over() for one in pair) else left).extend(pair)
    for one in ended:
        one.source.close()
    return left, ended


def main():
    port, delay, rate = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    directions, ended = [], []
    while True:
        ready = wait(listener, directions)
        now = time.perf_counter()
        if sys.stdin in ready:
            if not os.read(0, 100):
                return
            tell(ended, directions)
        for one in directions:
            if one.source in ready:
                one.take(now)
        for one in directions:
            one.give(time.perf_counter())
        directions, over = close_ended(directions)
        ended += over
        if listener in ready:
            directions += connect(listener, port, delay, rate)


if __name__ == "__main__":
    main()
