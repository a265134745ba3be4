"""Hostile peers that say what no pydevd says: numbers, names, texts, structure."""

import contextlib
import os
import re
import subprocess
import sys
import time

from findings import check
from scripted import Peer, quoted

EXTREMES = [
    "0", "-1", "-10", "1", "2147483647", "2147483648", "-2147483649", "4294967296", "9223372036854775807",
    "-9223372036854775808", "9223372036854775806", "9223372036854775808", "18446744073709551615", "1" + "0" * 40, "-0", "+1",
    "1e9", "0x10", "", " ", "NaN", "１２",
]
# Each has a sequence that neither ncurses nor Dialback writes; `programs.RAW` looks for them.
ESCAPES = [
    "\x1b[7777m", "\x1b]0;7777\x07", "\x1b]52;c;NzQ=\x07", "\x1bP7777\x1b\\", "\x1b_7777\x1b\\", "\x1bc", "\x9b7777m", "\x9d0;7777\x9c",
    "\x1b]8;;http://7777\x07x", "\r\x1b[7777A", "\u202e7777", "\x08\x7f\x00", "\n\x1b[7777J",
]


SOURCE = os.path.abspath(__file__)  # a file that is here, too


def attribute(text):
    """A text inside an attribute."""
    for character, entity in [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")]:
        text = text.replace(character, entity)
    return text


def started(stage, **more):
    peer = Peer(stage.port, **more).ready()
    peer.thread()
    return peer


def press(stage, *commands):
    """Has Dialback act on the newest process, in a way that each front end has; on the screen it has come to the front itself."""
    if hasattr(stage.debugger, "newest"):
        stage.debugger.command(f"process {stage.debugger.newest()}")
    for command in commands:
        stage.debugger.command(command)
    time.sleep(0.05)


def wrong_versions(stage):
    versions = ["", "0", "999999999999.1", "263", "-263.1.1", "263.x", "x" * 100000, "9" * 400 + ".1", *ESCAPES]
    for version in versions:
        with contextlib.suppress(OSError), Peer(stage.port, version) as peer:
            peer.runs.wait(0.2)
            peer.thread()
            peer.stop()


def no_version(stage):
    peer = Peer(stage.port)
    peer.answers[501] = lambda sequence, payload: None
    time.sleep(0.3)
    peer.thread()
    peer.stop()
    return peer.close


def other_sequence_numbers(stage):
    with Peer(stage.port) as peer:
        peer.ready()
        for command in (113, 114, 110, 115, 102):
            peer.answers[command] = lambda sequence, payload, command=command: peer.send(command, "<xml></xml>", sequence + 2)
        peer.thread()
        peer.stop()
        time.sleep(0.2)


def extreme_sequence_numbers(stage):
    for number in EXTREMES:
        with contextlib.suppress(OSError), started(stage) as peer:
            for command in (103, 105, 106, 113, 114, 501, 901):
                peer.send(command, '<xml><thread name="x" id="pid_5_id_1"/></xml>', number)
            time.sleep(0.02)


def extreme_commands(stage):
    for number in EXTREMES:
        with contextlib.suppress(OSError), started(stage) as peer:
            peer.send(number, "<xml></xml>")
            time.sleep(0.02)


def extreme_lines(stage):
    for number in EXTREMES:
        with contextlib.suppress(OSError), started(stage) as peer:
            peer.stop(line=number, file=SOURCE)
            press(stage, "list", "into", "until", "u", "w")
            peer.send(106, peer.thread_id + "\t" + number)
            peer.stop(reason=number)


def extreme_lines_of_lower_frames(stage):
    for number in EXTREMES:
        frames = "".join(
            f'<frame id="{index}" name="f" file="{SOURCE}" line="{line}"></frame>'
            for index, line in enumerate(["3", number, number]))
        with contextlib.suppress(OSError), started(stage) as peer:
            peer.stop(frames=frames)
            press(stage, "u", "list", "u", "until", "stacks", "d")


def extreme_sizes_of_values(stage):
    for number in EXTREMES:
        variable = f'<xml><var name="x" type="list" isContainer="True" value="list%253A 1" shape="{number}" typeRendererId="{number}"/></xml>'
        with contextlib.suppress(OSError), Peer(stage.port) as peer:
            for command in (110, 113, 114):
                peer.answers[command] = lambda sequence, payload, command=command: peer.send(command, variable, sequence)
            peer.ready().thread()
            peer.stop()
            press(stage, "locals", "expand x", "expand x 5:10", "array x")


def answers_of_helpers_with_extremes(stage):
    for number in EXTREMES[:: stage.times(1, 3)]:
        texts = [
            f'{{"type":"ndarray","shape":[{number},{number}],"rows":["0"],"cols":["a"],"cells":[["1"]],'
            f'"offset":[{number},{number}],"size":[{number},{number}],"dtype":"f8","count":{number}}}',
            f"f{number}:hello", f"[{number}]", number,
        ]
        for text in texts:
            with contextlib.suppress(OSError), Peer(stage.port) as peer:
                value = f'<xml><var name="" type="str" value="{quoted(quoted("str: " + text))}" /></xml>'
                peer.answers[113] = lambda sequence, payload: peer.send(113, value, sequence)
                peer.ready().thread()
                peer.stop()
                press(stage, "array x", "exception", "list")


def duplicate_thread_ids(stage):
    with started(stage) as peer:
        for number in range(200):
            peer.thread(name=f"t{number}")
            peer.stop()
        for _ in range(200):
            peer.send(104, peer.thread_id)
        time.sleep(0.1)


def threads_of_other_processes(stage):
    with started(stage) as one, started(stage) as other:
        for _ in range(20):
            one.stop(thread_id=other.thread_id)
            other.send(104, one.thread_id)
            other.send(106, one.thread_id + "\t-1")


def stops_of_unknown_threads(stage):
    with started(stage) as peer:
        for number in range(500):
            peer.stop(thread_id=f"pid_4711_id_{number + 1000}")
        for thread in ["", "-1", "*", "x" * 10000, "pid__id_", "\t", *ESCAPES]:
            peer.stop(thread_id=attribute(thread))
        time.sleep(0.1)


def events_before_the_greeting(stage):
    with contextlib.suppress(OSError), Peer(stage.port, reads=False) as peer:
        peer.thread()
        peer.stop()
        peer.output("early\n")
        peer.send(106, peer.thread_id + "\t-1")
        time.sleep(0.2)


SERVER = "import socket, sys; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1], flush=True); s.accept()"


def the_process_id_of_others(stage):
    """It says that it is somebody else, from the port of somebody else at another address, and is then killed: who is meant is
    not. Ids that mean many processes are not tried here, for the sake of the machine."""
    with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE) as innocent:
        try:
            port = int(innocent.stdout.readline())
            for pid, source in [
                (innocent.pid, None), (innocent.pid, ("127.0.0.2", port)),
                (stage.debugger.pid, None), (stage.debugger.pid, ("127.0.0.2", stage.port)),
            ]:
                with Peer(stage.port, pid=pid, source=source) as peer:
                    peer.ready().thread()
                    time.sleep(0.1)
                    kill(stage)
                    time.sleep(0.3)
            check(innocent.poll() is None, "a process that never connected was killed")
            check(stage.debugger.alive(), "Dialback was killed")
        finally:
            innocent.kill()


