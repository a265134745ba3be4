"""Hostile peers that send too much of what is right."""

import contextlib
import socket
import time

from scripted import Peer


def many_threads(stage):
    with Peer(stage.port) as peer:
        peer.ready()
        for number in range(stage.times(10000, 2000)):
            peer.thread(f"pid_4711_id_{number}", f"thread {number}")


def many_stopped_threads(stage):
    with Peer(stage.port) as peer:
        peer.ready()
        for number in range(stage.times(10000, 500)):
            peer.stop(thread_id=f"pid_4711_id_{number}")


def many_frames(stage):
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        peer.ready().thread()
        peer.stop(frames="".join(
            f'<frame id="{number}" name="f{number}" file="/app/x{number % 7}.py" line="{number}"></frame>'
            for number in range(stage.times(200_000, 20_000))))


def many_variables(stage):
    variables = "".join(
        f'<var name="v{number}" type="int" value="int%253A {number}" />'
        for number in range(stage.times(200_000, 20_000)))
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        peer.answers[114] = lambda sequence, payload: peer.send(114, f"<xml>{variables}</xml>", sequence)
        peer.ready().thread()
        peer.stop()
        stage.debugger.command("locals")
        time.sleep(0.3)


def a_huge_attribute(stage):
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        peer.ready().thread()
        peer.stop(name="n" * (stage.times(64, 8) << 20))
        peer.thread("pid_4711_id_5", "m" * (1 << 20))


def a_huge_value(stage):
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        value = f'<xml><var name="x" type="str" value="str%253A {"v" * (stage.times(64, 8) << 20)}" /></xml>'
        for command in (113, 114):
            peer.answers[command] = lambda sequence, payload, command=command: peer.send(command, value, sequence)
        peer.ready().thread()
        peer.stop()
        time.sleep(0.3)


def for_seconds(stage, full=10, short=1.0):
    """True again and again, for a while."""
    end = time.monotonic() + stage.times(full, short)
    while time.monotonic() < end:
        yield True


def floods_output(stage):
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        peer.ready()
        peer.socket.settimeout(5)
        block = b"".join(
            b'116\t%d\t<xml><io s="line %d%%250A" ctx="1"/></xml>\n' % (2 * number, number) for number in range(500))
        for _ in for_seconds(stage):
            peer.raw(block)


def floods_output_without_line_ends(stage):
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        peer.ready()
        peer.socket.settimeout(5)
        block = b'116\t4\t<xml><io s="' + b"w" * 8000 + b'" ctx="1"/></xml>\n'
        for _ in for_seconds(stage):
            peer.raw(block * 16)


def floods_stops(stage):
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        peer.ready().thread()
        peer.socket.settimeout(5)
        for _ in for_seconds(stage):
            for line in range(50):
                peer.stop(line=line + 1)
                peer.send(106, peer.thread_id + "\t-1")


def floods_errors(stage):
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        peer.ready().thread()
        peer.socket.settimeout(5)
        for _ in for_seconds(stage):
            for number in range(50):
                peer.send(901, f"error {number}")
                peer.send(104, f"pid_4711_id_{number}")


def floods_knocks(stage):
    for _ in for_seconds(stage, 5, 0.7):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", stage.port), 5) as peer:
            peer.sendall(b"GET / HTTP/1.0\r\n\r\n")


KINDS = [
    many_threads, many_stopped_threads, many_frames, many_variables, a_huge_attribute, a_huge_value, floods_output,
    floods_output_without_line_ends, floods_stops, floods_errors, floods_knocks,
]
