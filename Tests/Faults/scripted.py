"""A peer that speaks as much of pydevd's side of the wire as it is told to."""

import contextlib
import select
import socket
import struct
import threading
import time
import urllib.parse

SAFE = '/<>_=" \t'
VERSIONS = {"pydevd": "@@BUILD_NUMBER@@", "pycharm": "263.7307.50"}


def quoted(text):
    """As pydevd quotes a payload (`_pydevd_bundle/pydevd_net_command.py`)."""
    return urllib.parse.quote(text, safe=SAFE, errors="surrogatepass")


class Peer:
    """A connection. `answers` are functions of a sequence number and a payload, by command; None says nothing."""

    def __init__(self, port, version="@@BUILD_NUMBER@@", pid=4711, reads=True, source=None):
        self.socket = socket.create_connection(("127.0.0.1", port), 10, source)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.version, self.sequence = version, 2
        self.thread_id = f"pid_{pid}_id_1"
        self.answers, self.asked = {}, []
        self.runs, self.closed = threading.Event(), threading.Event()
        self.lock = threading.Lock()
        if reads:
            threading.Thread(target=self.read, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def reset(self):
        """Closes without a good-bye."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def raw(self, data):
        with self.lock:
            self.socket.sendall(data)

    def send(self, command, payload, sequence=None):
        if sequence is None:
            self.sequence += 2
            sequence = self.sequence
        self.raw(f"{command}\t{sequence}\t{quoted(payload)}\n".encode())

    def ready(self, seconds=10):
        """Waits until it was let run."""
        self.runs.wait(seconds)
        return self

    def read(self):
        rest = b""
        with contextlib.suppress(OSError, ValueError):
            while data := self.receive():
                *lines, rest = (rest + data).split(b"\n")
                for line in lines:
                    fields = line.decode("utf-8", "replace").split("\t", 2)
                    if len(fields) == 3:
                        self.answer(int(fields[0]), int(fields[1]), fields[2])
        self.closed.set()

    def receive(self):
        while not select.select([self.socket], [], [], 0.2)[0]:
            pass
        return self.socket.recv(65536)

    def answer(self, command, sequence, payload):
        self.asked.append((command, payload))
        if command in self.answers:
            return self.answers[command](sequence, payload)
        if command == 501:
            self.send(501, self.version, sequence)
        elif command == 101:
            self.runs.set()
        elif command == 102:
            self.send(502, f'<xml><thread name="MainThread" id="{self.thread_id}" /></xml>', sequence)
        elif command in (110, 114):
            self.send(command, '<xml><var name="x" type="int" value="int%253A 1" /></xml>', sequence)
        elif command in (113, 115, 121):
            self.send(113, '<xml><var name="" type="str" value="str%253A 1" /></xml>', sequence)
        elif command in (106, 107, 108, 109):
            self.send(106, f"{self.thread_id}\t{command}")
        return None

    def thread(self, thread_id=None, name="MainThread"):
        self.send(103, f'<xml><thread name="{name}" id="{thread_id or self.thread_id}" /></xml>')

    def stop(self, line=3, file="/app/x.py", thread_id=None, reason=111, name="work", frames=None, message=""):
        if frames is None:
            frames = f'<frame id="140" name="{name}" file="{file}" line="{line}"></frame>'
        thread_id = thread_id or self.thread_id
        self.send(
            105, f'<xml><thread id="{thread_id}" stop_reason="{reason}" message="{message}" suspend_type="trace">'
            f"{frames}</thread></xml>")

    def output(self, text, stream=1):
        self.send(116, f'<xml><io s="{quoted(quoted(text))}" ctx="{stream}"/></xml>')

    def drip(self, data, seconds, pause):
        """Sends byte by byte."""
        deadline = time.monotonic() + seconds
        for index in range(len(data)):
            if time.monotonic() > deadline:
                return
            self.raw(data[index : index + 1])
            time.sleep(pause)