def kill(stage):
    """Has the newest process killed. On the screen it is not certain which one is selected: it could be the honest one."""
    if stage.debugger.keys:
        return
    if hasattr(stage.debugger, "newest"):
        numbers = [stage.debugger.newest()]
    else:
        numbers = [int(number) for number in re.findall(r"process (\d+)", stage.debugger.text())[-3:]]
    for number in set(numbers) - {1}:
        stage.debugger.command(f"process {number}")
        stage.debugger.command("kill")


def claims_to_be_a_dispatcher(stage):
    with contextlib.suppress(OSError), Peer(stage.port) as peer:
        for port in ("31235", str(stage.port), *EXTREMES):
            peer.send(99, port, -1)
            peer.send(501, "263.1.1", 1)
        time.sleep(0.1)


def answers_twice(stage):
    with Peer(stage.port) as peer:
        def twice(sequence, payload):
            for _ in range(2):
                peer.send(113, '<xml><var name="" type="str" value="str%253A 1" /></xml>', sequence)
        for command in (113, 114, 110):
            peer.answers[command] = twice
        peer.ready().thread()
        for _ in range(20):
            peer.stop()
            peer.send(106, peer.thread_id + "\t-1")


def answers_never(stage):
    peer = Peer(stage.port)
    for command in (113, 114, 110, 115, 120):
        peer.answers[command] = lambda sequence, payload: None
    peer.ready().thread()
    peer.stop()
    time.sleep(0.3)
    return peer.close


def answers_something_else(stage):
    for wrong in (502, 901, 103, 105, 106, 124, 7):
        with Peer(stage.port) as peer:
            for command in (113, 114, 110, 115):
                peer.answers[command] = lambda sequence, payload: peer.send(wrong, "<xml><var/><thread/></xml>", sequence)
            peer.ready().thread()
            peer.stop()
            time.sleep(0.05)


def deep_elements(stage):
    with contextlib.suppress(OSError), started(stage) as peer:
        depth = stage.times(1_000_000, 100_000)
        peer.send(105, "<xml>" + "<thread id=\"pid_4711_id_1\">" * depth)
        peer.send(114, "<xml>" + "<var>" * depth + "</var>" * depth + "</xml>", 5)
        time.sleep(0.1)


