"""Interruptions of one evaluation, by a signal on the main thread and by an exception that is set on any other.

On the main thread the kernel's timer sends a signal whose handler raises: that also ends sleeping, waiting for locks, sockets
and child processes, and C code that looks for signals. On other threads CPython has only `PyThreadState_SetAsyncExc`, which
arrives when Python code runs next: what waits in C there cannot be ended.
"""

import ctypes
import dis
import signal
import sys

from dialback_requests import IS_PYTHON_3, GivenUp, clock, get_ident, requests, sleep

# Interruptions are rare, but where they land is not: nearly all time of a loop with a `with` is spent inside of it. So an
# evaluation that is over its limit is first interrupted only where that does no harm.
PATIENT_LOOKS = 15
CLEANING_UP = (
    "__exit__", "__enter__", "__del__", "__aexit__", "release", "acquire", "_release_save", "_acquire_restore",
)
never_interrupted = set()  # code of ours that begins or ends an evaluation
not_protected = set()  # code of ours whose `try` blocks clean nothing up

protected_ranges = {}


def find_protected(code):
    """Returns the ranges of instructions that are inside a `with` or a `try`."""
    if hasattr(code, "co_exceptiontable"):
        return [(entry.start, entry.end) for entry in dis._parse_exception_table(code)]
    opens = ("SETUP_FINALLY", "SETUP_WITH", "SETUP_EXCEPT", "SETUP_ASYNC_WITH")
    if IS_PYTHON_3:
        return [(one.offset, one.argval) for one in dis.get_instructions(code) if one.opname in opens]
    ranges, text, at = [], code.co_code, 0
    while at < len(text):
        number = ord(text[at])
        if dis.opname[number] in opens:
            ranges.append((at, at + 3 + ord(text[at + 1]) + 256 * ord(text[at + 2])))
        at += 3 if number >= dis.HAVE_ARGUMENT else 1
    return ranges


def is_protected(code, at):
    found = protected_ranges.get(code)
    if found is None:
        try:
            found = find_protected(code)
        except Exception:
            found = []
        if len(protected_ranges) < 1000:
            protected_ranges[code] = found
    return any(first <= at < last for first, last in found)


def may_interrupt(request, top):
    """Returns whether an exception in the frame `top` ends the evaluation, and does so without harm.

    A frame that is not on top of the evaluation's own belongs to somebody else: another greenlet, or pydevd. Code that takes,
    gives back or cleans up is spared, but where it stands still it is waiting, and has to be ended all the same.
    """
    is_patient = request.looks < PATIENT_LOOKS and request.end
    request.looks += 1
    if top is request.frame or top is None or top.f_code in never_interrupted:
        return False
    frame, depth, spared = top, 0, False
    while frame is not None and frame is not request.frame:
        code = frame.f_code
        if depth < 3 and (code.co_name in CLEANING_UP or code.co_filename.startswith("<frozen importlib")):
            spared = True
        elif is_patient and depth < 30 and not spared and code not in not_protected:
            spared = is_protected(code, frame.f_lasti)
        depth += 1
        frame = frame.f_back
    place = id(top), top.f_lasti
    moves, request.last_place = place != request.last_place, place
    return frame is not None and not (spared and moves)


# ---- The main thread


class Signal(object):
    """The signal that interrupts the main thread, chosen so that the program does not notice."""

    number = None
    has_timer = False


chosen = Signal()


def handle(number, frame):
    request = requests.get(get_ident())
    if request is None:
        return
    if not request.token or not request.is_due(clock()):
        if request.has_timer and request.end is not None and request.token:
            # The timer was set for an earlier value.
            signal.setitimer(signal.ITIMER_REAL, max(request.end - clock(), 0) + 0.001, 0.01)
        return
    if not may_interrupt(request, frame):
        if request.has_timer and request.looks < PATIENT_LOOKS:
            # At another time of a loop than a multiple of 10 ms.
            signal.setitimer(signal.ITIMER_REAL, 0.002 + 0.0007 * request.looks, 0.01)
        return
    request.shots += 1
    if request.shots > 3 and request.has_timer:
        # `while True: try: ... except: pass` swallows each of them. One soon after this may land behind the `except`.
        signal.setitimer(signal.ITIMER_REAL, 0.000005 + 0.000003 * (request.shots % 40), 0.01)
    raise GivenUp


def signals_of_process(field):
    """Returns a set of signals that the kernel knows, as a number with a bit for each; 0 where it does not say."""
    try:
        with open("/proc/thread-self/status" if IS_PYTHON_3 else "/proc/self/status") as status:
            for line in status:
                if line.startswith(field):
                    return int(line.split()[1], 16)
    except (IOError, OSError, ValueError, IndexError):
        pass
    return 0


def is_blocked(number):
    """Returns whether the thread lets a signal wait: a waiting SIGALRM would end the process later."""
    if hasattr(signal, "pthread_sigmask"):
        return number in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return bool(signals_of_process("SigBlk:") >> (number - 1) & 1)


def is_free(number):
    """Returns whether neither Python code nor C code (faulthandler, an extension) uses a signal."""
    caught = signals_of_process("SigCgt:") | signals_of_process("SigIgn:")
    return signal.getsignal(number) == signal.SIG_DFL and not caught >> (number - 1) & 1 and not is_blocked(number)


def choose_signal():
    """Takes SIGALRM and the kernel's timer where the program uses neither, else a real-time signal that the watchdog sends."""
    alarm = getattr(signal, "SIGALRM", None)
    if alarm and signal.getitimer(signal.ITIMER_REAL)[0] == 0 and is_free(alarm):
        chosen.number, chosen.has_timer = int(alarm), True
        return
    chosen.number, chosen.has_timer = None, False
    for number in range(getattr(signal, "SIGRTMAX", 0) - 2, getattr(signal, "SIGRTMIN", 1), -1):
        if is_free(number):
            chosen.number = number
            return


