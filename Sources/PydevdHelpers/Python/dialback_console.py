"""Entries of the front end's console: statements too, with the value of the last one and the text that they print."""

import sys

from dialback_requests import IS_PYTHON_3, get_ident

MARK = "#dialback:console:"  # ends the text of an entry, before the number under which its value is kept
LINE_END = "@" + "LINE@"  # on the wire (`pydevd_vars.py`, `evaluate_expression`, which would replace it here as well)
MOST = 100000  # characters of what an entry prints that are shown with it
TREE = 0x400  # flag of `compile`: the tree of the text; `ast` would have to be imported
AWAIT = 0x2000 if sys.version_info >= (3, 8) else 0

last = []  # the value of the last entry that has one, for `_`


def entry_of(text):
    """Returns the text of an entry and its number; (None, 0) for an evaluation that is none."""
    at = text.rfind(MARK)
    number = text[at + len(MARK):]
    if at < 0 or not number.isdigit():
        return None, 0
    return text[:at].replace(LINE_END, chr(10)).strip(), int(number)


def divide(text):
    """Returns the statements of a text and the expression that it ends with; either may be empty."""
    body = compile(text, "<string>", "exec", TREE | AWAIT, True).body
    if not body or type(body[-1]).__name__ != "Expr" or body[-1].col_offset < 0:
        return text, ""
    line, column = body[-1].lineno, body[-1].col_offset
    is_text = isinstance(text, type(u""))
    lines = (text.encode("utf-8") if is_text else text).split(b"\n")
    before, after = lines[: line - 1] + [lines[line - 1][:column]], [lines[line - 1][column:]] + lines[line:]
    parts = b"\n".join(before), b"\n".join(after)
    if is_text:
        parts = parts[0].decode("utf-8"), parts[1].decode("utf-8")
    return (parts[0] if len(body) > 1 else ""), parts[1].rstrip(" ;\n")


def names_in(code):
    names = set(code.co_names)
    for constant in code.co_consts:
        if hasattr(constant, "co_names"):
            names.update(names_in(constant))
    return names


def has_name(frame, name):
    builtins = frame.f_globals.get("__builtins__", {})
    builtins = builtins if isinstance(builtins, dict) else vars(builtins)
    return name in frame.f_locals or name in frame.f_globals or name in builtins


class Capture(object):
    """Keeps a copy of what the calling thread writes into `sys.stdout` and `sys.stderr`.

    The streams stay what they are. Those of Python 2 that are files have no attributes of their own: others take their place.
    """

    def __init__(self):
        self.texts, self.length, self.streams = [], 0, []

    def __enter__(self):
        for name in ("stdout", "stderr"):
            stream = getattr(sys, name, None)
            if hasattr(stream, "write"):
                self.follow(name, stream, get_ident())
        return self

    def follow(self, name, stream, ident):
        write = stream.write

        def copy(text):
            if get_ident() == ident:
                self.keep(text)
            return write(text)

        try:
            had = "write" in vars(stream)
            stream.write = copy
        except Exception:
            if IS_PYTHON_3 or type(stream) is not file:  # noqa: F821
                return
            follower = Follower(stream, copy)
            setattr(sys, name, follower)
            self.streams.append(lambda: getattr(sys, name) is follower and setattr(sys, name, stream))
        else:
            self.streams.append(lambda: setattr(stream, "write", write) if had else delattr(stream, "write"))

    def keep(self, text):
        if self.length < MOST:
            self.texts.append(text[: MOST - self.length])
        self.length += len(text)

    def __exit__(self, *unused):
        for restore in self.streams:
            try:
                restore()
            except Exception:
                pass  # the program has put others there

    def text(self):
        texts = [one if isinstance(one, type("")) else one.encode("utf-8") for one in list(self.texts)]
        text = "".join(texts)
        more = self.length - MOST
        return text if more <= 0 else "%s\n... and %d more characters" % (text, more)


class Follower(object):
    """In the place of a file of Python 2."""

    def __init__(self, stream, write):
        self.__dict__.update(_stream=stream, write=write, softspace=0)

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __repr__(self):
        return repr(self._stream)


class Entry(object):
    """One entry, and what came of it."""

    def __init__(self, text):
        self.text = text
        self.capture = Capture()
        self.is_statement = False  # there is no value

    def run(self, frame, evaluate, is_error):
        """Returns the value of the expression that ends the entry; None where there is none.

        `evaluate` takes a text and whether it is one of statements.
        """
        statements, expression = divide(self.text)
        given = self.give_last(frame)
        try:
            with self.capture:
                if statements:
                    # With `pass` it is no expression, whose value pydevd would print.
                    evaluate(statements + "\npass", True)
                if not expression:
                    self.is_statement = True
                    return None
                value = evaluate(expression, False)
        finally:
            if given and frame.f_globals.get("_") is given[0]:
                del frame.f_globals["_"]
        if value is not None and not is_error(value):
            last[:] = [value]
        return value

    def give_last(self, frame):
        """Makes `_` the last value, where the program has no such name."""
        if not last or "_" not in self.text or has_name(frame, "_"):
            return []
        if "_" not in names_in(compile(self.text, "<string>", "exec", AWAIT, True)):
            return []
        frame.f_globals["_"] = last[0]
        return list(last)
