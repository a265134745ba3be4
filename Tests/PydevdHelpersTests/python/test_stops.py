"""Stops that pydevd reports alike are distinguished by what the program did."""

import os
import shutil
import sys
import tempfile
import types
import unittest

from support import IS_PYTHON_3, load

module = load("dialback_stops")["dialback_stops"]


def settrace():
    return sys._getframe().f_back


breakpoint = settrace


def stop():
    return breakpoint()


class OriginTests(unittest.TestCase):
    def origin(self, frame=None, file="/srv/app.py", others=(), is_first=False, is_pause=False):
        module.found = lambda _: frame
        return module.origin(id(frame), file, others, is_first, is_pause)

    def test_the_call_is_the_last_one_before_the_instruction(self):
        def both():
            first = module.called(settrace())
            second = module.called(breakpoint())
            return [first, second]

        self.assertEqual(both(), ["settrace" if IS_PYTHON_3 else "breakpoint", "breakpoint"])

    def test_a_call_in_a_function_that_has_ended(self):
        def outer():
            stop()
            return sys._getframe()

        self.assertEqual(module.called(outer()), "breakpoint")

    def test_a_call_at_the_end_of_a_loop(self):
        def outer():
            found = []
            for _ in range(2):
                found.append(module.called(sys._getframe()))
                breakpoint()
            return found

        self.assertEqual(outer()[1], "breakpoint")

    def test_the_function_that_has_ended_goes_before_a_later_call(self):
        def inner():
            settrace = len
            return settrace("")

        def outer(inner):
            inner()
            found = module.called(sys._getframe())
            breakpoint()
            return found

        self.assertEqual(outer(inner), "settrace" if IS_PYTHON_3 else "breakpoint")

    def test_an_unknown_frame_is_a_call_of_settrace(self):
        self.assertEqual(self.origin(None), "[settrace]")

    def test_a_pause_without_a_call_stays_one(self):
        def waits():
            return sys._getframe()

        self.assertEqual(self.origin(is_pause=True), "[]")
        self.assertEqual(self.origin(waits(), is_pause=True), "[]")
        self.assertEqual(self.origin(stop(), is_pause=True), "[breakpoint]")

    def test_the_first_stop_is_an_entry_where_settrace_connected(self):
        pydevd = sys.modules["pydevd"] = types.ModuleType("pydevd")
        try:
            self.assertEqual(self.origin(is_first=True), "[entry]")
            pydevd.SetupHolder = types.ModuleType("SetupHolder")
            for setup, expected in [
                ({"client": "localhost", "ppid": 0}, "[entry]"), ({"file": "app.py"}, "[settrace]"), ({"ppid": 7}, "[settrace]")
            ]:
                pydevd.SetupHolder.setup = setup
                self.assertEqual(self.origin(is_first=True), expected)
            pydevd.SetupHolder.setup = {"client": "localhost"}
            pydevd.forked = True
            self.assertEqual(self.origin(is_first=True), "[settrace]")
        finally:
            del sys.modules["pydevd"]

    def test_a_link_of_any_name_is_the_same_file(self):
        folder = tempfile.mkdtemp()
        try:
            file, link = os.path.join(folder, "wsgi.py"), os.path.join(folder, "other.py")
            open(file, "w").close()
            os.symlink(file, link)
            os.symlink(folder, os.path.join(folder, "current"))
            under_link = os.path.join(folder, "current", "wsgi.py")
            missing = os.path.join(folder, "missing.py")
            self.assertEqual(self.origin(file=link, others=[missing, file]), "[=1]")
            self.assertEqual(self.origin(file=under_link, others=[file]), "[=0]")
            self.assertEqual(self.origin(file=file, others=[link], is_first=True), "[=0]")
            self.assertEqual(self.origin(file=file, others=[missing]), "[settrace]")
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    unittest.main()
