"""A process that reads nothing until its debugger is gone: slow_reader.py PORT GO.

Stops, waits for the file GO, and then tells how what it was sent ends.
"""

import os
import socket
import sys
import time

PORT, GO = int(sys.argv[1]), sys.argv[2]
STOP = (
    '<xml><thread id="pid_9_id_1" stop_reason="111" message="" suspend_type="trace">'
    '<frame id="77" name="work" file="/srv/w.py" line="3"></frame></thread></xml>'
)


def main():
    peer = socket.socket()
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
    peer.connect(("127.0.0.1", PORT))
    heard = b""
    while b"501\t" not in heard or not heard.endswith(b"\n"):
        heard += peer.recv(4096)
    number = heard.split(b"501\t")[1].split(b"\t")[0]
    peer.sendall(b"501\t" + number + b"\t263.7307.50\n")
    peer.sendall(b"105\t4\t" + STOP.encode() + b"\n")
    while not os.path.exists(GO):
        time.sleep(0.02)
    while True:
        more = peer.recv(1 << 16)
        if not more:
            break
        heard += more
    lines = heard.split(b"\n")
    whole = all(line.split(b"\t")[0].isdigit() and line.count(b"\t") >= 2 for line in lines[:-1]) and not lines[-1]
    longest = max(len(line) for line in lines)
    print("whole %s longest %d last %r" % (whole, longest, [line[:3] for line in lines[-3:-1]]), flush=True)


main()
