"""Answers about one value are what Python itself says of it."""

import collections
import pprint
import sys
import unittest

from support import load

module = load("dialback_inquiries")["dialback_inquiries"]
IS_PYTHON_3 = sys.version_info[0] > 2


class Drink(object):
    """Something to drink."""

    def pour(self, cups=1):
        """Fills cups."""


class DocumentationTests(unittest.TestCase):
    def test_it_has_the_kind_the_name_and_the_docstring(self):
        self.assertEqual(module.documentation(collections).split("\n")[0], "module collections")
        text = module.documentation(Drink().pour)
        self.assertTrue(text.endswith("\n\nFills cups."), text)
        self.assertTrue(text.startswith("function ") and "pour" in text and "cups=1" in text, text)

    def test_a_value_has_that_of_its_type(self):
        self.assertEqual(module.documentation(Drink()), module.documentation(Drink))
        self.assertTrue(module.documentation(Drink).startswith("class Drink"))


class WholeTextTests(unittest.TestCase):
    def test_it_is_behind_its_length_and_cut(self):
        self.assertEqual(module.whole_text("x" * 20, 5, True), "20 xxxxx")
        self.assertEqual(module.whole_text("x" * 3, 9, False), "5 'xxx'")

    def test_people_see_containers_over_lines(self):
        value = dict([("key %d" % number, "v" * 30) for number in range(9)])
        length, text = module.whole_text(value, 10000, True).split(" ", 1)
        self.assertEqual(text, pprint.pformat(value, width=100))
        self.assertEqual(int(length), len(text))

    def test_other_characters_are_kept(self):
        self.assertEqual(module.whole_text(u"\u62b9\u8336", 9, True), u"2 \u62b9\u8336")


class PartTests(unittest.TestCase):
    def test_elements_are_of_the_same_kind(self):
        self.assertEqual(module.elements([1, 2, 3, 4], 1, 3), [2, 3])
        self.assertEqual(module.elements((1, 2, 3), 2, 9), [3])
        part = module.elements({"a": 1, "b": 2, "c": 3}, 0, 2)
        self.assertTrue(len(part) == 2 and set(part) < set("abc"))
        self.assertTrue(module.elements(set([1, 2, 3]), 0, 2) < set([1, 2, 3]))
        self.assertEqual(module.elements(collections.deque([5, 6, 7]), 1, 2), [6])

    def test_what_has_no_length_has_no_part(self):
        with self.assertRaises(TypeError) as caught:
            module.elements(iter([1]), 3, 4)
        self.assertTrue("has no length, so it has no part from 3 on" in str(caught.exception))

    def test_the_inside_is_the_value_or_an_error(self):
        value = [1]
        self.assertTrue(module.inside(value) is value)

        class Broken(list):
            def __iter__(self):
                raise ValueError("no items")

        self.assertRaises(ValueError, module.inside, Broken([1]))


class AwaitingTests(unittest.TestCase):
    @unittest.skipUnless(sys.version_info >= (3, 7), "there is no asyncio.run")
    def test_an_awaitable_gives_its_value_or_raises(self):
        awaiting = load("dialback_awaiting")["dialback_awaiting"]
        names = {}
        exec(
            "import asyncio\n"
            "async def good():\n    await asyncio.sleep(0)\n    return 7\n"
            "async def bad():\n    raise KeyError('k')\n"
            "class Waits:\n    def __await__(self):\n        return good().__await__()\n",
            names,
        )
        self.assertEqual(awaiting.awaited(names["good"]()), 7)
        self.assertEqual(awaiting.awaited(names["Waits"]()), 7)
        self.assertRaises(KeyError, awaiting.awaited, names["bad"]())


if __name__ == "__main__":
    unittest.main()
