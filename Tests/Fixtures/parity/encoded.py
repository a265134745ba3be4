"""Writes a module in each of some encodings into its own folder and into a second one, and runs it."""
import importlib
import io
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TEXT = u"# -*- coding: %s -*-\ndef work(stop):\n    text = u'%s'\n    stop(text)\n"
# The C library of the debugger's machine lacks mac_greek.
ALL = [("koi8-r", u"\u0441\u0447\u0451\u0442"), ("Shift_JIS", u"\u65e5\u672c"), ("mac_greek", u"\u03b1\u03b2\u03b3")]


def stop_here(text):
    return text  # marker: stop


sys.dont_write_bytecode = True
sys.path.insert(0, HERE)
for encoding, letters in ALL:
    name = "in_" + encoding.lower().replace("-", "_")
    for folder in (HERE, sys.argv[1]):
        with io.open(os.path.join(folder, name + ".py"), "w", encoding=encoding) as stream:
            stream.write(TEXT % (encoding, letters))
    getattr(importlib, "invalidate_caches", lambda: None)()
    importlib.import_module(name).work(stop_here)
print("all have run")
