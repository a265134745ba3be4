"""Puts the limits for values into pydevd, and listens to what the front end says meanwhile."""

import os
import sys

from dialback_attributes import get_type, names_of, patch_types, read_attribute
from dialback_console import Entry, entry_of
from dialback_debugger import debugger
from dialback_ending import ENDED, watch
from dialback_evaluation import host, place_of_frame, working
from dialback_kept import keep
from dialback_link import adopt
from dialback_namespaces import evaluation_of
from dialback_output import pass_over_output
from dialback_requests import (
    IS_PYTHON_3, get_ident, give_up_all, options, requests, resume, start_new_thread,
)
from dialback_returned import forget_returned, is_meant
from dialback_texts import STRINGS
from dialback_variables import (
    Outcome, attribute, error_value, frame_vars_to_xml, is_error, quote, quoted, reason_not_to_compute, reports, sequence, unpatched,
    var_to_xml,
)

from _pydevd_bundle import pydevd_comm, pydevd_resolver, pydevd_vars, pydevd_xml

REPORT = 990  # to the front end: what is being computed, and the values that are there
GIVE_UP = 991  # from the front end: end it
# Orders that let a thread run: stop, run, the steps, set next statement, run to cursor.
RESUMING = (105, 106, 107, 108, 109, 118, 119, 127, 128, 129, 140, 144, 159, 160, 206, 207, 208)
# Those of them after which a stop has values of its own that functions returned.
STEPS = (106, 107, 108, 109, 128, 144, 159, 160, 206)
LIMITED = "#dialback:limited"  # ends an expression that has the limit of values: a watch


# ---- Evaluations


def evaluate_expression(*args, **names):
    """Evaluates without a limit what a person typed; a watch has the limit of values. Both can be given up."""
    args, limited, expression = list(args), False, args[2]
    text, number = entry_of(expression) if isinstance(expression, STRINGS) else (None, 0)
    if text is not None:
        return evaluate_entry(args, names, text, number)
    if isinstance(expression, STRINGS) and expression.endswith(LIMITED):
        limited, expression = True, expression[: -len(LIMITED)].rstrip()
        args[2] = expression
    mark = None, expression
    with working(sequence()) as request:
        request.explicit = not limited
        reason = reason_not_to_compute(request, mark, "it")
        if reason is not None:
            return no_value(reason, args)
        outcome = Outcome(request, mark, "", lambda: evaluate_in_frame(args, names))
    if outcome.reason is not None:
        return no_value(outcome.reason, args)
    if not outcome.ok:
        raise outcome.found
    return outcome.found


def evaluate_in_frame(args, names):
    """Evaluates as pydevd does, but for what it would do in a copy of the namespaces."""
    evaluation = evaluation_of(args[2], args[3]) if isinstance(args[2], STRINGS) else None
    frame = None if evaluation is None else frame_of(args)
    if frame is None:
        return unpatched["evaluate_expression"](*args, **names)
    try:
        return evaluation.run(frame, args[3])
    except Exception:
        if args[3]:
            raise
        return error_value(sys.exc_info()[1])


def frame_of(args):
    find = getattr(pydevd_vars, "find_frame", None)  # pydevd-pycharm passes identities
    return args[1] if find is None or hasattr(args[1], "f_code") else find(args[0], args[1])


def evaluate_entry(args, names, text, number):
    """Evaluates what was entered in the console, without a limit, and keeps its value for the request of the whole text."""

    def evaluate(part, is_statement):
        return evaluate_in_frame([args[0], args[1], part, is_statement] + args[4:], names)

    frame = frame_of(args)
    if frame is None:
        return None
    entry = Entry(text)
    with working(sequence()) as request:
        request.explicit, request.entry = True, entry
        outcome = Outcome(request, (None, text), "", lambda: entry.run(frame, evaluate, is_error))
        send_report(request, head_of_report(request, "") + entry_attributes(entry) + " />")
    if outcome.reason is not None:
        return error_value(outcome.reason)
    if not outcome.ok:
        return error_value(outcome.found)
    keep(outcome.found, number)
    return outcome.found


def entry_attributes(entry):
    return attribute("printed", quoted(entry.capture.text())) + attribute("statement", str(entry.is_statement))


def no_value(reason, args):
    """Returns the reason as the value of an expression; a statement has none, and fails with it."""
    if args[3]:
        raise RuntimeError(reason)
    return error_value(reason)


# ---- What the front end hears and says meanwhile


def report(request, now):
    frame, place = sys._current_frames().get(request.ident), ""
    if frame is not None:
        place = place_of_frame(frame, frame.f_lineno)
    del frame
    xml = head_of_report(request, place)
    xml += attribute("seconds", "%.2f" % (now - (request.since or now)))
    xml += attribute("inC", str(request.blocked_at is not None))
    if request.entry is not None:
        xml += entry_attributes(request.entry)
    xml += " />"
    make = request.partial_xml
    if make is not None:
        reports[get_ident()] = request
        try:
            xml += make()
        finally:
            del reports[get_ident()]
    send_report(request, xml)


