"""Hostile peers below the messages: who they are, and how their bytes come. Each may give a promise to check afterwards."""

import contextlib
import os
import random
import socket
import time

from programs import until
from findings import check
from scripted import Peer


def connection(port):
    return socket.create_connection(("127.0.0.1", port), 10)


def refused(peer, seconds=10):
    """Waits until the other side has closed."""
    peer.settimeout(seconds)
    with contextlib.suppress(ConnectionError):
        while peer.recv(65536):
            pass


def pour(peer, data, times=1):
    """Sends as long as it is taken, for some seconds."""
    peer.settimeout(5)
    with contextlib.suppress(OSError):
        for _ in range(times):
            peer.sendall(data)


def says_nothing(stage):
    peer = connection(stage.port)
    time.sleep(0.2)
    return peer.close


def half_a_frame(stage):
    peer = connection(stage.port)
    peer.sendall(b"501\t1\t@@BUILD")
    time.sleep(0.2)
    return peer.close


def an_endless_line_of_a_stranger(stage):
    with connection(stage.port) as peer:
        pour(peer, b"x" * (1 << 20), stage.times(256, 32))


def an_endless_line_after_the_greeting(stage):
    with Peer(stage.port) as peer:
        peer.ready()
        peer.socket.settimeout(5)
        with contextlib.suppress(OSError):
            peer.raw(b"116\t4\t")
            for _ in range(stage.times(600, 40)):
                peer.raw(b"y" * (1 << 20))


def unfinished_messages_of_many(stage):
    peers = [Peer(stage.port).ready() for _ in range(stage.times(10, 3))]
    for peer in peers:
        peer.socket.settimeout(5)
        with contextlib.suppress(OSError):
            peer.raw(b"116\t4\t")
            for _ in range(stage.times(200, 20)):
                peer.raw(b"z" * (1 << 20))

    def promise():
        for peer in peers:
            peer.close()
    return promise


def an_http_request(stage):
    with connection(stage.port) as peer:
        peer.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: \x1b]0;7777\x07\r\n\r\n")
        refused(peer)


def a_tls_hello(stage):
    with connection(stage.port) as peer:
        peer.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + os.urandom(512))
        refused(peer)


def an_ssh_banner(stage):
    with connection(stage.port) as peer:
        peer.sendall(b"SSH-2.0-OpenSSH_9.2\x1b[7777m\r\n")
        refused(peer)


def zero_bytes(stage):
    with connection(stage.port) as peer:
        pour(peer, b"\0" * 65536, 16)


def random_bytes(stage):
    dice = random.Random(1)
    for _ in range(stage.times(200, 20)):
        with connection(stage.port) as peer:
            pour(peer, dice.randbytes(dice.randrange(1, 4000)))


def only_line_ends(stage):
    with connection(stage.port) as peer:
        pour(peer, b"\n" * 100000)


def urgent_data(stage):
    with Peer(stage.port) as peer:
        peer.ready()
        for _ in range(20):
            peer.socket.send(b"!", socket.MSG_OOB)
        peer.thread()
        time.sleep(0.1)


def a_byte_a_second(stage):
    with Peer(stage.port) as peer:
        peer.ready()
        peer.drip(b"103\t4\t<xml><thread name=", stage.times(20, 2), 1)


def reads_a_byte_a_second(stage):
    peer = Peer(stage.port, reads=False)
    peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    peer.raw(b"501\t1\t@@BUILD_NUMBER@@\n")
    deadline = time.monotonic() + stage.times(10, 1.5)
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            peer.raw(b'103\t4\t<xml><thread name="a" id="pid_5_id_1" /></xml>\n')
            peer.socket.settimeout(1)
            peer.socket.recv(1)
    return peer.close


def never_reads(stage):
    peer = Peer(stage.port, reads=False)
    peer.raw(b"501\t1\t@@BUILD_NUMBER@@\n")
    peer.socket.settimeout(5)
    with contextlib.suppress(OSError):
        for _ in range(stage.times(20000, 1000)):
            peer.thread()
            peer.stop()
    return peer.close


def resets_mid_frame(stage):
    for size in range(0, 60, stage.times(1, 6)):
        peer = Peer(stage.port).ready()
        peer.raw(b'105\t4\t<xml><thread id="pid_5_id_1" stop_reason="111"><frame'[:size])
        peer.reset()


def closes_at_each_point(stage):
    steps = [
        lambda peer: None, lambda peer: peer.ready(), lambda peer: peer.thread(), lambda peer: peer.stop(),
        lambda peer: until(lambda: any(ask[0] == 114 for ask in peer.asked) or True, 1, ""),
        lambda peer: peer.send(106, peer.thread_id + "\t-1"), lambda peer: peer.output("bye\n"),
    ]
    for count in range(len(steps) + 1):
        for end in ("close", "reset"):
            peer = Peer(stage.port)
            for step in steps[:count]:
                step(peer)
            getattr(peer, end)()


def closes_before_it_was_let_run(stage):
    for _ in range(stage.times(100, 20)):
        peer = Peer(stage.port, reads=False)
        peer.raw(b"501\t1\t@@BUILD_NUMBER@@\n")
        peer.close()


def half_closes(stage):
    peer = Peer(stage.port).ready()
    peer.thread()
    peer.stop()
    peer.socket.shutdown(socket.SHUT_WR)
    check(peer.closed.wait(10), "a half-closed connection was kept for ten seconds")


def reconnects_a_thousand_times(stage):
    before = stage.debugger.descriptors()
    for _ in range(stage.times(1000, 200)):
        peer = connection(stage.port)
        peer.close()

    def promise():
        until(
            lambda: stage.debugger.descriptors() <= before + 2, 20,
            lambda: f"{stage.debugger.descriptors()} descriptors, {before} before")
    return promise


def connects_and_is_let_run_again_and_again(stage):
    before = stage.debugger.descriptors()
    for number in range(stage.times(1000, 60)):
        with Peer(stage.port, pid=10000 + number) as peer:
            peer.ready()
            peer.thread()

    def promise():
        until(
            lambda: stage.debugger.descriptors() <= before + 2, 20,
            lambda: f"{stage.debugger.descriptors()} descriptors, {before} before")
    return promise


def many_idle_connections(stage):
    peers = [connection(stage.port) for _ in range(stage.times(800, 200))]

    def promise():
        for peer in peers:
            peer.close()
    return promise


KINDS = [
    says_nothing, half_a_frame, an_endless_line_of_a_stranger, an_endless_line_after_the_greeting,
    unfinished_messages_of_many, an_http_request, a_tls_hello, an_ssh_banner, zero_bytes, random_bytes, only_line_ends,
    urgent_data, a_byte_a_second, reads_a_byte_a_second, never_reads, resets_mid_frame, closes_at_each_point,
    closes_before_it_was_let_run, half_closes, reconnects_a_thousand_times, connects_and_is_let_run_again_and_again,
    many_idle_connections,
]
