"""The least of a client of the Debug Adapter Protocol, for debugpy: it steps, and asks for what a screen would show."""

import json
import socket
import time

from wire import LIMIT


class AdapterClient:
    """One conversation with an adapter that listens on a port of this machine."""

    def __init__(self, port):
        self.peer = self.connect(port)
        self.peer.settimeout(LIMIT)
        self.peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer, self.taken, self.sequence = b"", 0, 0

    @staticmethod
    def connect(port):
        """The adapter may need a while before it listens."""
        end = time.perf_counter() + LIMIT
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port))
            except ConnectionRefusedError:
                if time.perf_counter() > end:
                    raise
                time.sleep(0.01)

    def send(self, command, **arguments):
        self.sequence += 1
        body = json.dumps(
            {"seq": self.sequence, "type": "request", "command": command, "arguments": arguments}).encode()
        self.peer.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def receive(self):
        """The next message."""
        while b"\r\n\r\n" not in self.buffer:
            self.read()
        head, _, rest = self.buffer.partition(b"\r\n\r\n")
        length = next(int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:"))
        while len(self.buffer) < len(head) + 4 + length:
            self.read()
        rest = self.buffer[len(head) + 4:]
        self.buffer = rest[length:]
        return json.loads(rest[:length])

    def read(self):
        """Reads, with quick acknowledgements, as the bare wire does."""
        self.peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        data = self.peer.recv(65536)
        if not data:
            raise ConnectionError("the adapter hung up")
        self.taken += len(data)
        self.buffer += data

    def wait_for(self, event):
        while (message := self.receive()).get("event") != event:
            pass
        return message.get("body", {})

    def ask(self, command, **arguments):
        """Sends a request and gives the body of its answer."""
        self.send(command, **arguments)
        number = self.sequence
        while (message := self.receive()).get("request_seq") != number:
            pass
        if not message["success"]:
            raise ConnectionError(f"{command}: {message.get('message')}")
        return message.get("body", {})

    def attach(self):
        """Lets the program run to its first stop."""
        self.ask("initialize", adapterID="debugpy", linesStartAt1=True, columnsStartAt1=True, pathFormat="path")
        self.send("attach", justMyCode=True)
        # The answer to it comes only after that of `configurationDone`.
        self.wait_for("initialized")
        self.ask("configurationDone")

    def look(self):
        """Waits for the stop, and takes the stack, the scopes, and the variables of the innermost frame."""
        thread = self.wait_for("stopped")["threadId"]
        frame = self.ask("stackTrace", threadId=thread, startFrame=0, levels=20)["stackFrames"][0]
        scopes = self.ask("scopes", frameId=frame["id"])["scopes"]
        self.ask("variables", variablesReference=scopes[0]["variablesReference"])
        return thread, frame["line"]

    def step(self, thread):
        self.ask("next", threadId=thread)
        return self.look()

    def close(self):
        try:
            self.ask("disconnect", terminateDebuggee=True)
        except OSError:
            pass
        self.peer.close()
