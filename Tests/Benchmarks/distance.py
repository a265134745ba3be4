"""A process that is really far from its debugger: two network namespaces, joined by a line that takes its time.

    distance.py NEAR FAR DELAY

It makes the namespaces NEAR (whose address is `HOST`) and FAR, brings each packet to the other one DELAY seconds later, prints
a line when they are there, and takes them away when its standard input ends. Unlike `link.py`, which acknowledges what it
takes, this has the acknowledgements of TCP travel the whole way. It needs root, `ip` and /dev/net/tun.
"""

import collections
import contextlib
import ctypes
import fcntl
import os
import select
import shutil
import signal
import struct
import subprocess
import sys
import time

HOST = "10.77.0.1"
PEER = "10.77.0.2"
TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 1, 0x1000
CLONE_NEWNET = 0x40000000
NAMES = "/run/netns"  # where `ip` has its namespaces


def is_possible():
    """Whether it can be made here: a container may have the device, and may not use it."""
    if os.geteuid() != 0 or not os.access("/dev/net/tun", os.W_OK) or shutil.which("ip") is None:
        return False
    try:
        with Distance(0):
            return True
    except SystemExit:
        return False


class Distance:
    """Two namespaces with a delay between them, in seconds each way; to be used in a `with` statement."""

    host, peer = HOST, PEER

    def __init__(self, delay):
        self.near_name, self.far_name = (f"dialback-{os.getpid()}-{end}" for end in ("near", "far"))
        self.far = ["ip", "netns", "exec", self.far_name]  # before a command: to run it there
        self.arguments = [self.near_name, self.far_name, str(delay)]

    def __enter__(self):
        self.line = subprocess.Popen(
            [sys.executable, os.path.abspath(__file__), *self.arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if not self.line.stdout.readline():
            self.line.wait()
            raise SystemExit("the namespaces of a distant process could not be made")
        return self

    def __exit__(self, *_):
        self.line.stdin.close()
        self.line.wait()

    @contextlib.contextmanager
    def near(self):
        """This thread's new sockets and processes are at the debugger's end meanwhile."""
        with open("/proc/self/ns/net") as home, open(os.path.join(NAMES, self.near_name)) as near:
            enter(near)
            try:
                yield
            finally:
                enter(home)


def enter(namespace):
    """os.setns, which Python has from 3.12 on."""
    library = ctypes.CDLL(None, use_errno=True)
    if library.setns(namespace.fileno(), CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def interface(name):
    """A device whose packets are read and written here; it stays usable in whatever namespace it is."""
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True)


def make(namespace, address, name):
    ip("netns", "add", namespace)
    device = interface(name)
    ip("link", "set", name, "netns", namespace)
    ip("-n", namespace, "addr", "add", address + "/24", "dev", name)
    ip("-n", namespace, "link", "set", name, "up")
    ip("-n", namespace, "link", "set", "lo", "up")
    return device


def carry(devices, delay):
    """Brings packets from each device to the other one until standard input ends."""
    queues = [collections.deque(), collections.deque()]
    while True:
        due = [queue[0][0] for queue in queues if queue]
        pause = max(0, min(due) - time.perf_counter()) if due else None
        ready, _, _ = select.select([*devices, sys.stdin], [], [], pause)
        if sys.stdin in ready:
            return
        for index, device in enumerate(devices):
            if device in ready:
                take(device, queues[1 - index], time.perf_counter() + delay)
        for queue, device in zip(queues, devices):
            while queue and queue[0][0] <= time.perf_counter():
                with contextlib.suppress(OSError):
                    os.write(device, queue.popleft()[1])


def take(device, queue, due):
    with contextlib.suppress(BlockingIOError):
        while True:
            queue.append((due, os.read(device, 65536)))


def main():
    near, far, delay = sys.argv[1:]
    # Who ends the one that this is made for may mean its whole group; that one's end is what this waits for.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    try:
        devices = [make(near, HOST, f"near{os.getpid() % 100000}"), make(far, PEER, f"far{os.getpid() % 100000}")]
        print("ready", flush=True)
        carry(devices, float(delay))
    finally:
        for namespace in (near, far):
            subprocess.run(["ip", "netns", "del", namespace], stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
