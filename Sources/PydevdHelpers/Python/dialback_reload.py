"""Takes in what was changed in a module's file, and says what became of it."""

import re
import sys


def reload(name):
    """Returns what pydevd writes about it, a line each; the program's own output has none of it.

    A module that the program has not imported is refused: importing it would run it. Errors of the new code are raised.
    """
    module = sys.modules.get(name)
    if module is None or name == "__main__":
        main = getattr(sys.modules.get("__main__"), "__file__", None) or ""
        if name == "__main__" or re.split(r"[/\\\\]", main)[-1] == name.split(".")[-1] + ".py":
            raise ImportError("%s is the program itself, which can't be reloaded: start it again" % name)
        raise ImportError("the program has imported no module %s" % name)
    from _pydevd_bundle import pydevd_reload

    lines, errors = [], []
    substitutes = {
        "write_err": lambda *args: lines.append(" ".join(str(one) for one in args)),
        # What goes wrong is written out and forgotten there.
        "traceback": Catcher(errors),
        "pydev_log": Catcher(errors),
        # It looks for a package's module among the modules that have no package.
        "get_code3": lambda *_: code_of(module),
    }
    originals = dict((key, getattr(pydevd_reload, key)) for key in substitutes if hasattr(pydevd_reload, key))
    for key in originals:
        setattr(pydevd_reload, key, substitutes[key])
    try:
        changed = pydevd_reload.xreload(module)
    finally:
        for key in originals:
            setattr(pydevd_reload, key, originals[key])
    if errors:
        raise errors[0]
    text = chr(10).join(shortened(line) for line in lines if line.strip())
    return text or ("%s was reloaded" % name if changed else "nothing has changed in %s" % name)


class Catcher(object):
    """Keeps the exception that is handled when it is to be written."""

    def __init__(self, errors):
        self.errors = errors

    def exception(self, *_, **__):
        self.errors.append(sys.exc_info()[1])

    print_exc = exception

    def __getattr__(self, name):
        return lambda *_, **__: None


def code_of(module):
    """Returns the compiled text that the file of a module has now."""
    loader = getattr(getattr(module, "__spec__", None), "loader", None)
    if not hasattr(loader, "source_to_code"):
        raise ImportError("%s has no file of Python's text to be read again" % module.__name__)
    path = loader.get_filename(module.__name__)
    return loader.source_to_code(loader.get_data(path), path)


def shortened(line):
    """Returns a line of pydevd's without its mark and the addresses of objects."""
    line = re.sub(" at 0x[0-9a-fA-F]+>", ">", line.replace("pydev debugger:", "")).strip()
    return re.sub(r"\s+", " ", line)
