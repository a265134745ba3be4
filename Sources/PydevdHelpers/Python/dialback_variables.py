"""Texts of variables, as pydevd sends them: each is computed on its own, with a limit."""

import errno
import itertools
import sys
import types

from dialback_evaluation import evaluate, working
from dialback_members import has_attributes, is_scalar
from dialback_requests import IS_PYTHON_3, GivenUp, clock, get_ident, options
from dialback_texts import (
    CONTAINERS, MOST, QUICKLY_SHOWN, SIZED, STRINGS, bounded, describe_error, held_lock, is_harmless, measures, type_name,
)

from _pydevd_bundle import pydevd_resolver, pydevd_xml

unpatched = {}  # name -> function of pydevd that one of ours replaces
given_up = {}  # (type, attribute or None), or (None, expression) -> seconds after which it was given up
durations = {}  # type -> seconds that a text took
reports = {}  # ident of the watchdog while it reports -> Request


# ---- One value


def sequence():
    """Returns the number of the request that the calling thread works on; 0 where pydevd does not say."""
    frame, depth = sys._getframe(2), 0
    while frame is not None and depth < 20:
        name = frame.f_code.co_name
        if name == "do_it" or name.startswith("internal_"):
            found = frame.f_locals
            number = found.get("seq", getattr(found.get("self"), "sequence", None))
            if number is not None:
                return int(number)
        frame, depth = frame.f_back, depth + 1
    return 0


def remember(table, key, seconds):
    if key is None:
        return
    if len(table) > 1000:
        table.clear()
    table[key] = seconds


def duration(seconds):
    return "%g s" % (round(seconds, 1) if seconds < 10 else round(seconds))


def reason_not_to_compute(request, mark, what):
    """Returns why a value is left out, or None."""
    if request.resumed:
        return "not computed: the thread runs"
    if request.explicit:
        return None
    if mark in given_up:
        return "not computed: %s took over %s before; `p` computes it" % (what, duration(given_up[mark]))
    if request.overtime > 1:
        return OTHERS % duration(options.total)
    return None


OTHERS = "not computed: the others took %s; `p` computes it"
OVERTIME_LIMIT = 0.05


def limit_of(request):
    """Returns the seconds that the next value may take. When the total is used up, quick ones still have a chance."""
    if request.explicit or options.timeout is None:
        return None
    left = options.total - (clock() - request.begun)
    return max(min(options.timeout, left), OVERTIME_LIMIT)


def is_interrupted_call(error):
    """Returns whether the signal ended a system call, which Python 2 reports as an error."""
    return not IS_PYTHON_3 and isinstance(error, EnvironmentError) and error.errno == errno.EINTR


class Outcome(object):
    """What came of an evaluation: `found` where `ok`; else an exception where `reason` is None, or the reason."""

    def __init__(self, request, mark, name, work):
        begun = clock()
        limit = limit_of(request)
        self.ok, self.found = evaluate(work, name, limit)
        self.seconds = clock() - begun
        self.reason = None
        if limit is not None and begun - request.begun + limit > options.total:
            request.overtime += self.seconds
        if self.ok and is_error(self.found) and isinstance(self.found.result, GivenUp):
            # pydevd keeps every exception of an expression as its value.
            self.ok, self.found = None, "in the expression"
        if self.ok is False and limit is not None and self.seconds >= limit and is_interrupted_call(self.found):
            self.ok, self.found = None, "in a system call"
        if self.ok is None:
            self.reason = self.reason_of_end(request, mark, limit)
        elif options.timeout is not None and self.seconds > options.timeout:
            # It waited in C, or somebody asked for it.
            remember(given_up, mark, self.seconds)
        else:
            given_up.pop(mark, None)

    def reason_of_end(self, request, mark, limit):
        """Returns why the evaluation was given up. It is not computed again unless somebody asks for it."""
        if request.resumed:
            return "not computed: the thread runs"
        if limit is not None and limit < options.timeout and self.seconds >= limit:
            return OTHERS % duration(options.total)
        remember(given_up, mark, self.seconds)
        if limit is not None and self.seconds >= limit:
            return "no value within %g s (%s)" % (limit, self.found)
        return "given up after %s (%s)" % (duration(self.seconds), self.found)


def text_of(value):
    """Returns the text of a value: an extension of pydevd may have one for its type, as for tables of pandas."""
    providers = getattr(pydevd_xml, "_str_from_providers", None)
    kind = type(value)
    if providers is not None and kind not in CONTAINERS:
        found = providers(value, kind, kind.__name__)
        if found is not None:
            return found if len(found) <= MOST else found[: MOST + 1]
    return bounded(value, MOST)


