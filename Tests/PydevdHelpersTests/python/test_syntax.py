"""Expressions are those that this Python compiles."""

import sys
import unittest

from support import load

module = load("dialback_syntax")["dialback_syntax"]


class SyntaxTests(unittest.TestCase):
    def test_expressions_are_fine(self):
        self.assertEqual(module.problem(["i > 5", " x if y else z  # why", u"u'\u20ac' in s", "[i for i in x]", "(\n1)"]), "[]")
        self.assertEqual(module.problem([]), "[]")

    def test_the_first_that_is_none_is_named(self):
        for text in ("1 2", "i > ", "i = 5", "return 1", "while True: pass", ")", "'"):
            self.assertRegex(self, module.problem(["i", text, "1 2"]), r"^\[1 .+\]$")

    def test_it_is_the_syntax_of_this_python(self):
        expected = "[]" if sys.version_info >= (3, 8) else "[0 "
        self.assertTrue(module.problem(["(n := 5)"]).startswith(expected))

    @staticmethod
    def assertRegex(test, text, pattern):
        import re

        test.assertTrue(re.match(pattern, text), text)


if __name__ == "__main__":
    unittest.main()
