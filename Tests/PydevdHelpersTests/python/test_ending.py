"""The exception that ends a program, in programs of their own."""

import os
import subprocess
import sys
import tempfile
import unittest

from support import HERE

PROGRAM = """
import sys, threading
sys.path.insert(0, %r)
from support import load
load("dialback_ending")["dialback_ending"].watch(lambda kind, message: sys.stdout.write("ENDED %%s|%%s\\n" %% (kind, message)))
%s
"""


def run(text, *options):
    """Returns the lines about the end of a program."""
    handle, path = tempfile.mkstemp(".py")
    os.write(handle, (PROGRAM % (HERE, text)).encode("utf-8"))
    os.close(handle)
    try:
        process = subprocess.Popen([sys.executable] + list(options) + [path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        output = process.communicate()[0].decode("utf-8")
    finally:
        os.unlink(path)
    return [line for line in output.splitlines() if line.startswith("ENDED ")]


class EndingTests(unittest.TestCase):
    def test_the_exception_is_reported_once(self):
        self.assertEqual(run("raise KeyError(3)"), ["ENDED KeyError|3"])
        self.assertEqual(run("def f():\n    assert 0, 'what'\nf()"), ["ENDED AssertionError|what"])
        self.assertEqual(run("class Own(Exception):\n    def __str__(self): return 1 / 0\nraise Own()"), ["ENDED Own|"])
        self.assertEqual(run("raise KeyboardInterrupt()"), ["ENDED KeyboardInterrupt|"])

    def test_a_hook_of_the_program_changes_nothing(self):
        self.assertEqual(run("sys.excepthook = lambda *args: None\nraise KeyError(3)"), ["ENDED KeyError|3"])

    def test_other_ends_have_none(self):
        for text in (
            "pass", "sys.exit(3)", "try:\n    1 / 0\nexcept ZeroDivisionError:\n    pass",
            "thread = threading.Thread(target=lambda: 1 / 0)\nthread.start()\nthread.join()",
            "import code\ncode.InteractiveInterpreter().runsource('1 / 0')",
        ):
            self.assertEqual(run(text), [], text)


if __name__ == "__main__":
    unittest.main()