def entity_bombs(stage):
    bomb = '<!DOCTYPE x [<!ENTITY a "' + "x" * 1000 + '">' + "".join(
        f'<!ENTITY {chr(98 + index)} "{("&" + chr(97 + index) + ";") * 100}">' for index in range(8)) + "]>"
    with contextlib.suppress(OSError), started(stage) as peer:
        peer.send(105, bomb + '<xml><thread id="&i;" stop_reason="111"><frame id="1" name="&i;" file="&i;" line="1"/></thread></xml>')
        peer.send(103, '<xml><thread name="&amp;amp;&i;&undefined;&" id="pid_4711_id_9"/></xml>')
        time.sleep(0.1)


def character_references(stage):
    references = ["&#0;", "&#x0;", "&#27;[7777m", "&#x1b;]0;7777&#7;", "&#xD800;", "&#x110000;", "&#99999999999999999999;", "&#-1;", "&#x;", "&#155;7777m"]
    with contextlib.suppress(OSError), started(stage) as peer:
        for reference in references:
            peer.stop(name=reference, file=f"/app/{reference}.py")
            peer.thread(f"pid_4711_id_{references.index(reference) + 5}", reference)
        time.sleep(0.1)


def external_entities(stage):
    with contextlib.suppress(OSError), started(stage) as peer:
        peer.send(105, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><thread id="pid_4711_id_1" stop_reason="111">'
                  '<frame id="1" name="&a;" file="/app/x.py" line="1"/></thread></xml>')
        time.sleep(0.1)


def invalid_utf8(stage):
    for data in [b"\xff\xfe", b"\xc3", b"%FF%FE", b"%C3", b"%ED%A0%80", b"\xed\xa0\x80", b"%", b"%4", b"%zz", b"%00", b"\xf4\x90\x80\x80"]:
        with contextlib.suppress(OSError), started(stage) as peer:
            peer.raw(b'105\t4\t<xml><thread id="pid_4711_id_1" stop_reason="111" message="' + data + b'">'
                     b'<frame id="1" name="' + data + b'" file="/app/' + data + b'.py" line="1"/></thread></xml>\n')
            peer.raw(b'116\t6\t<xml><io s="' + data + b'%250A" ctx="1"/></xml>\n')
            time.sleep(0.02)


def escapes_in_names(stage):
    for escape in map(attribute, ESCAPES):
        with contextlib.suppress(OSError), Peer(stage.port, "@@BUILD_NUMBER@@") as peer:
            value = f'<xml><var name="{quoted(escape)}" type="{escape}" qualifier="{escape}" value="{quoted(escape)}" isContainer="True"/></xml>'
            for command in (110, 113, 114):
                peer.answers[command] = lambda sequence, payload, command=command: peer.send(command, value, sequence)
            peer.ready().thread(name=escape)
            peer.stop(name=escape, file=f"/app/{escape}/{escape}.py", message=escape)
            press(stage, "w", "locals", "threads", "processes", f"p {escape[:1]}x")


def escapes_in_output(stage):
    with started(stage) as peer:
        for escape in ESCAPES:
            for stream in (1, 2):
                peer.output(f"before{escape}after\n", stream)
                peer.output(escape, stream)
        time.sleep(0.1)


def escapes_in_errors(stage):
    with started(stage) as peer:
        for escape in map(attribute, ESCAPES):
            peer.send(901, escape)
            peer.send(138, f'<xml><thread id="{peer.thread_id}" /></xml>\t{escape}\t{escape}\t<xml><thread id="1"><frame name="{escape}"/></thread></xml>')
            peer.send(155, f'<xml><exc exc_type="{escape}" exc_desc="{escape}"/></xml>')
            peer.send(140, f"{peer.thread_id}\t{escape}\t{escape}")
            peer.output(f"pydev debugger: warning: trying to add breakpoint to file that does not exist: /{escape} (will have no effect)\n", 2)
        time.sleep(0.1)


def lies_about_lengths(stage):
    for length in ("0", "-1", "99999999999999999999", "9223372036854775807", "5", "1000000000", "x"):
        with contextlib.suppress(OSError), Peer(stage.port) as peer:
            peer.ready().raw(f"Content-Length: {length}\r\n\r\n103\t4\t<xml></xml>\n".encode())
            time.sleep(0.03)


KINDS = [
    wrong_versions, no_version, other_sequence_numbers, extreme_sequence_numbers, extreme_commands, extreme_lines,
    extreme_lines_of_lower_frames, extreme_sizes_of_values, answers_of_helpers_with_extremes, duplicate_thread_ids,
    threads_of_other_processes, stops_of_unknown_threads, events_before_the_greeting, the_process_id_of_others,
    claims_to_be_a_dispatcher, answers_twice, answers_never, answers_something_else, deep_elements, entity_bombs,
    character_references, external_entities, invalid_utf8, escapes_in_names, escapes_in_output, escapes_in_errors,
    lies_about_lengths,
]
