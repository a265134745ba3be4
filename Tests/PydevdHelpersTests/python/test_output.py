"""Texts on their way to the front end: quoted as the standard library does, by no function that a step could end in."""

import sys
import threading
import unittest

from support import IS_PYTHON_3, load

try:
    from urllib.parse import quote
except ImportError:
    from urllib import quote

output = load("dialback_output")["dialback_output"]

TEXTS = ["", "plain", "a b=c_d>e/f.g-h", "100 %\n\ttab", "\x00\x1b[31m", "".join(map(chr, range(128))).replace("~", "")]


class QuoteTests(unittest.TestCase):
    def test_texts_are_quoted_as_by_the_standard_library(self):
        for safe in ("/", "/>_= ", "/>_= \t"):
            for text in TEXTS + ([u"h\u00e9\u20ac\U0001f40d"] if IS_PYTHON_3 else ["h\xc3\xa9"]):
                self.assertEqual(output.quote(text, safe), quote(text, safe))

    @unittest.skipUnless(IS_PYTHON_3, "Python 2 encodes surrogates")
    def test_a_lone_surrogate_becomes_an_escape(self):
        self.assertEqual(output.quote(u"a\udc80", "/"), "a%5Cudc80")

    def test_nothing_but_its_own_functions_is_called(self):
        called = set()

        def trace(frame, event, arg):
            called.add(frame.f_code.co_filename)

        output.quote("", "/>_= ")
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            output.quote("100 % h\n", "/>_= ")
        finally:
            sys.settrace(before)
        self.assertEqual(called, set([threading.__file__]))


if __name__ == "__main__":
    unittest.main()
