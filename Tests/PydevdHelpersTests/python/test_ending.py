"""The exception that ends a program, in programs of their own."""

import os
import subprocess
import sys
import tempfile
import time
import unittest

from support import HERE, load

ending = load("dialback_ending")["dialback_ending"]

PROGRAM = """
import sys, threading
sys.path.insert(0, %r)
from support import load
ending = load("dialback_ending")["dialback_ending"]
ending.watch(lambda kind, message: sys.stdout.write("ENDED %%s|%%s\\n" %% (kind, message)), lambda: None)
%s
"""


def run(text, *options):
    """Returns the lines about the end of a program."""
    handle, path = tempfile.mkstemp(".py")
    os.write(handle, (PROGRAM % (HERE, text)).encode("utf-8"))
    os.close(handle)
    try:
        process = subprocess.Popen([sys.executable] + list(options) + [path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
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

    def test_the_end_waits_for_what_the_writer_has(self):
        text = """
import time
try:
    import queue
except ImportError:
    import Queue as queue
class Writer(threading.Thread):
    cmdQueue = queue.Queue()
    def run(self):
        while True:
            number = self.cmdQueue.get()
            time.sleep(0.02)
            sys.stderr.write("ENDED %d" % number + chr(10))
writer = Writer()
writer.daemon = True
writer.start()
ending.watch(lambda *args: None, lambda: writer)
for number in range(5):
    writer.cmdQueue.put(number)
"""
        self.assertEqual(len(run(text)), 5)

    def test_the_wait_has_a_limit(self):
        class Stuck(object):
            class cmdQueue(object):
                empty = staticmethod(lambda: False)

            is_alive = staticmethod(lambda: True)

        begun = time.time()
        ending.drain(Stuck(), 0.1)
        self.assertLess(time.time() - begun, 2)
        ending.drain(None)


if __name__ == "__main__":
    unittest.main()
