"""Breakpoints stop, log and count on the passes that their condition lets through."""

import sys
import types
import unittest

from support import load

module = load("dialback_breakpoints")["dialback_breakpoints"]


class Debugger(object):
    """Keeps what the functions send."""

    def __init__(self):
        self.sent = []
        self.writer = self.cmd_factory = self

    def add_command(self, command):
        self.sent.append(command)

    def make_send_breakpoint_exception_message(self, sequence, text):
        return text

    def make_io_message(self, text, kind):
        return (kind, text)


class CheckTests(unittest.TestCase):
    def setUp(self):
        self.debugger = Debugger()
        bundle = types.ModuleType("_pydevd_bundle.pydevd_constants")
        bundle.get_global_debugger = lambda: self.debugger
        sys.modules["_pydevd_bundle.pydevd_constants"] = bundle
        module.counters.clear()
        module.reported.clear()

    def tearDown(self):
        del sys.modules["_pydevd_bundle.pydevd_constants"]

    def passes(self, condition=None, is_due=None, log=None, last=12, key="1.0"):
        """Returns the values of `i` where a breakpoint in a loop stops."""
        return [i for i in range(last) if module.check(key, condition, is_due, log, globals(), {"i": i})]

    def test_the_condition_comes_before_the_count(self):
        self.assertEqual(self.passes("i > 5", lambda hits: hits == 2), [7])
        self.assertEqual(self.passes("i % 2 == 1", lambda hits: hits == 3, key="2.0"), [5])
        self.assertEqual(self.passes("i % 2 == 1", lambda hits: hits >= 2, key="3.0"), [3, 5, 7, 9, 11])
        self.assertEqual(self.passes(None, lambda hits: hits % 5 == 0, key="4.0"), [4, 9])
        self.assertEqual(self.passes("i == 3", key="5.0"), [3])

    def test_a_breakpoint_that_is_sent_once_more_counts_from_the_start(self):
        self.assertEqual(self.passes("i > 5", lambda hits: hits == 2), [7])
        self.assertEqual(self.passes("i > 5", lambda hits: hits == 2), [])
        self.assertEqual(self.passes("i > 5", lambda hits: hits == 2, key="1.1"), [7])

    def test_a_log_is_written_where_both_hold_and_never_stops(self):
        self.assertEqual(self.passes("i > 5", lambda hits: hits % 2 == 0, "'i is %d' % i"), [])
        self.assertEqual(self.debugger.sent, [("1", "i is %d\n" % i) for i in (7, 9, 11)])

    def test_a_condition_that_raises_stops_whatever_the_count_is(self):
        self.assertEqual(self.passes("1 // (i - 3) > 5", lambda hits: hits == 9), [3])
        sent = self.debugger.sent[0].split("\t")
        self.assertEqual(sent[:3], ["dialback", "1.0", "condition"])
        self.assertIn("ZeroDivisionError", sent[3])

    def test_each_stop_is_explained_and_a_log_only_once(self):
        self.assertEqual(self.passes("nobody", last=3), [0, 1, 2])
        self.assertEqual(len(self.debugger.sent), 3)
        self.assertEqual(self.passes("nobody", None, "i", last=3, key="2.0"), [])
        self.assertEqual(self.passes(None, None, "nobody", last=3, key="3.0"), [])
        self.assertEqual([one.split("\t")[1:3] for one in self.debugger.sent[3:]], [["2.0", "condition"], ["3.0", "log"]])

    def test_text_of_any_kind_is_a_log(self):
        self.assertEqual(self.passes(None, None, u"u'\u20ac'", last=1), [])
        self.assertEqual(self.debugger.sent, [("1", u"\u20ac\n".encode("utf-8") if str is bytes else u"\u20ac\n")])
        self.assertEqual(self.passes(None, None, "''", last=1), [])
        self.assertEqual(len(self.debugger.sent), 1)

    def test_it_is_installed_with_the_package_of_pydevd(self):
        package = sys.modules["_pydevd_bundle"] = types.ModuleType("_pydevd_bundle")
        try:
            module.install()
            self.assertIs(package.dialback_breakpoints.check, module.check)
        finally:
            del sys.modules["_pydevd_bundle"]


if __name__ == "__main__":
    unittest.main()