def compute(request, value, name):
    """Returns the text of a value, and whether it is the reason that there is none."""
    known = request.answers.get(id(value))
    if known is None:
        known = request.answers[id(value)] = (value,) + compute_now(request, value, name)
    return known[1:]


def slow_item(value):
    """Returns the class of an item of a container that was given up before."""
    try:
        items = list(itertools.islice(iter(value.values() if type(value) is dict else value), 300))
    except RuntimeError:
        return None  # another thread changes it
    for item in items:
        if (type(item), None) in given_up:
            return type(item)
    return None


def compute_now(request, value, name):
    kind = type(value)
    mark, what = (kind, None), type_name(value)
    if kind in CONTAINERS:
        # Others of its type have other items.
        item = slow_item(value)
        mark = None if item is None else (item, None)
        what = "" if item is None else "a %s in it" % item.__name__
    reason = reason_not_to_compute(request, mark, what)
    if reason is not None:
        return reason, True
    if not request.explicit and not (request.has_signal and IS_PYTHON_3):
        # Python 2 waits for locks where no signal comes through.
        lock = held_lock(value)
        if lock is not None:
            return "not computed: its %s is held, and waiting for it could not be ended here; `p` computes it" % lock, True
    outcome = Outcome(request, mark, name, lambda: text_of(value))
    if outcome.seconds > 0.05:
        remember(durations, None if kind in CONTAINERS else kind, outcome.seconds)
    if outcome.reason is not None:
        return outcome.reason, True
    if outcome.ok:
        return outcome.found, False
    return "repr() raised " + describe_error(outcome.found), True


# ---- Texts of variables

quote_original = pydevd_xml.quote
make_valid = pydevd_xml.make_valid_xml_value
ERROR = pydevd_xml.ExceptionOnEvaluate
QUOTE = chr(34)
# pydevd puts the type before a text, pydevd-pycharm does not.
PUTS_TYPE_FIRST = hasattr(pydevd_xml, "get_variable_details")


def error_value(text):
    try:
        return ERROR(text)
    except TypeError:
        return ERROR(text, None, None)


def is_error(value):
    return type(value) is ERROR or not IS_PYTHON_3 and type(value).__name__ == "instance" and value.__class__ is ERROR


def quote(text, *args):
    """Percent-encodes a text, also one with lone surrogates, for which pydevd leaves the variable out."""
    try:
        return quote_original(text, *args)
    except UnicodeError:
        return quote_original(text.encode("utf-8", "backslashreplace"), *args)


def quoted(text):
    if not isinstance(text, STRINGS):
        text = str(text)
    if not IS_PYTHON_3 and isinstance(text, type(u"")):
        text = text.encode("utf-8")
    return quote(text, "/>_= ")


def scope_of(name, value):
    """Returns the group of an attribute; by its name where the value is not a method, since a proxy may act as one."""
    found = getattr(pydevd_resolver, "get_var_scope", None)
    if found is None:
        return ""
    return found(name, value if type(value) is types.MethodType else None, "", True)


def attribute(name, value):
    return " " + name + "=" + QUOTE + make_valid(value) + QUOTE


def xml_of(value, name, text, error, more, pending=None):
    kind = type(value)
    shown = type_name(value)
    if not IS_PYTHON_3 and isinstance(text, STRINGS[1]):
        text = text.decode("utf-8", "replace").encode("utf-8")
    if len(text) > MOST:
        text = text[:MOST] + "..."
    if PUTS_TYPE_FIRST and not error:
        text = "%s: %s" % (shown, text)
    xml = "<var" + attribute("name", quoted(name)) + attribute("type", shown)
    xml += attribute("qualifier", str(kind.__module__)) + attribute("value", quoted(text))
    if not is_scalar(kind) or has_attributes(value):
        xml += attribute("isContainer", "True")
    if error:
        xml += attribute("isErrorOnEval", "True")
    if pending:
        xml += attribute("pending", pending)
    scope = scope_of(name, value)
    if scope:
        xml += attribute("scope", scope)
    return add_measures(value, xml + more + " />" + chr(10)) if not pending else xml + more + " />" + chr(10)


def add_measures(value, xml):
    """Adds the shape of arrays, or the length of containers, where the release does not."""
    try:
        shape, element_type = measures(value)
        end = xml.rindex("/>")
        if element_type is not None:
            xml = xml[:end].rstrip() + attribute("dtype", element_type) + " " + xml[end:]
        if shape is None or "shape=" + QUOTE in xml:
            return xml
        end = xml.rindex("/>")
        return xml[:end].rstrip() + attribute("shape", shape) + " " + xml[end:]
    except Exception:
        return xml


