"""The accelerator for the bare wire: the expression that Dialback evaluates, made of the program's own text."""

import os
import re
import textwrap

SOURCES = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), os.pardir, os.pardir, "Sources", "DebuggerSession")


def swift_text(file, name):
    """The text of a string of several lines in a Swift source."""
    with open(os.path.join(SOURCES, file), encoding="utf-8") as source:
        found = re.search(rf'let {name} = """\n(.*?)\n *"""\n', source.read(), re.DOTALL)
    return textwrap.dedent(found.group(1))


def expression():
    """Like `PythonHelper.call`: defines the program's `f` out of sight and calls it."""
    program = swift_text("PythonHelper.swift", "debugger") + "\n" + swift_text("Accelerator.swift", "program")
    text = program.replace("\n", "\\n")
    own = "b.getattr(__import__('sys').modules.get('_pydevd_bundle.pydevd_constants'), '__file__', '<string>')"
    return f"(lambda b, d: b.eval(b.compile(\"{text}\", {own}, 'exec'), d) or d['f'])(__import__('builtins'), {{}})()"
