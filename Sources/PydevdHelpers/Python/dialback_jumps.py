"""The lines that Python accepts for a frame to go on from.

Python refuses a line at which the stack of the interpreter would hold other things than it does: the iterator of a loop, the
exit of a `with`, a handled exception, a half-computed expression. Which these are is read from the source.
"""

import ast
import dis
import linecache
import sys

from dialback_frames import frame_of

# From there on a `try` keeps nothing on the stack.
HAS_TABLE_OF_EXCEPTIONS = sys.version_info >= (3, 11)
# Before, Python leaves what a half-computed expression has on the stack there, and crashes later.
KNOWS_STACK = sys.version_info >= (3, 10)
# Before 3.8 every loop has a block.
LOOPS = ("For", "AsyncFor") + (("While",) if sys.version_info < (3, 8) else ())
WITHS = ("With", "AsyncWith")
TRIES = ("Try", "TryStar", "TryExcept", "TryFinally")
SCOPES = ("FunctionDef", "AsyncFunctionDef", "ClassDef")
# Older Pythons refuse to leave them; newer ones leave the exception as handled, or crash.
MUST_STAY = ("except", "finally")


class Statement(object):
    """A statement, or the head of a compound one."""

    def __init__(self, first, last, blocks):
        self.first, self.last = first, last
        self.blocks = blocks  # what is on the stack, as (kind, line)


def kind_of(node):
    return type(node).__name__


def first_line(node):
    """Returns where a definition begins: with its first decorator."""
    return min([node.lineno] + [one.lineno for one in getattr(node, "decorator_list", [])])


def statements_of(body, blocks, end):
    """Returns the statements of a suite, which ends before the line `end`."""
    found = []
    for index, node in enumerate(body):
        behind = first_line(body[index + 1]) if index + 1 < len(body) else end
        found += statements_in(node, blocks, behind)
    return found


def suites(node, blocks):
    """Returns (statements, blocks) of the suites of a compound statement, in their order."""
    kind, line = kind_of(node), node.lineno
    body = getattr(node, "body", [])
    if kind in LOOPS:
        return [(body, blocks + [("for", line)]), (node.orelse, blocks)]
    if kind in WITHS:
        return [(body, blocks + [("with", line)])]
    if kind in TRIES:
        found = [(body, blocks if HAS_TABLE_OF_EXCEPTIONS else blocks + [("try", line)])]
        found += [(one, blocks) for one in getattr(node, "handlers", [])]
        found.append((getattr(node, "orelse", []), blocks))
        return found + [(getattr(node, "finalbody", []), blocks + [("finally", line)])]
    if kind == "Match":
        return [(one, blocks) for one in node.cases]
    return [(body, blocks), (getattr(node, "orelse", []), blocks)]


def statements_in(node, blocks, end):
    kind = kind_of(node)
    if kind in SCOPES:
        return [Statement(first_line(node), first_line(node.body[0]) - 1, blocks)]
    if not isinstance(getattr(node, "body", getattr(node, "cases", None)), list):
        return [Statement(node.lineno, max(node.lineno, end - 1), blocks)]
    parts = [part for part in suites(node, blocks) if part[0]]
    begins = [begin(suite) for suite, _ in parts] + [end]
    found = [Statement(node.lineno, max(node.lineno, begins[0] - 1), blocks)] if kind not in TRIES else []
    for index, (suite, inner) in enumerate(parts):
        if isinstance(suite, list):
            found += statements_of(suite, inner, begins[index + 1])
            continue
        # A handler or a case: it runs with the exception, or parts of the subject, on the stack.
        mark = ("except" if kind in TRIES else "match", begins[index])
        found.append(Statement(begins[index], first_line(suite.body[0]) - 1, inner + [mark, ("head", begins[index])]))
        found += statements_of(suite.body, inner + [mark], begins[index + 1])
    return found


def begin(suite):
    if isinstance(suite, list):
        return first_line(suite[0])
    return suite.lineno if hasattr(suite, "lineno") else suite.pattern.lineno


def scope_of(tree, code):
    """Returns the node that a code object was made of, or None."""
    if code.co_name == "<module>":
        return tree
    for node in ast.walk(tree):
        if kind_of(node) in SCOPES and node.name == code.co_name:
            if code.co_firstlineno in (first_line(node), node.lineno):
                return node
    return None


def source_of(frame):
    return "".join(linecache.getlines(frame.f_code.co_filename, frame.f_globals))


def line_starts(code):
    """Returns the lines of a code object in the order of its instructions."""
    return [line for _, line in dis.findlinestarts(code) if line]


def accepted(frame):
    """Returns the lines of a frame's code that it can go on from, in their order."""
    code = frame.f_code
    lines = line_starts(code)
    if code.co_name != "<module>":
        lines = [line for line in lines if line != code.co_firstlineno]
    try:
        node = scope_of(ast.parse(source_of(frame)), code)
    except Exception:
        node = None
    if node is None:
        return sorted(set(lines))
    statements = statements_of(node.body, [], 1 << 30)
    here = [one for one in statements if one.first <= frame.f_lineno <= one.last]
    blocks = here[-1].blocks if here else []
    if here and not KNOWS_STACK and frame.f_lineno != begin_of(here[-1], lines):
        return []
    return sorted(set(targets(statements, blocks, lines)))


def targets(statements, blocks, lines):
    if blocks and blocks[-1][0] == "head":
        return
    for statement in statements:
        if statement.blocks != blocks[: len(statement.blocks)] or ("head", statement.first) in statement.blocks:
            continue
        if any(kind in MUST_STAY for kind, _ in blocks[len(statement.blocks):]):
            continue
        line = begin_of(statement, lines)
        if line is not None:
            yield line


def begin_of(statement, lines):
    """Returns the line of the first instruction of a statement: an expression may begin below its first line."""
    inside = [line for line in lines if statement.first <= line <= statement.last]
    return inside[0] if inside else None


def lines_from(ident):
    """Returns the lines for the frame of that identity, as a text."""
    frame = frame_of(ident)
    return ",".join([str(line) for line in accepted(frame)]) if frame is not None else ""
