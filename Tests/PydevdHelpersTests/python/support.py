"""Loads the helpers as a debugged process does, from their text, and runs code on both kinds of threads."""

import functools
import os
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "..", "..", "Sources", "PydevdHelpers", "Python")
IS_PYTHON_3 = sys.version_info[0] > 2


def read(name):
    with open(os.path.join(FOLDER, name + ".py")) as stream:
        return stream.read()


def load(*names):
    """Returns the modules, which do not know those of an earlier call."""
    namespace = {}
    exec(compile(read("loader"), threading.__file__, "exec"), namespace)
    return namespace["load"]([(name, read(name)) for name in names], threading.__file__)


def on_main(work):
    return work()


def on_thread(work):
    """Runs `work` on a thread of its own, and returns or raises what it does."""
    box = []

    def run():
        try:
            box.append((True, work()))
        except BaseException:
            box.append((False, sys.exc_info()[1]))

    thread = threading.Thread(target=run)
    thread.daemon = True
    thread.start()
    thread.join(60)
    if not box:
        raise AssertionError("the thread is not done after 60 s")
    if not box[0][0]:
        raise box[0][1]
    return box[0][1]


BOTH = (on_main, on_thread)


def made(text, *bases):
    """Returns an object whose `repr()` is a function of itself."""
    return type("Made", bases or (object,), {"__repr__": text})()


def measured_again(test):
    """Repeats a test of times that has failed, since a machine may be busy with something else for seconds."""

    @functools.wraps(test)
    def run(self):
        for _ in range(3):
            try:
                return test(self)
            except AssertionError:
                self.setUp()
        test(self)

    return run
