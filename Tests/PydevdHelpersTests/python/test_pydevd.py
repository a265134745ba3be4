"""The functions of pydevd with the limits in them, where a release of pydevd or pydevd-pycharm is installed."""

import os
import re
import sys
import threading
import time
import unittest

from support import BOTH, IS_PYTHON_3, load, made, measured_again, on_thread

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
    from _pydevd_bundle import pydevd_resolver, pydevd_vars, pydevd_xml  # noqa: F401 (other tests have it from here)
except ImportError:
    pydevd = None

if pydevd is not None:
    NAMES = [
        "debugger", "kept", "requests", "texts", "members", "interrupts", "evaluation", "variables", "attributes", "returned",
        "output", "console", "ending", "link", "namespaces", "values",
    ]
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

    @measured_again
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

    @measured_again
    def test_a_value_that_hangs_costs_only_itself(self):
        for run in BOTH:
            variables.given_up.clear()
            begun = time.time()
            found = run(lambda: frame({"a": Hangs(), "z": made(lambda self: "right")}))
            self.assertTrue(time.time() - begun < 3)
            self.assertEqual(text(found["z"]), "right")
            self.assertIn("no value within 0.3 s (test_pydevd.py:", found["a"]["value"])
            self.assertEqual(found["a"]["isErrorOnEval"], "True")

    @measured_again
    def test_it_is_not_computed_again_by_itself(self):
        value = Hangs()
        frame({"a": value})
        begun = time.time()
        again = frame({"a": value})["a"]["value"]
        seconds = time.time() - begun
        self.assertTrue(re.search(r"not computed: Hangs took over [0-9.]+ s before; `p` computes it", again), again)
        self.assertTrue(seconds < 0.2, seconds)

    def test_a_container_is_left_out_for_its_slow_item_only(self):
        found = frame({"a": [Hangs()], "b": [Rows()], "h": Hangs()})
        self.assertIn("no value within 0.3 s", found["h"]["value"])
        self.assertIn("not computed: a Hangs in it took over ", found["a"]["value"])
        again = frame({"a": [Rows()]})
        self.assertIn("[Rows(ada)]", found["b"]["value"])
        self.assertIn("[Rows(ada)]", again["a"]["value"])

    def test_a_container_that_hangs_says_nothing_of_others(self):
        self.assertIn("no value within 0.3 s", frame({"a": [[Hangs()]]})["a"]["value"])
        self.assertIn("[Rows(ada)]", frame({"a": [Rows()]})["a"]["value"])

    @measured_again
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

    def test_long_texts_are_cut_with_a_mark_and_nothing_is_sorted(self):
        found = frame({"s": "x" * 900, "long": "y" * 5000, "d": {"b": 1, "a": [3]}, "t": ("z" * 400, 1), "b": b"q" * 500})
        self.assertEqual(text(found["s"]), "x" * 900)
        # pydevd counts the type, too.
        self.assertTrue(re.match("y{990,1000}[.]{3}$", text(found["long"])), text(found["long"])[-20:])
        self.assertIn(repr({"b": 1, "a": [3]}), text(found["d"]))
        self.assertIn("z" * 400, text(found["t"]))
        self.assertIn("q" * 500, text(found["b"]))

    def test_lengths_are_there(self):
        found = frame({"plain": [1, 2, 3], "risky": [Rows()], "none": 5})
        self.assertEqual((found["plain"]["shape"], found["risky"]["shape"]), ("3", "1"))
        self.assertNotIn("shape", found["none"])

    def test_names_may_have_any_characters(self):
        for value in (5, "x", Rows(), {}):
            name = u"u'\u65e5' (1)"
            found = parse(str(pydevd_xml.var_to_xml(value, name)))
            self.assertIn(name if IS_PYTHON_3 else name.encode("utf-8"), found)

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
        self.assertIn("not computed: it took over ", read(Attributes(), "hangs").result)
        self.assertRaises(AttributeError, read, Attributes(), "missing")

    def test_properties_can_be_left_out(self):
        options.properties = False
        try:
            self.assertIn("not computed: it is a property", pydevd_resolver.getattr(Attributes(), "quick").result)
            self.assertEqual(pydevd_resolver.getattr(Attributes(), "plain"), 5)
        finally:
            options.properties = True


class Level(int):
    grade = property(lambda self: "grade %d" % int(self))

    def double(self):
        return self * 2


