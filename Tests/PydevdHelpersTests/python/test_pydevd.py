"""The functions of pydevd with the limits in them, where a release of pydevd or pydevd-pycharm is installed."""

import os
import re
import sys
import threading
import time
import unittest

from support import BOTH, IS_PYTHON_3, load, made, on_main

try:
    from urllib.parse import unquote
except ImportError:
    from urllib import unquote

os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
try:
    try:
        import pydevd
    except ImportError:
        import pydevd_pycharm as pydevd
    from _pydevd_bundle import pydevd_resolver, pydevd_vars, pydevd_xml
except ImportError:
    pydevd = None

if pydevd is not None:
    NAMES = ["requests", "texts", "interrupts", "evaluation", "variables", "values"]
    modules = load(*["dialback_" + name for name in NAMES])
    values, variables = modules["dialback_values"], modules["dialback_variables"]
    options = modules["dialback_requests"].options
    values.install(0.3, 1.0, True, False)
    modules["dialback_evaluation"].host.is_connected = lambda: True

state = threading.local()


def parse(xml):
    """Returns the attributes of each variable by its name."""
    found = {}
    for one in re.findall(r"<var [^>]*>", xml):
        pairs = dict(re.findall(r'(\w+)="([^"]*)"', one))
        for key in pairs:
            pairs[key] = unquote(unquote(pairs[key].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")))
        found[pairs["name"]] = pairs
    return found


def text(one):
    """Returns the text without the type that pydevd puts first."""
    first = one["type"] + ": "
    return one["value"][len(first):] if one["value"].startswith(first) else one["value"]


def frame(variables_of_frame):
    args = (0,) if frame.takes_group else ()
    return parse(pydevd_xml.frame_vars_to_xml(variables_of_frame, *args))


if pydevd is not None:
    code = values.unpatched["frame_vars_to_xml"].__code__
    frame.takes_group = "group_type" in code.co_varnames[: code.co_argcount]


class Rows(object):
    def __repr__(self):
        return "Rows(%s)" % getattr(state, "user", "nobody")


class Hangs(object):
    def __repr__(self):
        while True:
            pass


class Attributes(object):
    quick = property(lambda self: getattr(state, "user", "nobody"))
    hangs = property(lambda self: Hangs().__repr__())
    raises = property(lambda self: 1 / 0)
    plain = 5


@unittest.skipIf(pydevd is None, "pydevd is not installed for this Python")
class FrameTests(unittest.TestCase):
    def setUp(self):
        variables.given_up.clear()
        state.user = "ada"

    def test_texts_are_those_of_the_program(self):
        def work():
            state.user = "ada"
            lock = threading.RLock()
            lock.acquire()
            values_of_frame = {
                "rows": Rows(),
                "own": made(lambda self: lock.acquire() and lock.release() or "own"),
                "listed": [Rows(), 1],
                "named": {"k": Rows()},
                "plain": [1, 2],
                "thread": made(lambda self: threading.current_thread().name),
                "slow": made(lambda self: time.sleep(0.1) or "slow"),
            }
            found = frame(values_of_frame)
            for name, value in values_of_frame.items():
                self.assertEqual(text(found[name]).replace("<class 'list'>: ", "").replace("<type 'list'>: ", ""), repr(value))
                self.assertNotIn("isErrorOnEval", found[name])

        for run in BOTH:
            run(work)

    def test_a_value_that_hangs_costs_only_itself(self):
        for run in BOTH:
            variables.given_up.clear()
            begun = time.time()
            found = run(lambda: frame({"a": Hangs(), "z": made(lambda self: "right")}))
            self.assertTrue(time.time() - begun < 3)
            self.assertEqual(text(found["z"]), "right")
            self.assertIn("no value within 0.3 s (test_pydevd.py:", found["a"]["value"])
            self.assertEqual(found["a"]["isErrorOnEval"], "True")

    def test_it_is_not_computed_again_by_itself(self):
        value = Hangs()
        frame({"a": value})
        begun = time.time()
        self.assertIn("not computed: Hangs took over 0.3 s before; `p` computes it", frame({"a": value})["a"]["value"])
        self.assertTrue(time.time() - begun < 0.2)

    def test_a_container_is_left_out_for_its_slow_item_only(self):
        found = frame({"a": [Hangs()], "b": [Rows()], "h": Hangs()})
        self.assertIn("no value within 0.3 s", found["h"]["value"])
        self.assertIn("not computed: a Hangs in it took over 0.3 s before", found["a"]["value"])
        again = frame({"a": [Rows()]})
        self.assertIn("[Rows(ada)]", found["b"]["value"])
        self.assertIn("[Rows(ada)]", again["a"]["value"])

    def test_a_container_that_hangs_says_nothing_of_others(self):
        self.assertIn("no value within 0.3 s", frame({"a": [[Hangs()]]})["a"]["value"])
        self.assertIn("[Rows(ada)]", frame({"a": [Rows()]})["a"]["value"])

    def test_quick_values_are_there_although_the_total_is_used_up(self):
        hanging = dict(("h%d" % number, type("Hangs%d" % number, (Hangs,), {})()) for number in range(6))
        hanging["z"] = made(lambda self: "right")
        begun = time.time()
        found = frame(hanging)
        self.assertTrue(time.time() - begun < 4)
        self.assertEqual(text(found["z"]), "right")
        self.assertIn("no value within 0.3 s", found["h0"]["value"])
        self.assertIn("not computed: the others took 1 s", found["h5"]["value"])

    def test_no_limit_is_no_limit(self):
        options.timeout = None
        try:
            found = frame({"a": made(lambda self: time.sleep(1) or "late")})
        finally:
            options.timeout = 0.3
        self.assertEqual(text(found["a"]), "late")

    def test_what_repr_raises_is_the_reason(self):
        raising = {
            "zero": made(lambda self: 1 / 0), "exit": made(lambda self: sys.exit(3)), "number": made(lambda self: 5),
            "silent": made(lambda self: [][1]),
        }
        found = frame(raising)
        self.assertIn("repr() raised ZeroDivisionError: ", found["zero"]["value"])
        self.assertIn("repr() raised SystemExit: 3", found["exit"]["value"])
        self.assertIn("repr() raised TypeError: ", found["number"]["value"])
        self.assertIn("repr() raised IndexError: list index out of range", found["silent"]["value"])

    def test_lengths_are_there(self):
        found = frame({"plain": [1, 2, 3], "risky": [Rows()], "none": 5})
        self.assertEqual((found["plain"]["shape"], found["risky"]["shape"]), ("3", "1"))
        self.assertNotIn("shape", found["none"])

    @unittest.skipUnless(IS_PYTHON_3, "Python 2 has no surrogates")
    def test_lone_surrogates_are_shown(self):
        found = frame({"plain": u"caf\udce9", "risky": made(lambda self: u"caf\udce9")})
        for name in ("plain", "risky"):
            self.assertEqual(text(found[name]), "caf\\udce9")


@unittest.skipIf(pydevd is None, "pydevd is not installed for this Python")
class AttributeTests(unittest.TestCase):
    def setUp(self):
        variables.given_up.clear()
        state.user = "ada"

    def test_properties_are_those_of_the_thread(self):
        read = pydevd_resolver.getattr
        self.assertEqual(read(Attributes(), "quick"), "ada")
        self.assertEqual(read(Attributes(), "plain"), 5)
        self.assertIn("ZeroDivisionError: ", read(Attributes(), "raises").result)
        self.assertIn("no value within 0.3 s", read(Attributes(), "hangs").result)
        self.assertIn("not computed: it took over 0.3 s before", read(Attributes(), "hangs").result)
        self.assertRaises(AttributeError, read, Attributes(), "missing")

    def test_properties_can_be_left_out(self):
        options.properties = False
        try:
            self.assertIn("not computed: it is a property", pydevd_resolver.getattr(Attributes(), "quick").result)
            self.assertEqual(pydevd_resolver.getattr(Attributes(), "plain"), 5)
        finally:
            options.properties = True


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
        self.assertIn("given up after 0.", found.result)

    def test_exceptions_are_raised(self):
        self.assertRaises(ZeroDivisionError, pydevd_vars.evaluate_expression, None, None, "1 / 0", False)


if __name__ == "__main__":
    unittest.main()
