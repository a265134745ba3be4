"""The report of an exception has what its own traceback says."""

import binascii
import os
import sys
import traceback
import unittest

from support import load

module = load("dialback_exceptions")["dialback_exceptions"]
IS_PYTHON_3 = sys.version_info[0] > 2


class Refused(ValueError):
    pass


def inner():
    raise Refused(u"no caf\xe9" if IS_PYTHON_3 else "no cafe")


def outer():
    inner()


def raised(work):
    try:
        work()
    except Exception:
        return sys.exc_info()


class ExceptionTests(unittest.TestCase):
    def groups(self, answer):
        self.assertEqual((answer[:1], answer[-1:]), ("[", "]"))
        text = binascii.unhexlify(answer[1:-1]).decode("utf-8")
        return [group.split(chr(31)) for group in text.split(chr(30))]

    def test_the_details_are_type_words_origin_and_ancestors(self):
        info = raised(outer)
        (fields, frames) = self.groups(module.details(info))
        name = "%s.Refused" % __name__ if __name__ != "__main__" else "Refused"
        self.assertEqual(fields[:2], [name, str(info[1])])
        self.assertEqual(fields[2].replace(".pyc", ".py"), __file__.replace(".pyc", ".py"))
        self.assertTrue(fields[4].endswith(".ValueError"))
        entries = traceback.extract_tb(info[2])[::-1]
        self.assertEqual(frames[1::4], [entry[2] for entry in entries])
        self.assertEqual(frames[3::4], [str(entry[1]) for entry in entries])
        self.assertEqual(frames[2::4], [os.path.abspath(entry[0]) for entry in entries])

    def test_one_of_the_frame_itself_has_no_origin(self):
        def here():
            try:
                raise ValueError("x")
            except ValueError:
                return sys.exc_info()

        self.assertEqual(self.groups(module.details(here()))[0][:3], ["ValueError", "x", ""])

    def test_the_chain_is_as_python_has_it(self):
        names = {}
        text = "def work():\n  try:\n    {}['k']\n  except KeyError as error:\n    raise ValueError('why')%s\n"
        exec(text % (" from error" if IS_PYTHON_3 else ""), names)
        groups = self.groups(module.chain(raised(names["work"])))
        expected = [["", "ValueError", "why"], ["cause", "KeyError", "'k'"]]
        self.assertEqual([group[:3] for group in groups], expected if IS_PYTHON_3 else expected[:1])
        self.assertEqual(groups[0][3], "work")

    def test_words_that_fail_are_replaced(self):
        class Mute(Exception):
            def __str__(self):
                raise ValueError("mute")

            __repr__ = __str__

        def work():
            raise Mute()

        self.assertEqual(self.groups(module.details(raised(work)))[0][1], "")


if __name__ == "__main__":
    unittest.main()