def is_still_free():
    if chosen.number is None or signal.getsignal(chosen.number) != signal.SIG_DFL or is_blocked(chosen.number):
        return False
    return not chosen.has_timer or signal.getitimer(signal.ITIMER_REAL)[0] == 0


def install_signal(request):
    """Installs the handler for the time of a request. Only the main thread can: others raise ValueError."""
    before = chosen.number, chosen.has_timer
    try:
        # A new choice reads a file, so it is made only where the last one is taken.
        if not is_still_free():
            choose_signal()
        if chosen.number is None:
            return
        signal.signal(chosen.number, handle)
        request.number, request.has_timer = chosen.number, chosen.has_timer
        request.has_signal = True
    except ValueError:
        chosen.number, chosen.has_timer = before


def remove_signal(request):
    if not request.has_signal:
        return
    # One that comes when the handler is gone ends the process.
    request.has_signal = False
    while request.is_sending:
        sleep(0.0005)
    if request.has_timer:
        signal.setitimer(signal.ITIMER_REAL, 0)
    for _ in range(10):
        pass  # a signal that has arrived is handled in a loop: with the default handler it would be an error
    signal.signal(request.number, signal.SIG_DFL)
    request.has_timer = False


def start_timer(request, seconds):
    """Sets the timer, as a rule once for a request and not for each value: the handler sets it again."""
    if not request.has_timer or seconds is None:
        return
    end = clock() + seconds
    if end > request.timer_end + 0.05:
        request.timer_end = end
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0) + 0.001, 0.01)


def stop_timer(request):
    """Stops the ticks after an interruption; the next evaluation starts the timer again."""
    request.timer_end = 0
    if request.has_timer:
        signal.setitimer(signal.ITIMER_REAL, 0)


def send_signal(request):
    """Called by the watchdog where the kernel's timer does not tick."""
    if request.has_timer and clock() < request.timer_end + 0.1:
        return
    request.is_sending = True
    try:
        if not request.has_signal:
            return
        if hasattr(signal, "pthread_kill"):
            signal.pthread_kill(request.ident, request.number)
        else:
            ctypes.CDLL(None).pthread_kill(ctypes.c_ulong(request.ident), request.number)
    finally:
        request.is_sending = False


# ---- All other threads


def order(ident, error):
    word = ctypes.c_ulong if sys.version_info >= (3, 7) else ctypes.c_long
    ctypes.pythonapi.PyThreadState_SetAsyncExc(word(ident), ctypes.py_object(error) if error else None)


def take_back(ident):
    """Takes an order back, and lets one to the own thread arrive.

    CPython up to 3.12 keeps looking for an order that was taken back, and on 3.11 all traced threads hang meanwhile (`ceval.c`,
    `DO_TRACING`). One that arrives ends that.
    """
    order(ident, None)
    try:
        order(get_ident(), GivenUp)
        for _ in range(100):
            pass
    except GivenUp:
        pass


def is_in_c(top):
    """Returns whether a thread that did not carry out an order may be in C. At a jump it only waits for its turn."""
    code = top.f_code.co_code[top.f_lasti]
    name = dis.opname[code if IS_PYTHON_3 else ord(code)]
    return "JUMP" not in name and not name.startswith(("RESUME", "CONTINUE"))


def set_exception(request):
    """Called by the watchdog. Orders an exception, and takes the order back where it was not carried out within 20 ms.

    The thread is in C then, or the machine is busy. If the exception arrived when a call returns, what `recv` has brought
    would be lost, and a network protocol out of step. So it is repeated ever more rarely while the thread stays there.
    """
    try:
        token = request.token.pop()
    except IndexError:
        return
    try:
        burst = 1 if request.shots < 3 else 30
        request.shots += 1
        for _ in range(burst):
            if requests.get(request.ident) is not request or request.end is None:
                break
            top = sys._current_frames().get(request.ident)
            is_wanted = may_interrupt(request, top)
            if request.last_place == request.blocked_at and clock() < request.retry_at:
                is_wanted = False
            del top
            if not is_wanted:
                break
            order(request.ident, GivenUp)
            sleep(0.0002 if burst > 1 else 0)
        for _ in range(20):
            sleep(0.001)
            if request.end is None:
                break
        else:
            note_blocked(request)
        take_back(request.ident)
    finally:
        request.token.append(token)


def note_blocked(request):
    top = sys._current_frames().get(request.ident)
    if top is None or (id(top), top.f_lasti) != request.last_place or not is_in_c(top):
        return
    if request.blocked_at != request.last_place:
        request.blocked_at, request.pause = request.last_place, 0.5
    elif clock() >= request.retry_at:
        request.pause *= 2
    else:
        return
    request.retry_at = clock() + request.pause


def interrupt(request):
    """Called by the watchdog for an evaluation that is over its limit."""
    if request.has_signal:
        send_signal(request)
    else:
        set_exception(request)


def disarm(request):
    """Ends the time in which an evaluation can be interrupted. An interruption that is under way is waited for."""
    while True:
        try:
            if request.token:
                request.token.pop()
            elif request.since is not None:
                for _ in range(200):
                    if request.token:
                        break
                    sleep(0.001)
                    request.end = None
                if request.token:
                    continue
            request.since = request.end = None
            if request.shots:
                stop_timer(request)
            return
        except (GivenUp, IndexError):
            pass  # the watchdog took the token in this moment


never_interrupted.update(function.__code__ for function in (disarm, stop_timer))
