"""Requests of the front end that stopped threads work on.

Code of the program (a `__repr__`, a property, an expression) runs on the stopped thread itself, so that it sees what the
program would see at that line: its transactions, its `threading.local`, its event loop, the locks that it holds.
"""

import sys
import time


def original(module, name):
    """Returns a function as Python has it, without the replacements of gevent and pydevd."""
    patched = sys.modules.get("gevent.monkey")
    try:
        return patched.saved[module][name]
    except Exception:
        found = __import__(module)
        return getattr(found, "_original_" + name, None) or getattr(found, name)


IS_PYTHON_3 = sys.version_info[0] > 2
THREAD = "_thread" if IS_PYTHON_3 else "thread"
allocate_lock = original(THREAD, "allocate_lock")
get_ident = original(THREAD, "get_ident")
start_new_thread = original(THREAD, "start_new_thread")
sleep = original("time", "sleep")
clock = getattr(time, "monotonic", time.time)


class GivenUp(BaseException):
    """Ends an evaluation. No `except Exception` of the program stops it."""

    __slots__ = ()


class Options(object):
    """The settings of the user."""

    def __init__(self):
        self.timeout = 1.0  # seconds for a value; None: no limit
        self.total = 3.0  # seconds for all values of one request
        self.properties = True  # whether opening a value computes its properties
        self.output = False  # whether the program's output shows what a computed value prints


options = Options()


class Request(object):
    """One request of the front end, and the value that the thread is computing for it."""

    def __init__(self, ident, sequence):
        self.ident = ident
        self.sequence = sequence  # its number on the wire; 0 where that is unknown
        self.begun = clock()
        self.overtime = 0.0  # seconds that values took when the total was used up
        self.explicit = False  # the person typed it: without a limit
        self.entry = None  # of the console
        self.answers = {}  # id(value) -> (value, text, whether the text is an error)
        self.pending = []  # (name, value), the current one first
        self.attributes = {}  # name -> the attribute of an opened value that was computed; None where it can't be kept
        self.partial_xml = None  # makes the answer with the values that are there
        self.resumed = False  # the thread was ordered to run: no further value
        self.reported_at = None

        # The current evaluation.
        self.name = None
        self.since = None
        self.end = None  # when it has to end; None: never
        self.token = []  # not empty: it may be interrupted; whoever pops it may do so
        self.frame = None  # the evaluation's own frame: only code that it called may be interrupted
        self.shots = 0
        self.looks = 0
        self.last_place = None
        self.blocked_at = None  # where an interruption was not carried out: the thread is in C
        self.retry_at = self.pause = 0

        # The signal that interrupts the main thread.
        self.has_signal = False
        self.is_sending = False  # the watchdog is about to send the signal
        self.number = None  # of the signal
        self.has_timer = False
        self.timer_end = 0

    def is_due(self, now):
        return self.end is not None and now >= self.end

    def give_up(self, seconds=0.0):
        """Ends the current evaluation after some seconds, if nothing ends it before."""
        end = clock() + seconds if seconds else 0.0
        if self.end is None or self.end > end:
            self.end = end
            self.timer_end = 0


requests = {}  # ident of the thread -> Request


def request_of(ident):
    return requests.get(ident)


def give_up_all():
    """Ends what is being computed, for Esc and `giveup`."""
    for request in list(requests.values()):
        if request.since is not None:
            request.give_up()


def leave_all():
    """Ends everything: nobody is there any more to see it."""
    for request in list(requests.values()):
        request.resumed = True
        request.give_up()


def resume(request):
    """Computes no further value, since the thread has to run. The current one has a moment left."""
    request.resumed = True
    if options.timeout is not None:
        request.give_up(0.2)