class Plain(int):
    pass


class Sulking(object):
    """Raises for one attribute, and for all that Python asks itself."""

    def __init__(self):
        self.a, self.b = 1, [2]

    def __getattribute__(self, name):
        if name == "a":
            raise RuntimeError("not a")
        if name in ("__dict__", "__dir__"):
            raise KeyError(name)
        return object.__getattribute__(self, name)


class Hidden(object):
    def __init__(self):
        object.__setattr__(self, "inner", 3)

    def __getattribute__(self, name):
        raise SystemExit(name)


class Slow(object):
    def __dir__(self):
        time.sleep(60)
        return []


@unittest.skipIf(pydevd is None, "pydevd is not installed for this Python")
class InsideTests(unittest.TestCase):
    def setUp(self):
        variables.given_up.clear()

    def inside(self, value):
        """Returns the attributes as pydevd lists them, without those of Python itself."""
        resolver = pydevd_xml.get_type(value)[2]
        found = resolver.get_dictionary(value)
        return {name: found[name] for name in found if not name.startswith("__")}

    def test_numbers_and_texts_with_attributes_have_an_inside(self):
        level = Level(5)
        level.label = "low"
        inside = self.inside(level)
        self.assertEqual((inside["label"], inside["grade"]), (level.label, level.grade))
        self.assertNotIn("real", inside)
        shown = frame({"level": level, "plain": Plain(3), "number": 5, "text": "x"})
        self.assertEqual(shown["level"].get("isContainer"), "True")
        self.assertEqual(text(shown["level"]), repr(level))
        for name in ("plain", "number", "text"):
            self.assertIsNone(shown[name].get("isContainer"), name)

    def test_what_an_object_keeps_back_is_listed(self):
        inside = self.inside(Sulking())
        self.assertEqual(inside["b"], [2])
        self.assertIn("RuntimeError: not a", inside["a"].result)
        self.assertIn("SystemExit: inner", self.inside(Hidden())["inner"].result)

    def test_names_that_take_long_are_given_up(self):
        one = Slow()
        one.own = 5
        begun = time.time()
        self.assertEqual(self.inside(one)["own"], 5)
        self.assertLess(time.time() - begun, 10)

    def test_what_is_there_of_an_opened_value_is_told_while_the_rest_is_computed(self):
        seen = []

        def report(request):
            variables.reports[threading.current_thread().ident] = request
            try:
                return parse(request.partial_xml())
            finally:
                del variables.reports[threading.current_thread().ident]

        class Opened(object):
            plain = 5
            a_first = property(lambda self: 3)
            b_raises = property(lambda self: 1 / 0)
            c_now = property(lambda self: seen.append(on_thread(lambda: report(request_of(ident)))))
            d_later = property(lambda self: 4)

            def method(self):
                pass

        request_of, ident = modules["dialback_requests"].request_of, threading.current_thread().ident
        attributes = modules["dialback_attributes"]
        sequence, attributes.sequence = attributes.sequence, lambda: 77
        try:
            self.inside(Opened())
        finally:
            attributes.sequence = sequence
        found = seen[0]
        self.assertEqual(sorted(found), ["a_first", "b_raises", "c_now", "d_later", "plain"])
        self.assertEqual((text(found["plain"]), text(found["a_first"])), ("5", "3"))
        self.assertIn("ZeroDivisionError", found["b_raises"]["value"])
        self.assertEqual((found["c_now"]["pending"], found["d_later"]["pending"]), ("computing", "waiting"))

    def test_an_interruption_is_told_once_a_process(self):
        class Request(object):
            sequence, name = 9, "slow"

        sent = []
        send, values.send_report = values.send_report, lambda request, xml: sent.append(xml)
        connected, values.is_connected = values.is_connected, lambda: True
        values.interrupted.clear()
        try:
            for _ in range(2):
                values.report_interruption(Request, "work.py:3 __repr__")
        finally:
            values.send_report, values.is_connected = send, connected
        self.assertEqual(len(sent), 1)
        self.assertIn(' interrupted="True"', sent[0])

    def test_modules_and_classes_are_listed_as_ever(self):
        self.assertEqual(pydevd_resolver.dir(os), dir(os))
        self.assertEqual(pydevd_resolver.dir(Level), dir(Level))
        self.assertEqual(pydevd_resolver.dir(Attributes()), dir(Attributes()))


if __name__ == "__main__":
    unittest.main()
