"""Lets the program go where its link to the debugger is dead."""

import socket
import sys

# TCP_USER_TIMEOUT on Linux; Python has the name from 3.6 on.
USER_TIMEOUT = 18 if sys.platform.startswith("linux") else None


class Ending(object):
    """The socket of a reader for which each failure is the end of the session, as the end of the connection is.

    The reader of pydevd-pycharm 263 returns at an error without a word, and stopped threads stand for ever then; at an end
    behind half a message it reads on without end (`pydevd_comm.py`, `ReaderThread._on_run`).
    """

    def __init__(self, sock, end):
        self.sock, self.end = sock, end

    def recv(self, *arguments):
        try:
            data = self.sock.recv(*arguments)
        except Exception:
            data = b""
        if not data:
            self.end()
        return data

    def __getattr__(self, name):
        return getattr(self.sock, name)


def end_at_errors(reader):
    """Has the reader end the session where its connection fails. pydevd itself does."""
    end = getattr(reader, "_terminate_on_socket_close", None) or getattr(reader, "handle_except", None)
    sock = getattr(reader, "sock", None)
    if end is None or sock is None or isinstance(sock, Ending) or hasattr(reader, "_read_line"):
        return
    reader.sock = Ending(sock, lambda: end())


def wanted(seconds):
    """Returns the options of a socket that fails after so many seconds without an answer, and their values."""
    tcp = socket.IPPROTO_TCP
    found = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    idle = getattr(socket, "TCP_KEEPIDLE", None) or getattr(socket, "TCP_KEEPALIVE", None)
    for option, value in (
        (idle, seconds / 3.0),
        (getattr(socket, "TCP_KEEPINTVL", None), seconds / 6.0),
        (getattr(socket, "TCP_KEEPCNT", None), 4),
        (USER_TIMEOUT, seconds * 1000),
    ):
        if option is not None:
            found.append((tcp, option, max(1, int(value))))
    return found


connections = []  # the debugger that the connection of now is of
before = {}  # what the options of its socket were before the first change


def adopt(debugger):
    """Looks after the link of a debugger that has just connected."""
    connections[:] = [debugger]
    before.clear()
    end_at_errors(getattr(debugger, "reader", None))


def release_after(seconds):
    """Lets the program go after so many seconds without an answer; with None pydevd's own way."""
    sock = connections[0].writer.sock
    if seconds is not None:
        chosen = wanted(seconds)
        for level, option, _ in chosen:
            if (level, option) not in before:
                before[level, option] = sock.getsockopt(level, option)
    else:
        chosen = [(level, option, value) for (level, option), value in before.items()]
    for level, option, value in chosen:
        sock.setsockopt(level, option, value)
