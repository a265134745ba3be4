"""A process that is none and prints as fast as it is read: PORT LINES.

Each line of its standard input makes it send so many lines more, in messages like pydevd's; 0 stands for ever. On its standard
output is a line for each time that it has sent them.
"""

import socket
import sys

BLOCK = 500  # lines that are sent at once


def greet(peer):
    """Answers what a debugger asks of a process that connects, until it lets it run."""
    buffer = b""
    while True:
        *lines, buffer = (buffer + peer.recv(65536)).split(b"\n")
        for command, sequence, _ in (line.decode().split("\t", 2) for line in lines):
            if command == "501":
                peer.sendall(f"501\t{sequence}\t@@BUILD_NUMBER@@\n".encode())
            elif command == "101":
                return peer.sendall(b'103\t2\t<xml><thread name="MainThread" id="pid_99_id_1" /></xml>\n')


def block(first):
    """Messages of so many lines."""
    return "".join(
        f'116\t{2 * number}\t<xml><io s="line {number} of a flood of output%250A" ctx="1"/></xml>\n'
        for number in range(first, first + BLOCK)).encode()


def main():
    peer = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
    greet(peer)
    lines, data = int(sys.argv[2]), block(0)
    for _ in sys.stdin:
        sent = 0
        while not lines or sent < lines:
            peer.sendall(data)
            sent += BLOCK
        print("sent", flush=True)


main()
