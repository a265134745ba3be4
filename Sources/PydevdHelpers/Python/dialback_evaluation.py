"""One evaluation on the stopped thread, and the watchdog that ends it."""

import os
import sys

from dialback_interrupts import (
    disarm, handle, install_signal, interrupt, never_interrupted, not_protected, remove_signal, start_timer,
)
from dialback_requests import (
    IS_PYTHON_3, GivenUp, Request, allocate_lock, clock, get_ident, leave_all, requests, sleep, start_new_thread,
)

FIRST_REPORT = 0.15  # seconds after which the front end hears what is being computed
NEXT_REPORT = 0.5


class Host(object):
    """What the evaluations need of pydevd; `dialback_values` fills it in."""

    @staticmethod
    def report(request, now):
        """Sends the front end the values that are there, and what is being computed."""

    @staticmethod
    def report_interruption(request, place):
        """Tells the front end that the code of a value was interrupted."""

    @staticmethod
    def is_connected():
        return True

    @staticmethod
    def make_thread(run):
        """Starts a thread that pydevd neither lists nor traces."""
        start_new_thread(run, ())

    @staticmethod
    def release_lock():
        """Releases the lock that keeps pydevd from its other work, and returns it."""


host = Host()


# ---- The watchdog


class Watchdog(object):
    """The thread that ends what takes too long, and reports it."""

    def __init__(self):
        self.pid = os.getpid()
        self.bell = allocate_lock()
        self.bell.acquire()
        self.is_started = False
        self.is_awake = False

    def wake(self):
        if self.is_awake:
            return
        self.is_awake = True
        if not self.is_started:
            self.is_started = True
            host.make_thread(self.run)
        elif self.bell.locked():
            self.bell.release()

    def wait(self, seconds):
        if IS_PYTHON_3:
            return self.bell.acquire(True, seconds)
        end = clock() + seconds
        while not self.bell.acquire(False):
            if clock() > end:
                return False
            sleep(0.005)
        return True

    def run(self):
        try:
            self.watch()
        except:  # noqa: E722
            # The interpreter ends, and on Python 2 all names are gone, that of any exception too.
            pass

    def watch(self):
        idle = 0
        while True:
            if requests:
                idle = 0
                self.wait(0.02)
                self.look()
            elif idle < 20:
                # Stays awake for a while: waking it at each step would cost more than the values do.
                idle += 1
                self.wait(0.1)
            else:
                idle = 0
                self.is_awake = False
                if not requests:
                    self.bell.acquire()
                self.is_awake = True

    def look(self):
        now = clock()
        if not host.is_connected():
            leave_all()
        for request in list(requests.values()):
            if request.since is None:
                continue
            try:
                if request.is_due(now):
                    interrupt(request)
                self.report(request, now)
            except Exception:
                # The thread may have ended its evaluation meanwhile.
                pass

    def report(self, request, now):
        last = request.reported_at
        if now - request.begun < FIRST_REPORT or last is not None and now - last < NEXT_REPORT:
            return
        request.reported_at = now
        host.report(request, now)


watchdogs = []


def watchdog():
    """Returns the watchdog of this process; a forked one has none of its threads."""
    if not watchdogs or watchdogs[0].pid != os.getpid():
        watchdogs[:] = [Watchdog()]
        mine = requests.get(get_ident())
        requests.clear()
        if mine is not None:
            requests[get_ident()] = mine
    return watchdogs[0]


# ---- Evaluations


class working(object):
    """Is around all that one request of the front end computes on this thread.

    A request comes here several times, as for the attributes of a value and then for their texts. All of it is one
    `Request`, with one limit for its total.
    """

    latest = {}  # ident -> Request

    def __init__(self, sequence):
        self.sequence = sequence
        self.request = None

    def __enter__(self):
        ident = get_ident()
        outer = requests.get(ident)
        if outer is not None:
            return outer
        request = self.latest.get(ident)
        if request is None or not self.sequence or request.sequence != self.sequence:
            request = Request(ident, self.sequence)
            if len(self.latest) > 200:
                self.latest.clear()
            self.latest[ident] = request
        self.request = requests[ident] = request
        install_signal(request)
        watchdog().wake()
        return request

    def __exit__(self, *unused):
        request = self.request
        if request is None:
            return
        requests.pop(request.ident, None)
        remove_signal(request)
        request.answers = {}
        request.pending = []
        request.partial_xml = None


def start_green_timer(seconds):
    """Returns gevent's own timer: where a greenlet waits, its hub runs, in which nothing may be raised."""
    if seconds is None or "gevent" not in sys.modules:
        return None
    try:
        import gevent

        if getattr(gevent.getcurrent(), "parent", None) is None:
            return None
        return gevent.Timeout.start_new(seconds, GivenUp())
    except Exception:
        return None


def evaluate(work, name, seconds):
    """Runs `work`, a Python function, on this thread.

    Returns (True, value), (False, exception), or (None, place) where it was given up.
    """
    request = requests.get(get_ident())
    if request is None or request.since is not None:
        # Called by an evaluation: part of it.
        try:
            return True, work()
        except GivenUp:
            raise
        except BaseException:
            return False, sys.exc_info()[1]
    result = timer = None
    lock = host.release_lock()
    try:
        try:
            request.frame, request.name = sys._getframe(), name
            request.shots, request.looks, request.last_place, request.blocked_at = 0, 0, None, None
            timer = start_green_timer(seconds)
            request.since = clock()
            request.end = None if seconds is None else request.since + seconds
            if request.resumed:
                request.give_up(0.2)
            request.token.append(True)
            start_timer(request, seconds)
            try:
                result = True, work()
            except GivenUp:
                raise
            except BaseException:
                result = False, sys.exc_info()[1]
        finally:
            disarm(request)
            if timer is not None:
                timer.cancel()
    except GivenUp:
        disarm(request)
        result = None, place_of(sys.exc_info()[2])
        host.report_interruption(request, result[1])
    request.frame = None
    if lock is not None:
        lock.acquire()
    return result


def place_of(trace):
    """Returns where an interruption arrived."""
    while trace.tb_next is not None and trace.tb_next.tb_frame.f_code is not handle.__code__:
        trace = trace.tb_next
    return place_of_frame(trace.tb_frame, trace.tb_lineno)


def place_of_frame(frame, line):
    code = frame.f_code
    return "%s:%d %s" % (os.path.basename(code.co_filename), line or 0, code.co_name)


never_interrupted.update([evaluate.__code__, place_of.__code__])
not_protected.add(evaluate.__code__)
