"""Tables of nested lists; those of libraries are tested with the libraries."""

import collections
import json
import unittest

from support import load, made

part_of = load("dialback_arrays")["dialback_arrays"].part_of


class Array(object):
    """An array of one or two axes, as numpy has them."""

    dtype = "made"

    def __init__(self, *shape):
        self.shape = shape

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Array(key.stop - key.start)
        if isinstance(key, tuple) and isinstance(key[0], slice):
            return Array(key[0].stop - key[0].start, key[1].stop - key[1].start)
        return key


class ArrayTests(unittest.TestCase):
    def table(self, value, rows=(0, 10), columns=(0, 10), limit=100):
        return json.loads(part_of(value, rows[0], rows[1], columns[0], columns[1], limit))

    def test_rows_may_be_of_any_length(self):
        table = self.table([[1, "a"], [2], (3, 4, 5)])
        self.assertEqual(table["shape"], [3, 3])
        self.assertEqual(table["cells"], [["1", "'a'", ""], ["2", "", ""], ["3", "4", "5"]])

    def test_a_flat_list_has_one_column(self):
        table = self.table(collections.deque(range(5)), rows=(3, 9))
        self.assertEqual((table["shape"], table["rows"], table["columns"], table["row_offset"]), ([5], 5, 1, 3))
        self.assertEqual((table["row_labels"], table["column_labels"], table["cells"]), (["3", "4"], ["0"], [["3"], ["4"]]))
        self.assertEqual(table["type"], "deque")

    def test_an_array_has_its_own_shape(self):
        table = self.table(Array(4, 3), rows=(1, 3), columns=(2, 9))
        self.assertEqual((table["shape"], table["dtype"]), ([4, 3], "made"))
        self.assertEqual(table["cells"], [["(0, 0)"], ["(1, 0)"]])
        self.assertEqual(self.table(Array(2))["cells"], [["0"], ["1"]])

    def test_a_cell_that_fails_says_so(self):
        def text(self):
            raise ValueError("broken")

        self.assertEqual(self.table([made(text)])["cells"], [["ValueError"]])
        self.assertEqual(len(self.table(["x" * 999])["cells"][0][0]), 300)

    def test_what_is_no_table_is_refused_in_a_sentence(self):
        for value, reason in (
            (5, "this int is no array, no table and no list"),
            ("text", "this str is no array, no table and no list"),
            ({}, "this dict is no array, no table and no list"),
            (Array, "a class is no array"),
            (Array(), "this Array is a single value; `p` shows it"),
            (Array(2, 3, 4, 5), "this Array has 4 axes, and a table has two: take a part of it, as in `array EXPR[0, 0]`"),
        ):
            self.assertEqual(self.table(value), {"refused": reason})
        refusal = self.table(list(range(1000)), rows=(0, 1000))["refused"]
        self.assertEqual(refusal, "more than 100 cells at once; name a smaller part, as in `array EXPR 0:100, 0:30`")

    def test_an_endless_range_is_cut(self):
        try:
            value = range(2 ** 62)
            len(value)
        except (OverflowError, MemoryError):
            return
        self.assertEqual(self.table(value, rows=(2 ** 61, 2 ** 61 + 1))["cells"], [[str(2 ** 61)]])


if __name__ == "__main__":
    unittest.main()