def is_in_full(args, names):
    return args and args[0] is False or names.get("trim_if_too_big") is False or names.get("do_trim") is False


def has_renderer(value, names):
    """Returns whether the user has set how values of this type are shown; pydevd-pycharm only."""
    renderers = names.get("user_type_renderers")
    return bool(renderers) and pydevd_xml.try_get_type_renderer_for_var(value, renderers) is not None


def var_to_xml(val, name, *args, **names):
    original_function = unpatched["var_to_xml"]
    if not IS_PYTHON_3 and isinstance(name, type(u"")):
        # A key that is one; older releases of pydevd-pycharm write ASCII names only.
        name = name.encode("utf-8")
    is_rendered = has_renderer(val, names)
    more = names.get("additional_in_xml", names.get("additionalInXml", ""))
    watched = reports.get(get_ident())
    if is_error(val) and (watched is None or is_harmless(val.result)):
        with working(sequence()):
            return xml_of_error(val, name, args, names, more)
    if is_harmless(val) and not is_rendered:
        text = None if is_in_full(args, names) else harmless_text(val)
        if text is not None:
            return xml_of(val, name, text, False, more)
        xml = original_function(val, name, *args, **names)
        return add_measures(val, xml) if type(val) in SIZED else xml
    if is_in_full(args, names):
        return original_function(val, name, *args, **names)
    if watched is not None:
        # The watchdog asks: what is there.
        known = watched.answers.get(id(val))
        if known is not None:
            return xml_of(val, name, known[1], known[2], more)
        return xml_of(val, name, "", False, more, "computing" if name == watched.name else "waiting")
    with working(sequence()) as request:
        if is_rendered:
            return xml_of_rendered(request, val, name, args, names, more)
        text, error = compute(request, val, name)
        return xml_of(val, name, text, error, more)


def harmless_text(value):
    """Returns the text of a string or a container, and None where pydevd's own will do.

    pydevd-pycharm cuts strings at 256 characters without a mark, and sorts the items of dictionaries and sets. pydevd makes the
    text of all items of a container.
    """
    kind = type(value)
    if PUTS_TYPE_FIRST and not (kind in CONTAINERS and len(value) > QUICKLY_SHOWN):
        return None
    if kind in (str, STRINGS[2]):
        return value[: MOST + 1]  # sent without its quotes
    return bounded(value, MOST) if kind in CONTAINERS or kind in STRINGS else None


def xml_of_rendered(request, val, name, args, names, more):
    mark = type(val), None
    reason = reason_not_to_compute(request, mark, type_name(val))
    if reason is None:
        outcome = Outcome(request, mark, name, lambda: unpatched["var_to_xml"](val, name, *args, **names))
        if outcome.ok:
            return outcome.found
        reason = outcome.reason or "its renderer raised " + describe_error(outcome.found)
    return xml_of(val, name, reason, True, more)


def xml_of_error(val, name, args, names, more):
    """Returns what an evaluation raised; the text of the exception is code of the program, too."""
    error = val.result
    if not isinstance(error, BaseException):
        return unpatched["var_to_xml"](val, name, *args, **names)
    describe = lambda: describe_error(error)  # noqa: E731
    ok, text = (True, describe()) if is_harmless(error) else evaluate(describe, name, options.timeout)
    if not ok:
        text = "an exception of type " + type_name(error)
    elif isinstance(error, SyntaxError):
        text = text.replace("(<string>, line ", "(line ")  # of what was typed, which is no file
    return xml_of(error, name, text, True, more)


def frame_vars_to_xml(found, *args, **names):
    make = lambda: unpatched["frame_vars_to_xml"](found, *args, **names)  # noqa: E731
    if get_ident() in reports or args and args[0] not in (0, None):
        return make()
    risky = risky_values(found)
    if not risky:
        return make()
    with working(sequence()) as request:
        # The slow ones last, so that all others are there when the first report is made; and containers after what may be in them.
        risky.sort(key=lambda one: (durations.get(type(one[1]), 0), type(one[1]) in CONTAINERS))
        request.pending, request.partial_xml = risky, make
        while request.pending:
            name, value = request.pending[0]
            compute(request, value, name)
            request.pending = request.pending[1:]
        request.partial_xml = None
        return make()


def risky_values(found):
    risky = []
    for name in sorted(found):
        value = found[name]
        if name == "__pydevd_ret_val_dict" and type(value) is dict:
            risky += [one for one in value.items() if not is_harmless(one[1])]
        elif not name.startswith("__") and not is_harmless(value):
            risky.append((name, value))
    return risky
