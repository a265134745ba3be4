"""Evaluations and entries of the console, with pydevd's own functions where a release is installed."""

import re
import sys
import threading
import time  # noqa: F401 (the expressions have it)
import unittest

from support import on_main
from test_pydevd import parse, pydevd, unquote

if pydevd is not None:
    from test_pydevd import modules, pydevd_vars, pydevd_xml, values, variables


class Hangs(object):
    def __repr__(self):
        while True:
            pass


@unittest.skipIf(pydevd is None, "pydevd is not installed for this Python")
class EvaluationTests(unittest.TestCase):
    """`unpatched` has the function that finds the frame, which here is replaced by one without a connection."""

    def setUp(self):
        variables.given_up.clear()
        self.original = values.unpatched["evaluate_expression"]
        values.unpatched["evaluate_expression"] = lambda one, other, expression, is_statement: eval(expression)

    def tearDown(self):
        values.unpatched["evaluate_expression"] = self.original

    def test_a_watch_has_the_limit_of_values(self):
        for expression in ("Hangs().__repr__() #dialback:limited",):
            self.assertIn("no value within 0.3 s", pydevd_vars.evaluate_expression(None, None, expression, False).result)
            self.assertIn("not computed: it took over", pydevd_vars.evaluate_expression(None, None, expression, False).result)
        self.assertEqual(pydevd_vars.evaluate_expression(None, None, "5 #dialback:limited", False), 5)

    def test_what_a_person_typed_has_none_and_can_be_given_up(self):
        self.assertEqual(pydevd_vars.evaluate_expression(None, None, "time.sleep(0.6) or 5", False), 5)
        threading.Timer(0.5, modules["dialback_requests"].give_up_all).start()
        found = on_main(lambda: pydevd_vars.evaluate_expression(None, None, "Hangs().__repr__()", False))
        self.assertIn("given up after ", found.result)

    def test_exceptions_are_raised(self):
        self.assertRaises(ZeroDivisionError, pydevd_vars.evaluate_expression, None, None, "1 / 0", False)


@unittest.skipIf(pydevd is None, "pydevd is not installed for this Python")
class EntryTests(unittest.TestCase):
    """Entries of the console, in a frame of this thread."""

    class Debugger(object):
        """Has all that pydevd asks of its debugger for an evaluation, and does nothing."""

        __enter__ = __getattr__ = __call__ = lambda self, *args: self

        def __exit__(self, *args):
            pass

    def setUp(self):
        self.sent, self.find = [], getattr(pydevd_vars, "find_frame", None)
        self.send, values.send_report = values.send_report, lambda request, xml: self.sent.append(xml)
        del modules["dialback_console"].last[:]

    def tearDown(self):
        pydevd_vars.find_frame, values.send_report = self.find, self.send

    def enter(self, frame, text, number=1):
        code = values.unpatched["evaluate_expression"].__code__
        pydevd_vars.find_frame = lambda *args: frame
        first = (self.Debugger(), frame) if code.co_varnames[1] == "frame" else ("1", "2")
        line = text.replace(chr(10), "@LINE@") + " #dialback:console:%d" % number
        return pydevd_vars.evaluate_expression(first[0], first[1], line, False)

    def printed(self):
        return unquote(unquote(re.search('printed="([^"]*)"', self.sent[-1]).group(1)))

    def test_statements_and_a_value(self):
        a = 1  # noqa: F841 (the statements have it)
        frame = sys._getframe()
        self.assertEqual(self.enter(frame, "b = a + 1; b * 10"), 20)
        self.assertIn('statement="False"', self.sent[-1])
        self.assertEqual(self.enter(frame, "_ + a"), 21)
        self.assertEqual(self.enter(frame, "for c in (1, 2):\n    sys.stdout.write('%d ' % c)"), None)
        self.assertEqual(self.printed(), "1 2 ")
        self.assertIn('statement="True"', self.sent[-1])
        self.assertNotIn("_", globals())

    def test_the_value_is_kept_for_its_whole_text(self):
        self.enter(sys._getframe(), "'x' * 5", 77)
        kept = sys.modules["_pydevd_bundle.pydevd_constants"].__dict__["_dialback_values"]
        self.assertEqual(kept.pop(77), "xxxxx")

    def test_what_it_raises_is_its_value(self):
        frame = sys._getframe()
        self.assertEqual(type(self.enter(frame, "b = 1; 1 / 0").result), ZeroDivisionError)
        self.assertEqual(type(self.enter(frame, "raise KeyError(3)").result), KeyError)
        found = self.enter(frame, "1 +* 2").result
        self.assertEqual(type(found), SyntaxError)
        for error, shown in ((found, "SyntaxError: "), (KeyError(3), "KeyError: 3"), (ValueError(), "ValueError")):
            one = parse(pydevd_xml.var_to_xml(variables.error_value(error), "e"))["e"]
            self.assertTrue(one["value"].startswith(shown), one)
            self.assertNotIn("<string>", one["value"])

    def test_a_global_name_is_that_of_the_module(self):
        self.addCleanup(globals().pop, "counted", None)
        globals()["counted"] = 1
        local = 5
        frame = sys._getframe()
        self.assertEqual(self.enter(frame, "global counted\ncounted = local + 2\ncounted"), 7)
        self.assertEqual(counted, 7)  # noqa: F821
        self.enter(frame, "def double():\n    global counted\n    counted *= 2\ndouble()\npass")
        self.assertEqual(counted, 14)  # noqa: F821
        self.enter(frame, "globals()['counted'] = 3")
        self.assertEqual(counted, 3)  # noqa: F821
        self.enter(frame, "globals().update(counted=4)")
        self.assertEqual(counted, 4)  # noqa: F821
        self.enter(frame, "global counted; del counted")
        self.assertNotIn("counted", globals())
        self.assertNotIn("counted", frame.f_locals)
        self.assertEqual(local, 5)

    def test_the_namespaces_are_those_of_the_frame(self):
        local = 5  # noqa: F841
        frame = sys._getframe()
        self.assertEqual(set(self.enter(frame, "locals()")), {"self", "local", "frame"})
        self.assertEqual(self.enter(frame, "dir()"), ["frame", "local", "self"])
        self.assertEqual(self.enter(frame, "sorted(vars())"), ["frame", "local", "self"])
        self.assertIs(self.enter(frame, "globals()"), globals())
        self.assertIs(self.enter(frame, "vars"), vars)
        self.assertEqual(self.enter(frame, "[local for one in (1, 2) if 'local' in locals() or local]"), [5, 5])
        self.assertEqual(type(self.enter(frame, "locals()['nothing']").result), KeyError)

    def test_it_can_be_given_up(self):
        threading.Timer(0.5, modules["dialback_requests"].give_up_all).start()
        found = on_main(lambda: self.enter(sys._getframe(), "b = 1\nwhile True:\n    b += 1"))
        self.assertIn("given up after ", found.result)


if __name__ == "__main__":
    unittest.main()
