"""The ends of Dialback in each state of a session, on both Python sides: the debuggee comes to its own end."""

import concurrent.futures
import os
import signal
import time

from findings import Broken, Row, check
from programs import HERE, LIMIT, Place, until

AT_ONCE = 4  # sessions: they wait most of the time
SIDES = ["pydevd", "pycharm"]
WAYS = ["KILL", "TERM", "HUP", "quit"]
DOOMED = os.path.join(HERE, "doomed.py")


def line(marker):
    with open(DOOMED) as file:
        return next(number for number, text in enumerate(file, 1) if text.rstrip().endswith(f"# marker: {marker}"))


class Session:
    """A debuggee and its debugger, brought to a state."""

    def __init__(self, place, side):
        self.place, self.side = place, side
        self.debugger = place.batch().started()
        self.stops = 0

    def start(self):
        self.target = self.place.target(self.debugger.port, "doomed.py", self.side)

    def stopped(self):
        self.stops += 1
        self.debugger.wait_for("stopped", self.stops)

    def entered(self):
        self.start()
        self.stopped()

    def command(self, *commands):
        for text in commands:
            self.debugger.command(text)


def connecting(session):
    session.start()
    session.target.reaches("dialling")
    until(lambda: session.debugger.lines[1:], LIMIT, "nobody has connected", 0.001)


def entry(session):
    session.entered()


def at_a_breakpoint(session):
    session.entered()
    session.command(f"b {DOOMED}:{line('work')}", "c")
    session.stopped()


def while_a_condition_is_computed(session):
    session.entered()
    session.command(f"b {DOOMED}:{line('work')} if slow(False)", "c")
    session.target.reaches("slow")


def running(session):
    session.entered()
    session.command("c")
    session.target.reaches("running")


def stepping(session):
    session.entered()
    session.command(*["n"] * 12)
    session.debugger.wait_for("stopped", 4)


def evaluating(session):
    session.entered()
    session.command("p slow(1)")
    session.target.reaches("slow")


def expanding(session):
    session.entered()
    session.command("n", "n")
    session.debugger.wait_for("stopped", 3)
    session.command("expand nested['slow']")
    time.sleep(0.3)


def flood(session):
    session.entered()
    session.command("c")
    session.target.reaches("flooding")


def while_a_pause_is_pending(session):
    session.entered()
    session.command("c")
    session.target.reaches("running")
    session.command("pause")


def detached(session):
    session.entered()
    session.command("detach")
    session.target.reaches("running")


def all_threads_held(session):
    session.entered()
    session.command(f"b {DOOMED}:{line('worker')} all", "c")
    session.stopped()


def evaluating_with_steps_behind(session):
    session.entered()
    session.command("p slow(1)", "n", "n", "n")
    session.target.reaches("slow")


STATES = [
    connecting, entry, at_a_breakpoint, while_a_condition_is_computed, running, stepping, evaluating, expanding, flood,
    while_a_pause_is_pending, detached, all_threads_held, evaluating_with_steps_behind,
]


def attempt(setting, state, way, side):
    """Ends Dialback there, and waits for the end of the debuggee; gives the seconds until that."""
    with Place(setting, "kill") as place:
        session = Session(place, side)
        state(session)
        begun = time.monotonic()
        if way == "quit":
            session.debugger.quit()
        else:
            session.debugger.signal(getattr(signal, "SIG" + way))
        session.debugger.wait()
        status = session.target.wait()
        check(status == 0, f"the debuggee ended with {status}: {session.target.words()}")
        check(session.target.at() == "done", f"the debuggee got to {session.target.at()!r} only")
        return time.monotonic() - begun


def rows(setting):
    """In a short run each state meets each side once, and the ways take turns; in a full run all meet all."""
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for turn, state in enumerate(STATES):
            name = state.__name__.replace("_", " ")
            if setting.leaves_out(name):
                continue
            tries = [
                (way, side) for side in range(len(SIDES))
                for way in ([WAYS[(turn + side) % len(WAYS)]] if setting.short else WAYS)]
            row = Row("kills", name, len(tries))
            worst = 0.0
            jobs = {pool.submit(attempt, setting, state, *one): one for one in tries}
            for job, (way, side) in jobs.items():
                try:
                    worst = max(worst, job.result())
                except (Broken, OSError) as error:
                    row.failures.append(f"{way}, {SIDES[side]}: {error}")
            row.note = f"{', '.join(sorted({way for way, _ in tries}))}; the end after {worst:.1f} s at most"
            yield row
