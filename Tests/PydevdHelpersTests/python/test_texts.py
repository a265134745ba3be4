"""Texts of values equal `repr()`, and those that run code of the program are known beforehand."""

import collections
import datetime
import decimal
import threading
import unittest

from support import IS_PYTHON_3, load, made

texts = load("dialback_texts")["dialback_texts"]


class Old:  # an old-style class of Python 2
    pass


class Proxy(object):
    """Acts as an object of another class."""

    __class__ = property(lambda self: dict)


class TextTests(unittest.TestCase):
    def test_texts_are_those_of_the_program(self):
        cycle = [1]
        cycle.append(cycle)
        inner = made(lambda self: "inner")
        values = [
            1, "x", b"x", u"x", None, (), (1,), (1, 2), [], {}, set(), frozenset(), {1}, frozenset([1]), {"a": [1, {2: 3}]},
            [inner], {inner: 1}, (inner,), collections.OrderedDict(a=inner), collections.deque([inner]), decimal.Decimal(3),
            datetime.datetime(2020, 1, 1), Old, object, len, [[], (), {}], [u"caf\xe9", b"\xff"],
            made(lambda self: "list's own", list), collections.namedtuple("Named", "x y")(1, inner), cycle, 10 ** 40, 1.5,
        ]
        for value in values:
            self.assertEqual(texts.bounded(value, texts.MOST), repr(value))

    def test_long_texts_begin_like_those_of_the_program(self):
        for value in (list(range(2000000)), "h" * 50000, {i: "v" * 50 for i in range(400)}, [["x" * 30] * 20] * 50):
            text = texts.bounded(value, texts.MOST)
            self.assertTrue(texts.MOST <= len(text) < 2 * texts.MOST, len(text))
            self.assertEqual(text[: texts.MOST - 5], repr(value)[: texts.MOST - 5])

    def test_only_values_that_run_no_code_of_the_program_are_harmless(self):
        inner = made(lambda self: "inner")
        harmless = [1, "x", b"", None, [1], {"a": 1}, (None,), object(), [object()], [[1], {"a": (2,)}], len, Proxy.__init__, range(3), threading]
        risky = [inner, [inner], {"a": inner}, {inner: 1}, (inner,), [[inner]], {"a": {"b": [inner]}}, Proxy(), made(lambda self: "", list)]
        if not IS_PYTHON_3:
            risky.append(Old())
        around = [1]
        around.append(around)
        harmless += [around, list(range(100000)), dict((number, "v") for number in range(1000)), set(range(1000)), [[0] * 200] * 2]
        risky += [list(range(500)) + [Proxy()], [[1] * 400, [1] * 400]]
        for value in harmless:
            self.assertTrue(texts.is_harmless(value), value)
        for value in risky:
            self.assertFalse(texts.is_harmless(value), texts.type_name(value))

    def test_lengths_are_those_of_containers(self):
        for value in ([1, 2], (1,), {}, {1, 2, 3}, collections.deque([1]), collections.defaultdict(int), collections.OrderedDict()):
            self.assertEqual(texts.measures(value), (str(len(value)), None))
        self.assertEqual(texts.measures(made(lambda self: "", list)), (None, None))


class LockTests(unittest.TestCase):
    class Holder(object):
        def __init__(self, lock):
            self.lock = lock

    def test_locks_of_others_are_found(self):
        for make in (threading.Lock, threading.RLock, threading.Condition):
            holder = self.Holder(make())
            self.assertEqual(texts.held_lock(holder), None, make)
            thread = threading.Thread(target=holder.lock.acquire)
            thread.start()
            thread.join()
            self.assertEqual(texts.held_lock(holder), "lock", make)

    def test_locks_that_this_thread_may_take_again_are_not_in_the_way(self):
        for make in (threading.RLock, threading.Condition):
            holder = self.Holder(make())
            holder.lock.acquire()
            self.assertEqual(texts.held_lock(holder), None, make)

    def test_a_lock_that_this_thread_holds_is_in_the_way(self):
        holder = self.Holder(threading.Lock())
        holder.lock.acquire()
        self.assertEqual(texts.held_lock(holder), "lock")


if __name__ == "__main__":
    unittest.main()
