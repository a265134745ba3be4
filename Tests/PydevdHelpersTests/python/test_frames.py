"""Names of frames, values that are kept, stacks of threads."""

import os
import sys
import threading
import types
import unittest

from support import load

modules = load("dialback_frames", "dialback_globals", "dialback_kept", "dialback_stacks")
variables, kept, stacks = modules["dialback_globals"], modules["dialback_kept"], modules["dialback_stacks"]
amount = 1


class NameTests(unittest.TestCase):
    def test_a_name_has_its_place(self):
        cup = 1
        frame = id(sys._getframe())
        places = [variables.place_of(frame, name) for name in ("cup", "self", "amount", "len", "nothing")]
        self.assertEqual(places, ["local", "local", "global", "none", "none"])
        self.assertEqual(cup, 1)

    def test_a_module_has_no_locals(self):
        names = {"variables": variables, "sys": sys, "cup": 1}
        exec("found = variables.place_of(id(sys._getframe()), 'cup')", names)
        self.assertEqual(names["found"], "global")

    def test_a_global_is_assigned_where_the_frame_is(self):
        value = [2]
        self.assertTrue(variables.assign(id(sys._getframe()), "amount", value) is value)
        self.assertTrue(amount is value)


class KeptTests(unittest.TestCase):
    def setUp(self):
        sys.modules["_pydevd_bundle.pydevd_constants"] = types.ModuleType("constants")

    def tearDown(self):
        del sys.modules["_pydevd_bundle.pydevd_constants"]

    def test_a_value_is_known_once(self):
        value = [1]
        self.assertTrue(kept.keep(value, 4) is value)
        self.assertEqual(kept.is_kept(value, 4), "yes")
        self.assertEqual(kept.is_kept(value, 4), "no")
        kept.keep(value, 5)
        self.assertEqual(kept.is_kept([1], 5), "no")
        kept.keep(value, 6)
        self.assertTrue(kept.take(6) is value)
        self.assertTrue(kept.take(6) is None)

    def test_the_newest_sixteen_are_kept(self):
        for number in range(30):
            kept.keep(number, number)
        self.assertEqual([kept.take(number) is not None for number in (13, 14, 29)], [False, True, True])


class StackTests(unittest.TestCase):
    def test_it_is_the_one_that_python_has(self):
        begun, end = threading.Event(), threading.Event()

        def inner():
            begun.set()
            end.wait(10)

        def outer():
            inner()

        thread = threading.Thread(target=outer)
        thread.start()
        begun.wait(10)
        rows = [row.split("\t") for row in stacks.stack(id(thread)).split("\n")]
        end.set()
        thread.join()
        names = [row[1] for row in rows]
        self.assertEqual(names[names.index("inner") :][:2], ["inner", "outer"])
        row = rows[names.index("outer")]
        self.assertEqual(int(row[0]), outer.__code__.co_firstlineno + 1)
        self.assertEqual(row[2].replace(".pyc", ".py"), os.path.abspath(__file__).replace(".pyc", ".py"))

    def test_nobody_has_none(self):
        self.assertEqual(stacks.stack(0), "")


if __name__ == "__main__":
    unittest.main()
