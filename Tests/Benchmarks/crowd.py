"""Many processes that are none: each speaks as much of pydevd's protocol as a program that has stopped does."""

import selectors
import socket
import threading
import time


class Crowd:
    """Connections with a debugger, served by one thread."""

    def __init__(self, port, count):
        self.selector = selectors.DefaultSelector()
        self.buffers, self.stopped, self.running, self.lost, self.left = {}, 0, 0, 0, set()
        self.ends = threading.Event()
        self.resumed_at = None
        self.count = count
        for number in range(count):
            peer = socket.create_connection(("127.0.0.1", port))
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.buffers[peer] = (number, b"")
            self.selector.register(peer, selectors.EVENT_READ)
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        while not self.ends.is_set():
            for key, _ in self.selector.select(0.1):
                self.read(key.fileobj)

    def read(self, peer):
        number, buffer = self.buffers[peer]
        try:
            data = peer.recv(65536)
        except OSError:
            data = b""
        if not data:
            self.selector.unregister(peer)
            self.lost += peer not in self.left
            return
        *lines, rest = (buffer + data).split(b"\n")
        self.buffers[peer] = (number, rest)
        answer = "".join(self.answer(number, *line.decode().split("\t", 2)) for line in lines)
        if answer:
            peer.sendall(answer.encode())

    def answer(self, number, command, sequence, _):
        thread = f"pid_{100000 + number}_id_1"
        if command == "501":
            return f"501\t{sequence}\t@@BUILD_NUMBER@@\n"
        if command == "101":
            self.stopped += 1
            frame = f'<frame id="7" name="work" file="/srv/worker_{number}.py" line="3"></frame>'
            return (
                f'103\t2\t<xml><thread name="MainThread" id="{thread}" /></xml>\n'
                f'105\t4\t<xml><thread id="{thread}" stop_reason="111" message="" suspend_type="trace">'
                f"{frame}</thread></xml>\n")
        if command == "113":
            return f'113\t{sequence}\t<xml><var name="" type="str" value="str%253A 3.11.7 1 0 0 0 0 0 0" /></xml>\n'
        if command == "114":
            return f'114\t{sequence}\t<xml><var name="number" type="int" value="int%253A {number}" /></xml>\n'
        if command == "106":
            self.running += 1
            if self.running == self.count:
                self.resumed_at = time.perf_counter()
            return f"106\t6\t{thread}\t-1\n"
        return ""

    def leave(self, index):
        """One of them ends."""
        peer = list(self.buffers)[index]
        self.left.add(peer)
        peer.shutdown(socket.SHUT_RDWR)

    def close(self):
        self.ends.set()
        self.thread.join()
        for peer in self.buffers:
            peer.close()
