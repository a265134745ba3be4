"""A peer that claims to be another process.

claiming.py PORT SOURCE SOURCE_PORT PID: dials from SOURCE, says that its only thread is one of the process PID, or its own with
`own`, and prints what it is sent. With 0 for the port of the source any free one is taken.
"""
import os
import socket
import sys

port, source, source_port, pid = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
if pid == "own":
    pid = os.getpid()
peer = socket.socket()
peer.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
peer.bind((source, source_port))
peer.connect(("127.0.0.1", port))
for line in peer.makefile():
    command, number = line.split("\t")[:2]
    sys.stdout.write(line)
    sys.stdout.flush()
    if command == "501":
        peer.sendall(("501\t%s\t@@BUILD_NUMBER@@\n" % number).encode())
    if command == "101":
        peer.sendall(('103\t2\t<xml><thread name="MainThread" id="pid_%s_id_1" /></xml>\n' % pid).encode())
