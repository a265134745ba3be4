"""Lets all output arrive, at once and in full, also that of a program's last moment.

Messages that are still queued when the interpreter ends are dropped by pydevd (`pydevd.py`, `stoptrace` and its exit handlers
wait half a second at most).
"""

import time

from dialback_debugger import debugger

LONGEST_WAIT = 10  # seconds for a queue that isn't empty
NO_DELAY = (6, 1)  # TCP_NODELAY, on every system
LONGEST_PIECE = 1000000


def lift_limit():
    """Lets what is written at once arrive in full, in messages of a million characters.

    It is cut after 1,000 or 10,000 characters else (`make_io_message`, `MAX_IO_MSG_SIZE`).
    """
    found = debugger()
    make = found.cmd_factory.make_io_message
    names = getattr(make, "__func__", make).__globals__
    if "MAX_IO_MSG_SIZE" not in names:
        return
    names["MAX_IO_MSG_SIZE"] = LONGEST_PIECE

    def make_io_message(text, *args, **names):
        if bytes is not str and isinstance(text, bytes):
            text = text.decode("utf-8", "replace")
        end = len(text) - 1
        last = end - end % LONGEST_PIECE if text else 0
        for start in range(0, last, LONGEST_PIECE):
            found.writer.add_command(make(text[start : start + LONGEST_PIECE], *args, **names))
        return make(text[last:], *args, **names)

    found.cmd_factory.make_io_message = make_io_message


def queue():
    """Returns the messages that wait to be sent; None where nobody sends any more."""
    writer = getattr(debugger(), "writer", None)
    if writer is None or not writer.is_alive():
        return None
    return getattr(writer, "_cmd_queue", None) or getattr(writer, "cmdQueue", None)


def has_waiting():
    waiting = queue()
    return waiting is not None and not waiting.empty()


def keep_connection():
    """Keeps two threads of pydevd from ending the connection before the queue is empty.

    They end it when no thread of the program is alive any more (`pydevd.py`, `process_internal_commands` and `can_exit`), which is so
    while the exit handlers run.
    """
    found = debugger()
    work = getattr(found, "process_internal_commands", None)
    names = [name for name in ("has_user_threads_alive", "has_threads_alive") if getattr(found, name, None) is not None]
    if work is None or not names:
        return
    alive = getattr(found, names[0])
    since = []

    def has_ended():
        if alive():
            return False
        since.append(time.time())
        if has_waiting() and time.time() < since[0] + LONGEST_WAIT:
            return False
        time.sleep(0.03)
        return True

    def go_on(*args, **names):
        if has_ended() or alive():
            return work(*args, **names)

    found.process_internal_commands = go_on
    setattr(found, names[0], lambda: not has_ended())


def drain():
    """Waits until everything is sent. 191 collects what is written: the rest is asked for (`check_output_redirect`)."""
    try:
        end = time.time() + LONGEST_WAIT
        collect = getattr(debugger(), "check_output_redirect", None)
        if collect is not None:
            collect()
        while time.time() < end and has_waiting():
            time.sleep(0.005)
        time.sleep(0.03)
    except Exception:
        pass


def hurry():
    """Has messages leave at once, and returns whether they do.

    The second of two small ones waits for the acknowledgement of the first one else, a whole round trip of the link.
    """
    try:
        sock = debugger().writer.sock
        sock.setsockopt(*(NO_DELAY + (1,)))
        return sock.getsockopt(*NO_DELAY) != 0
    except Exception:
        return False


def install():
    """Does all of it. Returns whether messages leave at once."""
    for work in (lift_limit, keep_connection):
        try:
            work()
        except Exception:
            pass
    import atexit

    atexit.register(drain)
    try:
        import threading

        threading._register_atexit(drain)
    except Exception:
        pass
    return hurry()
