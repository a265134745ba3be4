"""Takes in what was changed in a module's file, and says what became of it."""

import re
import sys


def reload(name):
    """Returns what pydevd writes about it, a line each; the program's own output has none of it."""
    __import__(name)
    from _pydevd_bundle import pydevd_reload

    lines, write = [], pydevd_reload.write_err
    pydevd_reload.write_err = lambda *args: lines.append(" ".join(str(one) for one in args))
    try:
        changed = pydevd_reload.xreload(sys.modules[name])
    finally:
        pydevd_reload.write_err = write
    text = chr(10).join(shortened(line) for line in lines if line.strip())
    return text or ("%s was reloaded" % name if changed else "nothing has changed in %s" % name)


def shortened(line):
    """Returns a line of pydevd's without its mark and the addresses of objects."""
    line = re.sub(" at 0x[0-9a-fA-F]+>", ">", line.replace("pydev debugger:", "")).strip()
    return re.sub(r"\s+", " ", line)
