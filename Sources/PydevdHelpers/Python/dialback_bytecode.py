"""The instructions of a frame's code, as a text whose lines are those of the source."""

import dis

# What does nothing that a reader of the program would look for.
SILENT = ("RESUME", "NOP", "CACHE", "EXTENDED_ARG", "PRECALL", "PUSH_NULL")


def listing(frame):
    """Returns the instructions of the code, of what is defined in it, and of its callers out of the same text."""
    file = frame.f_code.co_filename
    rows = {}
    seen = []
    while frame is not None:
        if frame.f_code.co_filename == file and frame.f_code not in seen:
            collect(frame.f_code, rows, seen)
        frame = frame.f_back
    return "\n".join(["; ".join(rows.get(line, [])) for line in range(1, max(list(rows) + [1]) + 1)])


def collect(code, rows, seen):
    seen.append(code)
    starts = dict(dis.findlinestarts(code))
    line = code.co_firstlineno
    for offset, text in instructions(code):
        line = starts.get(offset) or line
        if line and text:
            rows.setdefault(line, []).append(text)
    for inner in code.co_consts:
        if isinstance(inner, type(code)) and inner not in seen:
            collect(inner, rows, seen)


def instructions(code):
    """Returns pairs of an offset and a text, which is empty for what is not shown."""
    if not hasattr(dis, "get_instructions"):
        return old_instructions(code)
    return [
        (each.offset, "" if each.opname in SILENT else (each.opname + " " + each.argrepr).strip().replace("\n", " "))
        for each in dis.get_instructions(code)
    ]


def old_instructions(code):
    """Reads the instructions of Python 2.7: one byte, and two more for an argument."""
    found = []
    place = 0
    while place < len(code.co_code):
        start, op, argument = place, ord(code.co_code[place]), ""
        place += 1
        if op >= dis.HAVE_ARGUMENT:
            number = ord(code.co_code[place]) + ord(code.co_code[place + 1]) * 256
            place += 2
            argument = " " + str(number)
            for ops, table in ((dis.hasname, code.co_names), (dis.haslocal, code.co_varnames)):
                if op in ops:
                    argument = " " + table[number]
            if op in dis.hasconst:
                argument = " " + repr(code.co_consts[number])
        found.append((start, dis.opname[op] + argument))
    return found
