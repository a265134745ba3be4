"""The exception that a thread stands at.

An answer is the hexadecimal text of fields between the separators 30 (exceptions) and 31 (fields), in square brackets: no release
cuts or quotes that. pydevd's own frames, and those that called it, are left out.
"""

import binascii
import os

MOST_FRAMES = 3000
LONGEST = 8000  # characters of a message


def path_of(kind):
    return "%s.%s" % (getattr(kind, "__module__", None), getattr(kind, "__qualname__", kind.__name__))


def label_of(kind):
    name = path_of(kind)
    for module in ("builtins.", "exceptions.", "__main__."):
        if name.startswith(module):
            return name[len(module) :]
    return name


def words_of(value):
    for text in (str, repr):
        try:
            return text(value)[:LONGEST]
        except Exception:
            pass
    return ""


def place_of(frame):
    return frame.f_code.co_filename.replace("\\", "/")


def passed(trace):
    """Returns the program's frames of a traceback, the innermost first."""
    found = []
    while trace is not None and len(found) < 1000:
        place = place_of(trace.tb_frame)
        if place.endswith("/pydevd.py"):
            found = []
        elif "/_pydev" not in place:
            found.insert(0, trace)
        trace = trace.tb_next
    return found


def callers(trace):
    """Returns the frames above those of a traceback, as fields: those that the exception may still come to."""
    fields = []
    frame = trace.tb_frame.f_back if trace is not None else None
    while frame is not None and len(fields) < MOST_FRAMES:
        place = place_of(frame)
        if place.endswith("/pydevd.py"):
            break
        if "/_pydev" not in place:
            fields += [frame.f_code.co_name, frame.f_code.co_filename, str(frame.f_lineno)]
        frame = frame.f_back
    return fields


def stood(trace):
    """Returns the frames of a traceback as fields, with the identity of each and the whole path of its file."""
    fields = []
    for each in passed(trace):
        code = each.tb_frame.f_code
        file = code.co_filename if code.co_filename.startswith("<") else os.path.abspath(code.co_filename)
        fields += [str(id(each.tb_frame)), code.co_name, file, str(each.tb_lineno)]
    return fields


def entry(link, kind, value, trace):
    fields = []
    for each in passed(trace):
        code = each.tb_frame.f_code
        fields += [code.co_name, code.co_filename, str(each.tb_lineno)]
    outer = callers(trace) if not link else []
    return [link, label_of(kind), words_of(value)] + (fields + outer)[:MOST_FRAMES]


def details(info):
    """Returns type, message and file of an exception with the types that it is made from, and then its frames.

    The file is empty where the exception was raised in the frame that it was caught in.
    """
    kind, value, trace = info
    frames = stood(trace)
    origin = ""
    if trace is not None and trace.tb_next is not None:
        while trace.tb_next is not None:
            trace = trace.tb_next
        origin = trace.tb_frame.f_code.co_filename
    ancestors = [path_of(each) for each in getattr(kind, "__mro__", (kind,))]
    return packed([[label_of(kind), words_of(value), origin] + ancestors, frames])


def chain(info):
    """Returns the exception with those that it came from: link, type, message and frames of each."""
    kind, value, trace = info
    if isinstance(value, BaseException):
        trace = getattr(value, "__traceback__", None) or trace
    groups = [entry("", kind, value, trace)]
    seen = [value]
    while len(groups) < 50:
        link, value = "cause", getattr(value, "__cause__", None)
        if value is None and not getattr(seen[-1], "__suppress_context__", False):
            link, value = "context", getattr(seen[-1], "__context__", None)
        if value is None or [old for old in seen if old is value]:
            break
        seen.append(value)
        groups.append(entry(link, type(value), value, getattr(value, "__traceback__", None)))
    return packed(groups)


def packed(groups):
    text = chr(30).join([chr(31).join(group) for group in groups])
    if not isinstance(text, bytes):
        text = text.encode("utf-8", "replace")
    return "[" + binascii.hexlify(text).decode("ascii") + "]"
