"""What refers to a value, by the way that the program made it."""

import json
import unittest

from support import load

referrers = load("dialback_frames", "dialback_referrers")["dialback_referrers"].referrers
shared = None


class Node(object):
    def __init__(self, value):
        self.value = value


class Slotted(object):
    __slots__ = ("held",)


class ReferrerTests(unittest.TestCase):
    def found(self, value):
        answer = json.loads(referrers(value, 200))
        self.assertEqual(answer["count"], len(answer["referrers"]))
        return [row[:2] for row in answer["referrers"]]

    def test_each_says_how(self):
        global shared
        value = shared = ["the value"]
        node, slotted = Node(value), Slotted()
        slotted.held = value
        holders = [value], {"key": value}, (1, value), node
        found = self.found(value)
        for row in (
            ["list", "item 0"], ["dict", "value at 'key'"], ["tuple", "item 1"], ["Node", "attribute value"],
            ["Slotted", "attribute held"], ["module", "global shared of test_referrers"],
        ):
            self.assertTrue(row in found or [row[0], row[1].replace("test_referrers", __name__)] in found, (row, found))
        self.assertEqual(len(holders), 4)

    def test_arguments_and_helpers_are_not_among_them(self):
        value = ["another value"]
        places = [row[1] for row in self.found(value)]
        names = ["local value of " + function for function in ("test_arguments_and_helpers_are_not_among_them", "found")]
        self.assertEqual(set(places) - set(names), set())

    def test_no_more_are_listed_than_asked_for(self):
        value = ["many"]
        holders = [(value, number) for number in range(9)]
        answer = json.loads(referrers(value, 3))
        self.assertEqual((len(answer["referrers"]), answer["count"] >= len(holders)), (3, True))


if __name__ == "__main__":
    unittest.main()