def head_of_report(request, place):
    return "<xml><computing" + attribute("name", quoted(str(request.name))) + attribute("place", quoted(place))


def send_report(request, xml):
    command = sys.modules["_pydevd_bundle.pydevd_comm"].NetCommand
    debugger().writer.add_command(command(REPORT, request.sequence, xml + "</xml>"))


def report_end(kind, message):
    command = sys.modules["_pydevd_bundle.pydevd_comm"].NetCommand
    xml = "<xml><ended" + attribute("type", quoted(kind)) + attribute("message", quoted(message)) + " /></xml>"
    debugger().writer.add_command(command(ENDED, 0, xml))


interrupted = set()  # identity of each process that has said so: a forked one is another


def report_interruption(request, place):
    """Says once a process that code of the program was interrupted."""
    if os.getpid() in interrupted or not request.sequence or not is_connected():
        return
    interrupted.add(os.getpid())
    send_report(request, head_of_report(request, place) + attribute("interrupted", "True") + " />")


def is_connected():
    reader = getattr(debugger(), "reader", None)
    return reader is not None and reader.is_alive()


def make_thread(run):
    patched = sys.modules.get("gevent.monkey")
    is_green = patched is not None and "threading" in getattr(patched, "saved", ())
    if is_green or debugger() is None:
        start_new_thread(run, ())  # a thread of pydevd's would be a greenlet
        return
    daemon = sys.modules.get("_pydevd_bundle.pydevd_daemon_thread")
    base = getattr(daemon, "PyDBDaemonThread", None) or pydevd_comm.PyDBDaemonThread

    class Watching(base):
        def _on_run(self):
            run()

    try:
        thread = Watching(debugger())
    except TypeError:
        thread = Watching()
    thread.daemon = True
    thread.name = "pydevd.Values"
    thread.start()


def release_lock():
    """pydevd-pycharm holds `_main_lock` while it computes, and its reader needs the lock for every other command.

    191 holds `_lock_running_thread_ids` as well, which those that get the first one would wait for.
    """
    found = debugger()
    lock = getattr(found, "_main_lock", None)
    is_mine = getattr(lock, "is_acquired_by_current_thread", None)
    if is_mine is None or not is_mine():
        return None
    running = getattr(found, "_lock_running_thread_ids", None)
    if running is None or running.locked():
        return None
    lock.release()
    return lock


def process_command(reader, command, number, text):
    """Takes what concerns a computing thread before pydevd does, whose own way waits for that thread."""
    if command == GIVE_UP:
        return give_up_all()
    if command in RESUMING and requests:
        for request in list(requests.values()):
            if is_meant(request.ident, text.split(chr(9))[0]):
                resume(request)
    if command in STEPS:
        forget_returned(text.split(chr(9))[0])
    return reader.dialback_process(command, number, text)


def hear(reader):
    """Listens to the orders that one connection brings."""
    if reader is None or hasattr(reader, "dialback_process"):
        return
    reader.dialback_process = reader.process_command
    reader.process_command = lambda *args: process_command(reader, *args)


# ---- Installing


def write_quietly(self, text, *args, **names):
    request = requests.get(get_ident())
    if options.output or request is None or request.since is None or not request.name:
        return unpatched["write"](self, text, *args, **names)
    return len(text)


def replace(name, new):
    """Replaces a function of pydevd in every module that imported it."""
    old = unpatched[name] = getattr(pydevd_xml, name)
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith("_pydevd_bundle") and getattr(module, name, None) is old:
            setattr(module, name, new)


def patch():
    from _pydevd_bundle import pydevd_io

    if IS_PYTHON_3:
        pydevd_xml.quote = quote
    replace("var_to_xml", var_to_xml)
    replace("frame_vars_to_xml", frame_vars_to_xml)
    patch_types()
    replace("get_type", get_type)
    for name, module in list(sys.modules.items()):
        # pydevd-pycharm keeps the functions that it used first.
        container = getattr(module, "VarsHandlerContainer", None) if name.startswith("_pydevd_bundle") else None
        if container is not None:
            container.instance_xml_handler = None
    pydevd_resolver.getattr, pydevd_resolver.dir = read_attribute, names_of
    unpatched["evaluate_expression"] = pydevd_vars.evaluate_expression
    pydevd_vars.evaluate_expression = evaluate_expression
    unpatched["write"] = pydevd_io.IORedirector.write
    pydevd_io.IORedirector.write = write_quietly
    host.report, host.report_interruption, host.is_connected = report, report_interruption, is_connected
    host.make_thread, host.release_lock = make_thread, release_lock


def configure(timeout, total, properties, output):
    """Sets the options; a `timeout` of None is no limit."""
    options.timeout, options.total, options.properties, options.output = timeout, total, properties, output


def install(*settings):
    """Installs the limits once in a process, and for each of its connections."""
    if not unpatched:
        patch()
        watch(report_end, lambda: getattr(debugger(), "writer", None))
    pass_over_output()
    hear(getattr(debugger(), "reader", None))
    adopt(debugger())
    configure(*settings)
