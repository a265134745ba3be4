"""Evaluations that name the namespaces of their frame, or declare a name global.

pydevd evaluates in a dictionary that has the global and the local names together: there `globals()` is that dictionary, and
what is assigned to a global name is lost, or becomes a local one (`pydevd_vars.py`, `evaluate_expression`).
"""

import sys

from dialback_console import AWAIT, LINE_END, TREE, names_in

from _pydevd_bundle import pydevd_save_locals

FUNCTIONS = ("globals", "locals", "vars", "dir")
WORDS = ("global",) + FUNCTIONS
LONGEST = 10000  # characters of a text that is looked at
COROUTINE = 0x80  # of a code with `await` at its top level, which pydevd runs elsewhere


def global_names(tree):
    """Returns the names that a tree of Python declares global."""
    names = set(tree.names) if type(tree).__name__ == "Global" else set()
    for field in getattr(tree, "_fields", ()):
        found = getattr(tree, field, None)
        for one in found if isinstance(found, list) else [found]:
            names.update(global_names(one))
    return names


def compiled(text, is_statement):
    """Returns the code of a text, and whether it is an expression; statements may be one, whose value is printed."""
    try:
        return compile(text, "<string>", "eval", AWAIT, True), True
    except SyntaxError:
        if not is_statement:
            raise
        return compile(text, "<string>", "exec", AWAIT, True), False


class Evaluation(object):
    """A text that has to see the namespaces of a frame as they are."""

    def __init__(self, code, names):
        self.code, self.names = code, names

    def run(self, frame, is_statement):
        outer, inner = frame.f_globals, frame.f_locals
        if inner is outer:
            return self.value(outer, is_statement)
        space = dict(outer)
        space.update((name, value) for name, value in inner.items() if name not in self.names)
        for name, give in self.functions(outer, inner):
            if name not in space:
                space[name] = give
        before = dict(space)
        try:
            return self.value(space, is_statement)
        finally:
            self.keep(before, space, outer, inner)
            pydevd_save_locals.save_locals(frame)

    def functions(self, outer, inner):
        def local_vars(*values):
            return vars(*values) if values else inner

        def local_dir(*values):
            return dir(*values) if values else sorted(inner)

        return ("globals", lambda: outer), ("locals", lambda: inner), ("vars", local_vars), ("dir", local_dir)

    def value(self, space, is_statement):
        value = eval(self.code, space)
        if is_statement and value is not None:
            sys.stdout.write("%s\n" % (value,))  # as pydevd does
        return None if is_statement else value

    def keep(self, before, space, outer, inner):
        """Takes what was assigned and deleted over into the namespaces of the frame."""
        for name, value in space.items():
            if name != "__builtins__" and (name not in before or before[name] is not value):
                (outer if name in self.names else inner)[name] = value
        for name in before:
            if name not in space:
                target = outer if name in self.names else inner
                if name in target:
                    del target[name]


def evaluation_of(text, is_statement):
    """Returns the evaluation of a text that names a namespace; None for the others, which are pydevd's."""
    if len(text) > LONGEST or not any(word in text for word in WORDS):
        return None
    text = text.replace(LINE_END, chr(10)).strip()
    try:
        code, is_expression = compiled(text, is_statement)
        tree = None if is_expression or "global" not in text else compile(text, "<string>", "exec", TREE | AWAIT, True)
    except Exception:
        return None  # pydevd says why
    if text in FUNCTIONS:
        return None  # the function itself
    names = global_names(tree)
    if code.co_flags & COROUTINE or not names and not names_in(code).intersection(FUNCTIONS):
        return None
    return Evaluation(code, names)
