"""Literals evaluate to the value that they were made of, and assignments that changed nothing are seen."""

import sys
import types
import unittest

from support import made, load

literals = load("dialback_literals")["dialback_literals"]
# The place where pydevd keeps what it shares.
sys.modules.setdefault("_pydevd_bundle.pydevd_constants", types.ModuleType("constants"))
assignments = load("dialback_assignments")["dialback_assignments"]


class Deaf(dict):
    def __setitem__(self, key, value):
        pass


class Copying(object):
    """Gives a new list each time."""

    items = property(lambda self: [1, 2], lambda self, value: None)


class Array(object):
    """Compares item by item."""

    def __init__(self, *items):
        self.items = items

    def __eq__(self, other):
        return Array(*[one == two for one, two in zip(self.items, getattr(other, "items", ()))])

    def __ne__(self, other):
        return self == other

    def __bool__(self):
        raise ValueError("ambiguous")

    __nonzero__ = __bool__
    __hash__ = None

    def __repr__(self):
        return "array(%s)" % (self.items,)


class LiteralTests(unittest.TestCase):
    def test_a_literal_makes_the_value_again(self):
        values = [
            None, True, 5, 1 << 70, -1.5, 1e300, "it's", b"\xff", u"\u65e5", "x" * 5000, [1, (2,), {"a": [None]}], {1, 2}, (),
            [], {}, "\n\t\\", {u"\u65e5": "x"}, -0.0,
        ]
        for value in values:
            text = literals.literal(value)
            again = eval(text)
            self.assertEqual((type(again), again), (type(value), value))
            self.assertEqual(repr(again), repr(value))

    def test_where_no_literal_makes_the_value_there_is_none(self):
        cycle = []
        cycle.append(cycle)
        sly = made(lambda self: "5")
        number = made(lambda self: "5", int)
        loud = made(lambda self: 1 // 0)
        for value in (
            sly, [sly], {1: sly}, (number,), set(), float("inf"), [float("nan")], object, len, cycle, loud, frozenset([1]),
            "x" * 20000, list(range(2000)), made(lambda self: "[]", list), Deaf(),
        ):
            self.assertEqual(literals.literal(value), "")

    def test_a_whole_text_has_its_length_before_it(self):
        self.assertEqual(literals.whole("x" * 3000, 10), u"3002 'xxxxxxxxx")
        self.assertEqual(literals.whole([1, 2], 100), u"6 [1, 2]")


class AssignmentTests(unittest.TestCase):
    def assign(self, number, old, new, now):
        """Returns what is said after an assignment that leaves `now` in the place of `old`."""
        assignments.keep_old(old, number)
        self.assertIs(assignments.keep_new(new, number), new)
        return assignments.outcome(now, number)

    def test_what_was_not_taken_is_seen(self):
        self.assertEqual(self.assign(1, 1, 5, 1), "still 1")
        self.assertEqual(self.assign(2, Copying().items, [3], Copying().items), "still [1, 2]")
        self.assertEqual(self.assign(3, Array(1, 2), Array(3, 4), Array(1, 2)), "still array((1, 2))")
        self.assertEqual(self.assign(4, float("nan"), 5, float("nan")), "still nan")

    def test_what_was_taken_is_no_error(self):
        value = object()
        for old, new, now in (
            (1, 5, 5), (1, 1, 1), (1, value, value), (1.0, 5, 5.0), ([1], [2], [2]), (Array(1, 2), Array(3, 4),
            Array(3, 4)), (1, 1.0, 1), (float("nan"), float("nan"), float("nan")), (None, 5, "5"),
        ):
            self.assertEqual(self.assign(7, old, new, now), "")

    def test_where_nothing_was_there_all_is_taken(self):
        assignments.keep_new(5, 8)
        self.assertEqual(assignments.outcome(5, 8), "")

    def test_another_value_is_told(self):
        self.assertEqual(self.assign(9, 1, 50, 10), "now 10")
        assignments.keep_new(-5, 10)
        self.assertEqual(assignments.outcome(0, 10), "now 0")

    def test_what_is_kept_is_bounded(self):
        for number in range(100):
            assignments.keep_old(number, number)
        kept = sys.modules["_pydevd_bundle.pydevd_constants"].__dict__["_dialback_assignments"]
        self.assertLessEqual(len(kept["old"]), 16)
        self.assertEqual(self.assign(200, 1, 5, 1), "still 1")


if __name__ == "__main__":
    unittest.main()
